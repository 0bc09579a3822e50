/** Steps by which countries are coloured: from how many partners on, and how the step is told. */
export const steps = [
  { from: 0, label: "0" },
  { from: 1, label: "1–2" },
  { from: 3, label: "3–9" },
  { from: 10, label: "10–29" },
  { from: 30, label: "30+" },
] as const;

/** The step of a number of partners, 0 to 4. */
export function stepOf(partners: number): number {
  return steps.findLastIndex(({ from }) => partners >= from);
}
