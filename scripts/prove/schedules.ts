// The due days of 10,000 random schedules beside those that a walk over the calendar finds, day by day.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { occurrencesOf } from "../../src/domain/calendar/occurrences.ts";
import type { Schedule } from "../../src/domain/calendar/schedule.ts";
import { differenceFromWalk, givenSchedule } from "../../tests/support/random-schedule.ts";

const runs = 10_000;
const seed = 20_261_122;
const checkout = join(import.meta.dirname, "..", "..");

interface Tally {
  schedules: number;
  occurrences: number;
  milliseconds: number;
}

function nameOf(schedule: Schedule): string {
  if (schedule.kind !== "recurring") return schedule.kind;
  const parts = [schedule.window && "window", schedule.due && "day", schedule.to && "end"].filter(Boolean);
  return ["recurring", ...(parts.length > 0 ? ["with", parts.join(", ")] : [])].join(" ");
}

function main(): number {
  const tallies = new Map<string, Tally>();
  const differing: string[] = [];
  for (const given of fc.sample(givenSchedule, { numRuns: runs, seed })) {
    const difference = differenceFromWalk(given);
    if (difference !== null) differing.push(difference);
    const begun = performance.now();
    const found = occurrencesOf(given.schedule, given);
    const name = nameOf(given.schedule);
    const tally = tallies.get(name) ?? { schedules: 0, occurrences: 0, milliseconds: 0 };
    tally.milliseconds += performance.now() - begun;
    tally.schedules += 1;
    tally.occurrences += found.length;
    tallies.set(name, tally);
  }
  const rows = [...tallies].sort(([, a], [, b]) => b.schedules - a.schedules);
  const sum = (of: (tally: Tally) => number) => rows.reduce((all, [, tally]) => all + of(tally), 0);
  const line = (name: string, count: number, occurrences: number, time: number) =>
    `| ${name} | ${count} | ${occurrences} | ${((time / count) * 1000).toFixed(0)} |`;
  const table = [
    "# Schedules",
    "",
    `${runs} schedules made by chance (seed ${seed}), also with windows, written days and ends that no document would put together, given on a day from 2019 to 2029 and looked at to a day from 2030 to 2033. Each is compared with a walk over the calendar that asks of every day whether it is the last of its period or window. Written by \`npm run prove -- schedules\`.`,
    "",
    `**${differing.length} of ${runs} differ.**`,
    "",
    "| schedule | schedules | occurrences | µs each |",
    "|---|---:|---:|---:|",
    ...rows.map(([name, tally]) => line(name, tally.schedules, tally.occurrences, tally.milliseconds)),
    line(
      "all",
      runs,
      sum((tally) => tally.occurrences),
      sum((tally) => tally.milliseconds),
    ),
    "",
  ].join("\n");
  writeFileSync(join(checkout, "docs", "figures", "schedules.md"), table);
  for (const difference of differing.slice(0, 10)) console.error(difference);
  console.log(`${runs} schedules, ${differing.length} differ`);
  return differing.length === 0 ? 0 : 1;
}

process.exitCode = main();
