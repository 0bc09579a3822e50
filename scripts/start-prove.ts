// `npm run prove [name…]`: measures what the figures say. Each file of scripts/prove/ writes one table to
// docs/figures/<its name>.md; with no name all of them run, one after the other.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(checkout, "scripts", "prove");

function namesOfProofs(): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -3))
    .sort();
}

/** Runs one proof; it failed when it says so, or when it wrote no table. */
function prove(name: string): boolean {
  const table = join(checkout, "docs", "figures", `${name}.md`);
  const begun = Date.now();
  console.log(`── ${name}`);
  const done = spawnSync(process.execPath, [join(folder, `${name}.ts`)], { cwd: checkout, stdio: "inherit" });
  const written = statSync(table, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const isNew = written >= begun - 1000;
  if (done.status === 0 && !isNew) console.error(`${name} ended well but wrote no docs/figures/${name}.md`);
  console.log(
    `   ${done.status === 0 && isNew ? "proven" : "NOT proven"}, ${((Date.now() - begun) / 1000).toFixed(1)} s`,
  );
  return done.status === 0 && isNew;
}

function main(wanted: readonly string[]): number {
  const known = namesOfProofs();
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0 || known.length === 0) {
    console.error(
      `There is no ${unknown.join(", ") || "proof"} in scripts/prove/. There are: ${known.join(", ") || "none"}.`,
    );
    return 2;
  }
  const failed = (wanted.length > 0 ? wanted : known).filter((name) => !prove(name));
  console.log(failed.length === 0 ? "All figures proven." : `Not proven: ${failed.join(", ")}`);
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
