import { parseHolidayData } from "../domain/calendar/holiday-file.ts";
import { type Holidays, holidaysOf } from "../domain/calendar/holidays.ts";
import type { AgreementProcedure } from "../domain/cooperation/agreement/procedure.ts";
import { parseAgreementProcedures } from "../domain/cooperation/agreement/procedure-file.ts";
import { type BorderMaps, parseBorderMaps } from "../domain/cooperation/border-map.ts";
import type { TimeLimit } from "../domain/cooperation/time-limit/time-limit.ts";
import { parseTimeLimits } from "../domain/cooperation/time-limit/time-limit-file.ts";
import { buildGazetteer, type Gazetteer } from "../domain/organisation/gazetteer.ts";
import type { ProvinceUnitFiles } from "../domain/organisation/province-units.ts";
import type { RepairModel } from "../domain/text/repair-model.ts";
import type { FileReading } from "../intake/read-file.ts";
import type { ReadDocumentDependencies } from "../operations/read-document.ts";
import { openFileReading } from "./file-reading.ts";
import { readRepairModel } from "./repair.ts";
import { dataFile, type World } from "./world.ts";

/** Reading of documents, with the child process that does it. */
export interface Reading extends ReadDocumentDependencies {
  /** The files of `data/` with the units that provinces begin with. */
  readonly unitFiles: () => ProvinceUnitFiles;
  readonly holidays: Holidays;
  readonly agreementProcedures: readonly AgreementProcedure[];
  readonly timeLimits: readonly TimeLimit[];
  readonly borderMaps: BorderMaps;
  readonly close: () => void;
}

/**
 * Gets ready to read; the lists of `data/` are loaded at the first document, the child process starts then too unless
 * one is given that was started before.
 */
export function openReading(world: World, reading: FileReading = openFileReading(world)): Reading {
  let known: Gazetteer | null = null;
  let repair: RepairModel | null = null;
  let holidays: Holidays | null = null;
  let procedures: readonly AgreementProcedure[] | null = null;
  let timeLimits: readonly TimeLimit[] | null = null;
  let borderMaps: BorderMaps | null = null;
  const gazetteer = () => {
    known ??= buildGazetteer({
      units: dataFile(world, "administrative-units.tsv"),
      bodies: dataFile(world, "bodies.tsv"),
      provinces: dataFile(world, "provinces.tsv"),
    });
    return known;
  };
  return {
    reading,
    get gazetteer() {
      return gazetteer();
    },
    get holidays() {
      holidays ??= holidaysOf(parseHolidayData(dataFile(world, "holidays.json")));
      return holidays;
    },
    get agreementProcedures() {
      procedures ??= parseAgreementProcedures(dataFile(world, "agreement-procedures.json"));
      return procedures;
    },
    get borderMaps() {
      borderMaps ??= parseBorderMaps(dataFile(world, "border-maps.json"));
      return borderMaps;
    },
    get timeLimits() {
      timeLimits ??= parseTimeLimits(dataFile(world, "time-limits.json"));
      return timeLimits;
    },
    repairModel: () => {
      repair ??= readRepairModel(world.checkout);
      return repair;
    },
    unitFiles: () => ({
      bodies: dataFile(world, "province-units.tsv"),
      traits: dataFile(world, "commune-traits.tsv"),
      districts: dataFile(world, "former-districts.tsv"),
    }),
    close: () => reading.close(),
  };
}
