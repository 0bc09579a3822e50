import { expect, it } from "vitest";
import { logSightOf, shownRecord } from "./log-sight.ts";
import type { Role } from "./rights.ts";

const sightOf = (...roles: readonly Role[]) =>
  logSightOf(roles.map((role) => ({ role, unit: null, actingFor: null })));

const person = { name: "Lê Thị Sen", phone: "0912 345 678" };
const contact = {
  contact: { person: "Anh Bình", email: "binh@vd.gov.vn", phone: null, website: "vd.gov.vn" },
};
const invited = { invitation: "1", email: "sen@vd.gov.vn", roles: "leader" };

it.each([
  // The auditor reads all of the register, and no personal data.
  ["auditor", "person:1", person, { name: "Lê Thị Sen" }, ["phone"]],
  ["auditor", "unit:1", contact, { contact: { website: "vd.gov.vn" } }, ["email", "person"]],
  ["auditor", "person:1", invited, { invitation: "1", roles: "leader" }, ["email"]],
  [
    "auditor",
    "person:1",
    { posts: [{ person: "p1" }, person] },
    { posts: [{ person: "p1" }, { name: person.name }] },
    ["phone"],
  ],
  ["auditor", "task:1", { content: "Xây dựng kế hoạch" }, { content: "Xây dựng kế hoạch" }, []],
  // Who looks after accounts sees personal data, and nothing of the work.
  ["administrator", "person:1", person, person, []],
  ["administrator", "task:1", { content: "Xây dựng kế hoạch" }, null, ["*"]],
  ["administrator", "document:1", { number: "12/TB" }, null, ["*"]],
  ["administrator", "settings:52", { soonDays: 30 }, { soonDays: 30 }, []],
  ["auditor", "person:1", null, null, []],
] as const)(
  "%s at an entry of %s sees what his rights show elsewhere",
  (role, subject, record, shown, hidden) => {
    expect(shownRecord(sightOf(role), subject, record)).toEqual({ record: shown, hidden });
  },
);

it("a right over one unit opens no contents of the province's log", () => {
  const head = logSightOf([{ role: "unitHead", unit: "u1", actingFor: null }]);
  expect(head).toEqual({ personal: false, work: false, restricted: false });
});

it.each([
  [[], ["personal", "restricted"], "who reads the register alone"],
  [["personal"], ["restricted"], "who sees personal data"],
  [["restricted"], ["personal"], "who sees restricted records"],
])("what a record keeps apart stays apart for who sees %j", (seen, hidden) => {
  const sight = { personal: seen.includes("personal"), work: true, restricted: seen.includes("restricted") };
  const written = {
    register: "cases",
    values: {},
    personal: { email: "a@b.vn" },
    restricted: { name: "Vụ 1" },
  };
  const shown = shownRecord(sight, "record:1", written);
  expect(shown.hidden).toEqual(hidden);
  for (const part of ["personal", "restricted"])
    expect(Object.hasOwn(Object(shown.record), part)).toBe(seen.includes(part));
});
