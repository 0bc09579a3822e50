import type { HeldRole } from "./rights.ts";

declare const provinceNumberBrand: unique symbol;

/** The number of a province or city in the list of administrative units (Quyết định 19/2025/QĐ-TTg), 1…99: 52 is Gia Lai. */
export type ProvinceNumber = number & { readonly [provinceNumberBrand]: true };

/** Who acts: a person with the province that he works for. */
export interface Actor {
  /** The person's id, or the name of the part of the program that acts by itself. */
  readonly person: string;
  readonly name: string;
  readonly province: ProvinceNumber;
  /** The roles that he has today, his own and those of people he acts for. */
  readonly held: readonly HeldRole[];
  /** The network address that he acts from; null at the machine itself. */
  readonly address: string | null;
}

/** A part of the program that acts by itself, or at the command line of the machine: it works like the focal body. */
export function programActor(part: string, province: ProvinceNumber): Actor {
  return {
    person: part,
    name: part,
    province,
    held: [{ role: "focalOfficer", unit: null, actingFor: null }],
    address: null,
  };
}

/** Reads a province's number, as a number or as its code ("04", "52"); null for anything else. */
export function provinceNumber(value: number | string): ProvinceNumber | null {
  const number = typeof value === "number" ? value : /^\d{1,2}$/.test(value) ? Number(value) : Number.NaN;
  // The range was checked, so the number is a ProvinceNumber.
  return Number.isInteger(number) && number >= 1 && number <= 99 ? (number as ProvinceNumber) : null;
}
