import { describe, expect, it } from "vitest";
import { type Action, type HeldRole, reachOf, rights, roles, unitRoles } from "./rights.ts";

const held = (role: HeldRole["role"], unit: string | null = null): HeldRole => ({
  role,
  unit,
  actingFor: null,
});

describe("how far somebody may go", () => {
  it.each<[string, readonly HeldRole[], Action, ReturnType<typeof reachOf>]>([
    ["nobody without a post", [], "see-tasks", null],
    ["the focal body reads all", [held("focalOfficer", "so-ngv")], "see-tasks", { kind: "province" }],
    [
      "a unit's officer reads his unit's",
      [held("unitOfficer", "u1")],
      "see-tasks",
      { kind: "units", roots: ["u1"] },
    ],
    [
      "two posts reach over both units",
      [held("unitHead", "u1"), held("unitOfficer", "u2")],
      "see-tasks",
      { kind: "units", roots: ["u1", "u2"] },
    ],
    ["the wider post wins", [held("unitHead", "u1"), held("leader")], "see-tasks", { kind: "province" }],
    ["an administrator is no reader of the register", [held("administrator")], "see-tasks", null],
    ["nobody of a unit compares units", [held("unitHead", "u1")], "compare-units", null],
    ["nobody of a unit edits the register", [held("unitHead", "u1")], "edit-task", null],
    ["a head without a unit reaches nothing", [held("unitHead", null)], "assign-work", null],
  ])("%s", (_, posts, action, reach) => {
    expect(reachOf(posts, action)).toEqual(reach);
  });

  it("gives a role of a unit nothing over the whole province", () => {
    // The database of cooperation is read by all and entered by each for himself.
    for (const [action, table] of Object.entries(rights))
      for (const role of action === "see-records" ? [] : unitRoles)
        expect(`${action} ${new Map(Object.entries(table)).get(role)}`).not.toBe(`${action} province`);
  });

  it("uses every role", () => {
    const used = new Set(Object.values(rights).flatMap((table) => Object.keys(table)));
    expect([...roles].filter((role) => !used.has(role))).toEqual([]);
  });
});
