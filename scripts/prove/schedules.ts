// The due days of 10,000 random schedules beside those that a walk over the calendar finds, day by day.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { calendarDate } from "../../src/domain/basics/calendar-date.ts";
import { occurrencesOf } from "../../src/domain/calendar/occurrences.ts";
import type { Schedule } from "../../src/domain/calendar/schedule.ts";
import { readSchedule } from "../../src/domain/reading/schedule.ts";
import { findDeadlines } from "../../src/domain/reading/schedule-deadline.ts";
import { readTargets } from "../../src/domain/reading/target.ts";
import { differenceFromWalk, givenSchedule } from "../../tests/support/random-schedule.ts";

const runs = 10_000;
const seed = 20_261_122;
const mostGrowth = 40;
const documentDate = calendarDate(2025, 8, 20);
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
  const slowest = growths().toSorted((a, b) => b.times - a.times);
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
    `Times and targets of a text of ten times the length (10,000 letters in place of 1,000, one phrase again and again) take so many times longer to read; a rule that looks at every pair of places would take a hundred times. At most ${mostGrowth}.`,
    "",
    "| phrase | times |",
    "|---|---:|",
    ...slowest.slice(0, 5).map(({ phrase, times }) => `| ${phrase} | ${times.toFixed(1)} |`),
    "",
  ].join("\n");
  writeFileSync(join(checkout, "docs", "figures", "schedules.md"), table);
  for (const difference of differing.slice(0, 10)) console.error(difference);
  const most = slowest[0]?.times ?? 0;
  console.log(
    `${runs} schedules, ${differing.length} differ; growth at most ${most.toFixed(1)} of ${mostGrowth}`,
  );
  return differing.length === 0 && most < mostGrowth ? 0 : 1;
}

/** Phrases that rules begin at, end at or count: what a rule that looks back or ahead too far would stumble over. */
const phrases = [
  ...["sau đó (năm 2026", "trong 15 ngày kể từ", "khi có", "1.1,", "/ 2 -", "quý I,", "hằng tháng,"],
  ...["ngày ...", "1 triệu", "số lượng", "((((", "năm 2026, 2027", "đến hết tháng 6", "chậm nhất ngày 15"],
];

function growths(): readonly { readonly phrase: string; readonly times: number }[] {
  return phrases.map((phrase) => {
    const long = (letters: number) => `${phrase} `.repeat(Math.ceil(letters / (phrase.length + 1)));
    const tries = Array.from({ length: 5 }, () => timeOf(long(10_000)) / Math.max(timeOf(long(1000)), 0.5));
    return { phrase, times: Math.min(...tries) };
  });
}

/** Milliseconds of the processor, the least of a few readings: what else the machine does is not counted. */
function timeOf(text: string): number {
  const tries = Array.from({ length: 3 }, () => {
    const begun = process.cpuUsage();
    readSchedule(text, { documentDate });
    findDeadlines(text, { documentDate });
    readTargets(text);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  });
  return Math.min(...tries);
}

process.exitCode = main();
