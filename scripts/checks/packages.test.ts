import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type LockFile, unapprovedPackages } from "./packages.ts";

const fine = { version: "1.0.0", license: "MIT", integrity: "sha512-x" };

describe("packages", () => {
  it("of this program are at exact versions, hashed, free, and run nothing when installed", () => {
    const path = join(import.meta.dirname, "../../package-lock.json");
    const lock = JSON.parse(readFileSync(path, "utf8")) as LockFile; // npm writes it in this form
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(unapprovedPackages(lock)).toEqual([]);
  });

  const wrong: readonly [string, LockFile["packages"], string, RegExp][] = [
    ["a range", { "": { dependencies: { hono: "^4.0.0" } } }, "package.json", /hono is asked for as \^4/],
    ["no hash", { "node_modules/a": { version: "1.0.0", license: "MIT" } }, "node_modules/a", /no hash/],
    [
      "a licence that binds",
      { "node_modules/a": { ...fine, license: "AGPL-3.0" } },
      "node_modules/a",
      /AGPL/,
    ],
    ["no licence", { "node_modules/a": { version: "1.0.0", integrity: "x" } }, "node_modules/a", /not named/],
    [
      "a script",
      { "node_modules/a": { ...fine, hasInstallScript: true } },
      "node_modules/a",
      /runs a script/,
    ],
  ];
  it.each(wrong)("are found with %s", (_, packages, where, what) => {
    expect(unapprovedPackages({ packages })).toMatchObject([{ where, what: expect.stringMatching(what) }]);
  });
});
