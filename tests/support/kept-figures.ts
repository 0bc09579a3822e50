/** Figures of a scorer's line that are worse than before: "content 67/68 after 68/68". */
export function lost(before: string | undefined, now: string): readonly string[] {
  const figuresOf = (line: string) =>
    new Map(
      line
        .split(" · ")
        .map((figure) => [figure.replace(/ (?:F1 )?[\d./]+$/, ""), figure.split(" ").at(-1) ?? ""] as const),
    );
  const earlier = figuresOf(before ?? "");
  const share = (figure: string): number => {
    const [right = Number.NaN, of] = figure.split("/").map(Number);
    return of === undefined ? right : right / of;
  };
  return [...figuresOf(now)].flatMap(([name, figure]) => {
    const was = earlier.get(name);
    return was !== undefined && share(figure) < share(was) - 1e-9 ? [`${name} ${figure} after ${was}`] : [];
  });
}
