import { writeFileSync } from "node:fs";
import { type FuzzTally, fuzzReading } from "../../tests/support/fuzz-reading.ts";
import { builtSeeds, realSeeds } from "../../tests/support/seed-files.ts";

/**
 * Reads damaged files, ten thousand by default, and writes what became of them to docs/figures/fuzz.md:
 * `node scripts/prove/fuzz.ts [count] [first number]`. Ends with 1 when a file crashed or hung its reader.
 */
const count = Number(process.argv[2] ?? 10_000);
const from = Number(process.argv[3] ?? 1);
const seeds = [...builtSeeds, ...realSeeds()];
const started = performance.now();
const { tallies, findings } = await fuzzReading(from, count, seeds, (done) =>
  console.error(`${done} of ${count}`),
);
const minutes = (performance.now() - started) / 60_000;

function row(kind: string, tally: FuzzTally): string {
  const refused = [...tally.refused].sort((a, b) => b[1] - a[1]).map(([code, times]) => `${code} ${times}`);
  const cells = [
    kind,
    tally.files,
    tally.read,
    refused.join(", "),
    tally.crashed,
    tally.hung,
    tally.starved,
    Math.round(tally.slowestMs),
    Math.round(tally.peakBytes / 1e6),
  ];
  return `| ${cells.join(" | ")} |`;
}

const rows = [...tallies].sort(([a], [b]) => a.localeCompare(b)).map(([kind, tally]) => row(kind, tally));
const page = `# Damaged files

${count} files made from ${seeds.length} whole ones by flipping, cutting, repeating, overwriting and joining bytes, inside office archives
too, each read in the reading child as the program does (\`node scripts/prove/fuzz.ts\`, the same files each time). A file is read
or refused with a reason; none may crash or hang its reader; one that asks for more memory
than the limit is stopped and refused by name. Peak is the most resident memory of a child, which
reads many files one after another.

| format | files | read | refused | crashed | hung | stopped by the memory limit | slowest ms | peak MB |
|---|---|---|---|---|---|---|---|---|
${rows.join("\n")}
`;
console.log(page);
console.log(`${minutes.toFixed(1)} minutes`);
for (const finding of findings) console.log(finding.number, finding.name, finding.failure, finding.stack);
if (count >= 10_000) writeFileSync(new URL("../../docs/figures/fuzz.md", import.meta.url), page);
process.exitCode = findings.some((finding) => finding.end !== "starved") ? 1 : 0;
