import { expect, it } from "vitest";
import { editRequest } from "../contract/review.ts";
import { faultyParts } from "./faulty-parts.ts";

const lead = { unit: "Sở Tài chính", role: "lead" };

it.each<readonly [unknown, string, string]>([
  [{ content: "" }, "edited.content", "an order without words"],
  [{ schedule: { kind: "once", from: null } }, "edited.schedule.to", "a day is missing"],
  [{ schedule: { kind: "continuous", until: "2030" } }, "edited.schedule.until", "a part that nobody knows"],
  [{ leads: [lead, { ...lead, role: "boss" }] }, "edited.leads.1.role", "one of several forms of addressee"],
  [{ leads: [{ ...lead, note: "x" }] }, "edited.leads.0.note", "a part that no form knows"],
  [{ color: "red", size: 1 }, "edited.color, edited.size", "several at once"],
])("%j is wrong at %s (%s)", (edited, part, _) => {
  const parsed = editRequest.safeParse({ version: 1, edited });
  expect(parsed.error && faultyParts(parsed.error)).toBe(part);
});
