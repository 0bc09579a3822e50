import { describe, expect, it } from "vitest";
import { day, procedures } from "./life.fixture.ts";
import { procedureOn, type SignatoryLevel } from "./procedure.ts";
import {
  type AgreementSettings,
  type LevelSettings,
  procedureOfProvince,
  tidySettings,
  usualAgreementSettings,
} from "./settings.ts";

function ofProvince(level: SignatoryLevel, set: Partial<LevelSettings>) {
  const procedure = procedureOn(procedures, level, day("2026-03-02"));
  if (procedure === null) throw new Error(`no procedure of ${level}`);
  const levels = [{ level, alsoAsks: [], opinionDays: null, copyDays: null, ...set }];
  return procedureOfProvince(procedure, { levels });
}

describe("the procedure of a level as a province goes by it", () => {
  it("asks the bodies that the province adds, always, and each once", () => {
    const { asks } = ofProvince("department", {
      alsoAsks: ["foreignAffairsDepartment", "securityMinistry", "provincialPolice"],
    });
    expect(asks.map(({ body, when }) => `${body} ${when}`)).toEqual([
      "foreignAffairsDepartment always",
      "concerned always",
      "defenceMinistry defence",
      "financeMinistry investment",
      "foreignMinistry sensitive",
      "securityMinistry always",
      "provincialPolice always",
    ]);
  });

  it.each([
    ["days that were not read in the law follow the province", "department", 5, 10],
    ["days of the law stay", "peoplesCommittee", 7, 15],
  ] as const)("%s", (_, level, opinionDays, copyDays) => {
    const procedure = ofProvince(level, { opinionDays: 5, copyDays: 10 });
    expect(procedure.opinionDays).toBe(opinionDays);
    expect(procedure.afterSigning.find(({ kind }) => kind === "copied")?.days).toBe(copyDays);
  });

  it("is that of the law where the province says nothing of the level", () => {
    const [first] = procedures;
    if (!first) throw new Error("there are procedures");
    expect(procedureOfProvince(first, usualAgreementSettings)).toBe(first);
  });
});

it("keeps settings in one order, each day of alert once, without levels that say nothing", () => {
  const given: AgreementSettings = {
    ...usualAgreementSettings,
    alertDays: [30, 180, 30],
    levels: [
      { level: "organisation", alsoAsks: ["borderGuard", "foreignMinistry"], opinionDays: null, copyDays: 7 },
      { level: "department", alsoAsks: [], opinionDays: null, copyDays: null },
    ],
  };
  expect(tidySettings(given)).toMatchObject({
    alertDays: [180, 30],
    levels: [{ level: "organisation", alsoAsks: ["foreignMinistry", "borderGuard"] }],
  });
});
