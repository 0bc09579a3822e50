import { describe, expect, it } from "vitest";
import { day } from "../agreement/life.fixture.ts";
import { type ConferenceHead, conferenceDays, opinionBy } from "./conference-days.ts";

const plain: ConferenceHead = {
  ...{ startsOn: day("2026-09-10"), endsOn: day("2026-09-11"), guestRank: "other", topics: [] },
};

describe("a conference", () => {
  it.each<[string, Partial<ConferenceHead>, string, string]>([
    ["of other guests is the Chairman's, 30 days before", {}, "provinceChair", "2026-08-11"],
    [
      "with a foreign minister is the Prime Minister's, 40 days before",
      { guestRank: "minister" },
      "primeMinister",
      "2026-08-01",
    ],
    ["on religion too", { topics: ["religion"] }, "primeMinister", "2026-08-01"],
    ["of guests nobody has named yet is the Chairman's", { guestRank: null }, "provinceChair", "2026-08-11"],
  ])("%s", (_, head, permittedBy, dossierBy) => {
    expect(conferenceDays({ ...plain, ...head })).toEqual({ permittedBy, dossierBy, reportBy: "2026-09-26" });
  });

  it("of one day is reported from that day; without a day nothing is due", () => {
    expect(conferenceDays({ ...plain, endsOn: null }).reportBy).toBe("2026-09-25");
    expect(conferenceDays({ ...plain, startsOn: null, endsOn: null })).toEqual({
      ...{ permittedBy: "provinceChair", dossierBy: null, reportBy: null },
    });
  });

  it("is answered by the bodies asked within 15 days", () => {
    expect(opinionBy(day("2026-08-10"))).toBe("2026-08-25");
  });
});
