import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseIsoDate } from "../../src/domain/basics/calendar-date.ts";
import type { Addressee } from "../../src/domain/organisation/addressee.ts";
import { buildGazetteer, type Gazetteer } from "../../src/domain/organisation/gazetteer.ts";
import type { ProvinceUnitFiles } from "../../src/domain/organisation/province-units.ts";
import type { AddresseeContext } from "../../src/domain/organisation/scene.ts";

const read = (name: string) => readFileSync(join(import.meta.dirname, "../../data", name), "utf8");

/** The files with the units that provinces begin with. */
export function realUnitFiles(): ProvinceUnitFiles {
  return {
    bodies: read("province-units.tsv"),
    traits: read("commune-traits.tsv"),
    districts: read("former-districts.tsv"),
  };
}

/** The gazetteer of `data/`, as the program loads it. */
export function realGazetteer(): Gazetteer {
  return buildGazetteer({
    units: read("administrative-units.tsv"),
    bodies: read("bodies.tsv"),
    provinces: read("provinces.tsv"),
  });
}

/** A document of a province (null: of a central body) on a day. */
export function documentOf(province: string | null, date = "2025-09-01"): AddresseeContext {
  return { province, issuer: null, date: parseIsoDate(date) };
}

/** Addressees on one line: units by name, collectives after "~", then "@role" unless lead and "{share}". */
export function onOneLine(addressees: readonly Addressee[]): string {
  return addressees
    .map((addressee) => {
      const name = "unit" in addressee ? addressee.unit : `~${addressee.collective}`;
      const role = addressee.role === "lead" ? "" : ` @${addressee.role}`;
      return `${name}${role}${addressee.share === null ? "" : ` {${addressee.share}}`}`;
    })
    .join(" | ");
}
