import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { stepNames } from "./step-names.ts";

it("names every step that the program books, and no other", () => {
  const root = join(import.meta.dirname, "../..");
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const booked = sources.flatMap((name) =>
    [...readFileSync(join(root, name), "utf8").matchAll(/(?:bookStep|\.close)\(\s*"([^"]+)"/g)].map(
      (match) => match[1],
    ),
  );
  expect([...new Set(booked)].sort()).toEqual(Object.keys(stepNames).sort());
});
