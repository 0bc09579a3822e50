import { describe, expect, it } from "vitest";
import { screenOf } from "./screens.ts";

describe("the screen of an address", () => {
  it.each([
    ["/tasks", "/tasks", "the register"],
    ["/tasks/import", "/tasks/import", "a plain address goes before a task of any id"],
    ["/tasks/0197", "/tasks/$id", "a task"],
    ["/documents/0197/review", "/documents/$id/review", "a part in the middle"],
    ["/organisation/change", "/organisation/change", "a change, not a unit of that id"],
  ])("%s is shown by %s: %s", (address, pattern) => {
    expect(screenOf(address)?.[0]).toBe(pattern);
  });

  it("is none where no place is", () => {
    expect(screenOf("/nowhere")).toBeUndefined();
    expect(screenOf("/")).toBeUndefined();
  });
});
