import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../basics/calendar-date.ts";
import { action, begun, day, procedures, rulesOf, walked } from "./life.fixture.ts";
import { bodiesToAsk, procedureOn, signatoryLevels } from "./procedure.ts";
import { parseAgreementProcedures } from "./procedure-file.ts";
import {
  addAction,
  agreementActionKinds,
  allowedKinds,
  type Proceeding,
  type ProceedingRules,
  proceedingPurposes,
  unaskedBodies,
} from "./proceeding.ts";
import { proceedingSteps } from "./steps.ts";

const province = rulesOf("peoplesCommittee");
const ministry = { body: "foreignMinistry" } as const;
const police = { body: "concerned", bodyName: "Công an tỉnh" } as const;

const proposed = action("2026-03-02", "proposed");
const asked = [
  proposed,
  action("2026-03-03", "opinionAsked", ministry),
  action("2026-03-03", "opinionAsked", police),
];
const heard = [
  ...asked,
  action("2026-03-06", "opinionGiven", { ...ministry, answer: "agrees" }),
  action("2026-03-09", "opinionGiven", { ...police, answer: "comments" }),
];
const signed = [...heard, action("2026-03-16", "decided"), action("2026-03-20", "signed")];

/** What becomes of one more action: "taken", or the code of the refusal. */
function outcome(
  before: Parameters<typeof walked>[0],
  next: Parameters<typeof walked>[0][number],
  rules: ProceedingRules = province,
  from: Proceeding = begun(),
): string {
  const result = addAction(walked(before, rules, from), next, rules, day("2026-06-30"));
  return result.ok ? "taken" : result.failure.code;
}

const disagreed = [...asked, action("2026-03-05", "opinionGiven", { ...ministry, answer: "disagrees" })];
const policeAgrees = action("2026-03-05", "opinionGiven", { ...police, answer: "agrees" });
const consent = [
  action("2026-03-10", "primeMinisterAsked"),
  action("2026-03-18", "primeMinisterAnswered", { answer: "agrees" }),
];

describe("what may happen in a proceeding", () => {
  it.each([
    ["a paper is proposed first", [], action("2026-03-02", "proposed"), "taken"],
    [
      "nobody is asked about what nobody proposed",
      [],
      action("2026-03-02", "opinionAsked", ministry),
      "agreement.action-not-allowed",
    ],
    ["it is proposed once", [proposed], action("2026-03-03", "proposed"), "agreement.action-not-allowed"],
    [
      "a day to come is no fact",
      [proposed],
      action("2026-07-01", "opinionAsked", ministry),
      "agreement.action-in-future",
    ],
    ["an opinion needs a body", [proposed], action("2026-03-03", "opinionAsked"), "agreement.body-missing"],
    [
      "a body concerned is named",
      [proposed],
      action("2026-03-03", "opinionAsked", { body: "concerned" }),
      "agreement.body-missing",
    ],
    [
      "an answer says which",
      asked,
      action("2026-03-06", "opinionGiven", ministry),
      "agreement.answer-missing",
    ],
    [
      "who was not asked gives no answer",
      asked,
      action("2026-03-06", "opinionGiven", { body: "concerned", bodyName: "Sở Tài chính", answer: "agrees" }),
      "agreement.action-not-allowed",
    ],
    [
      "an answer does not come before its asking",
      asked,
      action("2026-03-02", "opinionGiven", { ...ministry, answer: "agrees" }),
      "agreement.action-too-early",
    ],
    [
      "nothing is decided before every body of the law was asked",
      [proposed],
      action("2026-03-20", "decided"),
      "agreement.not-asked",
    ],
    [
      "seven working days are waited for: 12/3 is the seventh after 3/3",
      asked,
      action("2026-03-12", "decided"),
      "agreement.opinion-awaited",
    ],
    [
      "after them the authority decides without the late opinion",
      asked,
      action("2026-03-13", "decided"),
      "taken",
    ],
    ["a comment is no disagreement", heard, action("2026-03-16", "decided"), "taken"],
    [
      "a disagreement needs the Prime Minister's consent",
      [...disagreed, policeAgrees],
      action("2026-03-20", "decided"),
      "agreement.consent-missing",
    ],
    [
      "with his consent it is decided",
      [...disagreed, policeAgrees, ...consent],
      action("2026-03-20", "decided"),
      "taken",
    ],
    [
      "his refusal is no consent",
      [
        ...disagreed,
        policeAgrees,
        consent[0] ?? proposed,
        action("2026-03-18", "primeMinisterAnswered", { answer: "disagrees" }),
      ],
      action("2026-03-20", "decided"),
      "agreement.consent-missing",
    ],
    [
      "what is not decided is not signed",
      heard,
      action("2026-03-20", "signed"),
      "agreement.action-not-allowed",
    ],
    ["what is signed is copied", signed, action("2026-04-30", "copied"), "taken"],
    [
      "and copied once",
      [...signed, action("2026-03-30", "copied")],
      action("2026-04-01", "copied"),
      "agreement.action-not-allowed",
    ],
    [
      "nobody gives an opinion on a signed paper",
      signed,
      action("2026-04-01", "opinionAsked", ministry),
      "agreement.action-not-allowed",
    ],
    [
      "nothing follows a giving up",
      [...asked, action("2026-03-10", "dropped")],
      action("2026-03-13", "decided"),
      "agreement.action-not-allowed",
    ],
    [
      "of a Party body no words are kept",
      [proposed],
      action("2026-03-04", "partyAsked", { bodyName: "Ban Thường vụ Đảng ủy UBND tỉnh", note: "nội dung" }),
      "agreement.party-text",
    ],
  ])("%s", (_, before, next, expected) => expect(outcome(before, next)).toBe(expected));

  it.each([
    [
      "a department's paper does not go to the Prime Minister: the Chairman weighs the disagreement",
      rulesOf("department"),
      [
        action("2026-03-02", "proposed"),
        action("2026-03-03", "opinionAsked", { body: "foreignAffairsDepartment" }),
        action("2026-03-03", "opinionAsked", { body: "concerned", bodyName: "Sở Tài chính" }),
        action("2026-03-05", "opinionGiven", { body: "foreignAffairsDepartment", answer: "agrees" }),
        action("2026-03-06", "opinionGiven", {
          body: "concerned",
          bodyName: "Sở Tài chính",
          answer: "disagrees",
        }),
      ],
      action("2026-03-10", "decided"),
      "taken",
    ],
    [
      "where the province asks its Party bodies, nothing is decided without them",
      rulesOf("peoplesCommittee", [], { asksParty: true }),
      heard,
      action("2026-03-16", "decided"),
      "agreement.party-not-asked",
    ],
  ])("%s", (_, rules, before, next, expected) => expect(outcome(before, next, rules)).toBe(expected));

  it("of an inherited paper begins with what is known: its signing", () => {
    const inherited = begun("conclude", true);
    expect(outcome([], action("2019-05-10", "signed"), province, inherited)).toBe("taken");
    expect(outcome([], action("2019-05-10", "proposed"), province, inherited)).toBe(
      "agreement.action-not-allowed",
    );
  });

  it("by any sequence of actions is signed only after a decision, and keeps its days in order", () => {
    const kinds = fc.constantFrom(...agreementActionKinds);
    const answers = fc.constantFrom("agrees", "comments", "disagrees", null);
    const steps = fc.array(
      fc.record({ kind: kinds, after: fc.integer({ min: -5, max: 20 }), answer: answers }),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(steps, (sequence) => {
        let [standing, on] = [begun(), day("2026-01-05")];
        for (const { kind, after, answer } of sequence) {
          on = addDays(on, after);
          const body = kind.startsWith("opinion") ? ("foreignMinistry" as const) : null;
          const one = action(on, kind, { body, bodyName: "Ban Thường vụ", answer });
          const next = addAction(standing, one, province, day("2029-12-31"));
          if (next.ok) expect(allowedKinds(standing)).toContain(kind);
          if (next.ok) standing = next.value;
        }
        const at = (kind: string) => standing.actions.findIndex((one) => one.kind === kind);
        if (at("signed") >= 0) expect(at("decided")).toBeGreaterThanOrEqual(0);
        if (at("signed") >= 0) expect(at("signed")).toBeGreaterThan(at("decided"));
        const days = standing.actions.map((one) => one.on);
        expect(days).toEqual([...days].sort());
        const shown = proceedingSteps(standing, province, day("2029-12-31"));
        expect(shown.filter(({ key }) => key === "proposed").length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

/** Steps in short: key, body, state, last day. */
function shown(actions: Parameters<typeof walked>[0], today: string, rules = province): string[] {
  return proceedingSteps(walked(actions, rules), rules, day(today)).map(({ key, body, state, lastDay }) =>
    [key, body, state, lastDay].filter(Boolean).join(" "),
  );
}

describe("the steps of a proceeding", () => {
  it("wait for opinions by the seventh working day", () => {
    expect(shown(asked, "2026-03-10")).toEqual([
      "proposed done",
      "opinionGiven foreignMinistry open 2026-03-12",
      "opinionGiven concerned open 2026-03-12",
      "decided chairOfCommittee ahead",
      "signed ahead",
      "reported primeMinister ahead",
      "copied foreignMinistry ahead",
    ]);
    expect(shown(asked, "2026-03-13").slice(1, 3)).toEqual([
      "opinionGiven foreignMinistry late 2026-03-12",
      "opinionGiven concerned late 2026-03-12",
    ]);
  });

  it("tell an opinion that came late, and one that never came", () => {
    const late = [
      ...asked,
      action("2026-03-13", "opinionGiven", { ...police, answer: "agrees" }),
      action("2026-03-16", "decided"),
    ];
    expect(shown(late, "2026-03-20").slice(1, 4)).toEqual([
      "opinionGiven foreignMinistry missed 2026-03-12",
      "opinionGiven concerned doneLate 2026-03-12",
      "decided chairOfCommittee done",
    ]);
  });

  it("open the way to the Prime Minister with a disagreement, with seven working days for his answer", () => {
    expect(shown(disagreed, "2026-03-06")[3]).toBe("primeMinisterAsked open");
    expect(shown([...disagreed, consent[0] ?? proposed], "2026-03-12")[3]).toBe(
      "primeMinisterAnswered primeMinister open 2026-03-19",
    );
  });

  it("count fifteen days for the report and the copy; a last day off runs to the next working day", () => {
    expect(shown(signed, "2026-04-07").slice(-2)).toEqual([
      "reported primeMinister late 2026-04-06",
      "copied foreignMinistry late 2026-04-06",
    ]);
    const told = [...signed, action("2026-04-06", "reported"), action("2026-04-07", "copied")];
    expect(shown(told, "2026-04-08").slice(-2)).toEqual([
      "reported primeMinister done 2026-04-06",
      "copied foreignMinistry doneLate 2026-04-06",
    ]);
  });

  it("wait for nobody once the proposer gave it up", () => {
    expect(shown([...asked, action("2026-03-05", "dropped")], "2026-06-01")).toEqual([
      "proposed done",
      "opinionGiven foreignMinistry missed 2026-03-12",
      "opinionGiven concerned missed 2026-03-12",
      "dropped done",
    ]);
  });

  it("of a paper from before the system show what is known, and call nothing late", () => {
    const known = [action("2024-01-15", "signed"), action("2024-02-20", "copied")];
    const steps = (actions: typeof known) =>
      proceedingSteps(walked(actions, province, begun("conclude", true)), province, day("2026-04-10"));
    expect(steps(known.slice(0, 1)).map(({ key, state }) => `${key} ${state}`)).toEqual(["signed done"]);
    expect(steps(known).map(({ key, state }) => `${key} ${state}`)).toEqual([
      "signed done",
      "copied doneLate",
    ]);
  });

  it("of an ending count from the day it takes effect", () => {
    const ending = walked(
      [
        action("2026-03-02", "proposed"),
        ...asked.slice(1),
        action("2026-03-16", "decided"),
        action("2026-04-01", "tookEffect"),
      ],
      province,
      begun("end"),
    );
    const last = proceedingSteps(ending, province, day("2026-04-10")).at(-1);
    expect(last).toMatchObject({
      key: "notified",
      body: "foreignMinistry",
      state: "open",
      lastDay: "2026-04-16",
    });
  });
});

describe("procedures", () => {
  it("stand for every level of signatory that signs today, and for no other", () => {
    const today = day("2026-03-02");
    const levels = signatoryLevels.filter((level) => procedureOn(procedures, level, today) !== null);
    expect(levels).toEqual([
      "peoplesCommittee",
      "peoplesCouncil",
      "department",
      "borderCommune",
      "organisation",
    ]);
  });

  it.each(proceedingPurposes)(
    "are gone through to %s as to conclude: every body is asked first",
    (purpose) => {
      const begunFor = walked([proposed], province, begun(purpose));
      expect(unaskedBodies(begunFor, province)).toEqual(["foreignMinistry", "concerned"]);
      expect(outcome([proposed], action("2026-03-20", "decided"), province, begun(purpose))).toBe(
        "agreement.not-asked",
      );
    },
  );

  it("of districts end with them", () => {
    expect(procedureOn(procedures, "district", day("2025-06-30"))?.level).toBe("district");
    expect(procedureOn(procedures, "district", day("2025-07-01"))).toBeNull();
  });

  it("of departments ask the ministries that the content touches", () => {
    const { procedure } = rulesOf("department");
    expect(bodiesToAsk(procedure, [])).toEqual(["foreignAffairsDepartment", "concerned"]);
    expect(bodiesToAsk(procedure, ["security", "sensitive"])).toEqual([
      "foreignAffairsDepartment",
      "concerned",
      "securityMinistry",
      "foreignMinistry",
    ]);
  });

  it.each([
    ["two rules together", (all: object[]) => [...all, all[0]], /in force together/],
    ["a body unknown", ([one]: object[]) => [{ ...one, asks: [{ body: "x", when: "always" }] }], /none of/],
    ["no days", ([one]: object[]) => [{ ...one, opinionDays: 0 }], /no number/],
    ["a day that is none", ([one]: object[]) => [{ ...one, from: "2021-02-30" }], /no day/],
  ])("refuse a file with %s", (_, spoil, message) => {
    const all = JSON.parse(JSON.stringify(procedures));
    expect(() => parseAgreementProcedures(JSON.stringify(spoil(all)))).toThrow(message);
  });
});
