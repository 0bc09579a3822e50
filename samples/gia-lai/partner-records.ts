import type { SamplePartner } from "./facts.ts";

/** What an organisation is, by whom it belongs to. */
const organisations: Readonly<Record<string, string>> = {
  "Liên hợp quốc": "international",
  "Quốc tế": "ngo",
  "Liên minh châu Âu": "association",
};
const levels: Readonly<Partial<Record<SamplePartner["kind"], string>>> = {
  ...{ province: "province", city: "city", town: "district", district: "district" },
};

/** The foreign partners that the source documents name, as records of the register of partners: facts only. */
export function partnerRecords(
  partners: readonly SamplePartner[],
): readonly Readonly<Record<string, string>>[] {
  return partners
    .filter(({ country }) => country !== "Việt Nam")
    .map(({ name, kind, country, within, relation, border, fact, source }) => {
      const level = levels[kind];
      const other = kind === "company" ? "company" : (organisations[country] ?? "body");
      return {
        ...{ name, kind: level ? "locality" : other, note: `${fact} (${source})` },
        ...(country === "Quốc tế" ? {} : { country }),
        ...(level ? { level, border: border ? "Có" : "Không" } : {}),
        ...(relation === undefined ? {} : { relation }),
        ...(within === null ? {} : { within }),
      };
    });
}
