import type { CountryAnswer } from "../../contract/country.ts";

export type Figures = Omit<CountryAnswer["groups"][number], "title">;

/** Figures of several provinces or kinds of units together. */
export function addedUp(some: readonly Figures[]): Figures {
  const sum = (of: (one: Figures) => number) => some.reduce((all, one) => all + of(one), 0);
  const months = some.flatMap(({ since }) => since ?? []).toSorted();
  return {
    waiting: sum((one) => one.waiting),
    late: sum((one) => one.late),
    silent: sum((one) => one.silent),
    submitted: sum((one) => one.submitted),
    due: sum((one) => one.due),
    inTime: sum((one) => one.inTime),
    since: months[0] ?? null,
  };
}
