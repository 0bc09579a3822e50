import { describe, expect, it } from "vitest";
import { peopleWords } from "../../src/domain/language/web-people.ts";
import { actions, roles } from "../../src/domain/organisation/rights.ts";

describe.each(["vi", "en"] as const)("the words of the table of rights in %s", (language) => {
  it("name every action and every role, each by its own words", () => {
    const words = peopleWords[language];
    expect(Object.keys(words.actions).toSorted()).toEqual(actions.toSorted());
    expect(Object.keys(words.roles).toSorted()).toEqual(roles.toSorted());
    expect(new Set(Object.values(words.actions)).size).toBe(actions.length);
    expect(new Set(Object.values(words.roles)).size).toBe(roles.length);
  });
});
