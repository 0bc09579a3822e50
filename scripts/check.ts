import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { forbiddenImports, importRings, type LayerTable } from "./checks/layers.ts";
import { type LockFile, unapprovedPackages } from "./checks/packages.ts";
import { oversized } from "./checks/sizes.ts";
import { type Offence, sourceFiles } from "./checks/source-files.ts";

/** Runs every check of the house and says where, what and what to do. Exit code 1 when any of them found something. */
const root = join(import.meta.dirname, "..");
const table = JSON.parse(readFileSync(join(import.meta.dirname, "checks/layers.json"), "utf8")) as LayerTable; // our own file; a test reads it too

function report(name: string, files: number, offences: readonly Offence[]): boolean {
  for (const offence of offences) console.error(`${offence.where}: ${offence.what}`);
  const seen = files > 0;
  console.log(
    `${name}: ${files} files seen, ${offences.length} found${seen ? "" : "; a check that sees nothing proves nothing"}`,
  );
  return seen && offences.length === 0;
}

function run(name: string, command: string, args: readonly string[]): boolean {
  const done = spawnSync(process.execPath, [join(root, "node_modules", command), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  console.log(`${name}: ${done.status === 0 ? "nothing found" : `exit code ${done.status}`}`);
  return done.status === 0;
}

const sources = sourceFiles(root, ["src"]);
const everything = [...sources, ...sourceFiles(root, ["scripts", "tests", "samples"])];
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as LockFile; // npm writes it in this form
const results = [
  report("packages", Object.keys(lock.packages).length, unapprovedPackages(lock)),
  report("layers", sources.length, forbiddenImports(sources, table)),
  report("rings", everything.length, importRings(everything)),
  report("sizes", everything.length, oversized(everything)),
  run("types", "typescript/bin/tsc", ["-p", "."]),
  run("lint and format", "@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]),
];
process.exitCode = results.every(Boolean) ? 0 : 1;
