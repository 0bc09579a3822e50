import { fail, type Result, succeed } from "../basics/result.ts";
import type { Target } from "../reading/findings.ts";
import { foldedKey } from "../text/fold.ts";

/**
 * How a target is reached: *each* unit has to, all units *joint*ly, or a *share* of the units that owe it. A figure for
 * each of other things ("mỗi lớp 50 học viên") is one of each too: `each` names them.
 */
export type TargetKind = NonNullable<Target["scope"]>;
export const targetKinds: readonly TargetKind[] = ["each", "joint", "share"];

/** The kinds as lists that leave the program name them. */
const kindWords = {
  each: "từng đơn vị",
  joint: "chung",
  share: "tỷ lệ đơn vị đạt",
} as const satisfies Record<TargetKind, string>;

/** Nouns of "for each" that mean the units that report; other nouns are things of which each is judged. */
const unitNouns = new Set(
  ["cơ quan", "đơn vị", "địa phương", "sở", "ngành", "xã", "phường", "đặc khu", "huyện", "tỉnh"].map(
    foldedKey,
  ),
);

/** The kind of a target; joint where nothing is said. */
export function kindOf({ scope }: Target): TargetKind {
  return scope ?? "joint";
}

/** The things of which each is judged, where they are no units: "lớp"; else null. */
export function thingOf({ scope, each }: Target): string | null {
  return scope === "each" && each !== undefined && !unitNouns.has(foldedKey(each)) ? each : null;
}

/** The target with another kind; the noun of "for each" goes with *each* alone. */
export function withKind(target: Target, kind: TargetKind): Target {
  if (kindOf(target) === kind) return target;
  const { each: _, ...rest } = target;
  return { ...rest, scope: kind };
}

/** By what a target is known within its task: its measure, however it is written, and its year where it has one. */
export function targetKey({ measure, by }: Pick<Target, "measure" | "by">): string {
  return by === undefined ? foldedKey(measure) : `${foldedKey(measure)}/${by}`;
}

/** The kinds of the targets of a task in a cell of a sheet, one a line: "tin bài: từng đơn vị". */
export function writeKinds(targets: readonly Target[]): string | null {
  if (targets.length === 0) return null;
  return targets.map((target) => `${target.measure}: ${kindWords[kindOf(target)]}`).join("\n");
}

/**
 * The targets with the kinds that such a cell gives them. Fails with `register.value-wrong` where it names a target that
 * the task has not, or a kind that there is not.
 */
export function readKinds(cell: string, targets: readonly Target[]): Result<readonly Target[]> {
  const wrong = (value: string) =>
    fail("register.value-wrong", {
      ...{ column: "Cách tính chỉ tiêu", value },
      expected: targets
        .map(({ measure }) => `${measure}: ${Object.values(kindWords).join(" / ")}`)
        .join("; "),
    });
  const given = new Map<string, TargetKind>();
  for (const line of cell.split("\n").filter((one) => one.trim() !== "")) {
    const at = line.lastIndexOf(":");
    const kind = targetKinds.find((one) => foldedKey(kindWords[one]) === foldedKey(line.slice(at + 1)));
    const measure = foldedKey(line.slice(0, Math.max(at, 0)));
    if (!kind || !targets.some((one) => foldedKey(one.measure) === measure)) return wrong(line);
    given.set(measure, kind);
  }
  if (targets.some(({ measure }) => !given.has(foldedKey(measure)))) return wrong(cell);
  return succeed(targets.map((one) => withKind(one, given.get(foldedKey(one.measure)) ?? kindOf(one))));
}
