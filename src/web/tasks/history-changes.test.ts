import { expect, it } from "vitest";
import { changesOf } from "./history-changes.ts";

it.each([
  ["a changed word", { content: "a" }, { content: "b" }, [["content", "a", "b"]]],
  ["a field that was empty", { result: null }, { result: "Báo cáo" }, [["result", null, "Báo cáo"]]],
  ["a new record has no before", null, { on: "2026-01-05" }, [["on", null, "2026-01-05"]]],
  [
    "what stayed is not said",
    { content: "a", group: "g" },
    { content: "a", group: "h" },
    [["group", "g", "h"]],
  ],
  ["structures are not words", { schedule: { kind: "once" } }, { schedule: null }, []],
] as const)("%s", (_, before, after, expected) => {
  expect(changesOf(before, after).map(({ field, before: b, after: a }) => [field, b, a])).toEqual(expected);
});
