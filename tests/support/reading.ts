import type { FileReading } from "../../src/intake/read-file.ts";
import type { Reading } from "../../src/main/reading.ts";
import { realAgreementProcedures } from "./agreement-procedures.ts";
import { realBorderMaps } from "./border-maps.ts";
import { realGazetteer, realUnitFiles } from "./gazetteer.ts";
import { realHolidays } from "./holidays.ts";
import { realTimeLimits } from "./time-limits.ts";

/** Reading with the lists of `data/`, as the program loads them. */
export function realReading(reading: FileReading): Reading {
  return {
    reading,
    gazetteer: realGazetteer(),
    holidays: realHolidays(),
    agreementProcedures: realAgreementProcedures(),
    timeLimits: realTimeLimits(),
    borderMaps: realBorderMaps(),
    unitFiles: realUnitFiles,
    close: () => reading.close(),
  };
}
