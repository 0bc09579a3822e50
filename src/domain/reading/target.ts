import type { Addressee } from "../organisation/addressee.ts";
import { numberAt, rangeAt } from "../text/number.ts";
import { anyPhraseAt, phraseAt, type Tokens, tokensOf } from "../text/token.ts";
import type { Target } from "./findings.ts";
import { frequencyOnlyAt } from "./schedule-rhythm.ts";
import { measureAt, measureBefore, perAt, slashesAt } from "./target-measure.ts";
import { changeBefore, mirrored, negative, opBefore, opFor, type Value } from "./target-op.ts";
import { eventsOfTime, labels, makingVerbs, parties, spokenAt, times, units } from "./target-words.ts";

interface Quantity {
  readonly value: Value;
  readonly next: number;
  readonly percent: boolean;
}

/** Where the reading of a text stands: what was said before holds until the sentence ends. */
interface Scene {
  readonly text: string;
  readonly tokens: Tokens;
  /** "đến năm 2030" */
  readonly by: string | undefined;
  /** "mỗi lớp": the class and the token after it. */
  readonly each: { readonly noun: string; readonly at: number } | undefined;
  readonly per: { readonly period: string; readonly at: number } | undefined;
}

/**
 * The measurable results in a result cell or a sentence, in order. Numbers that name a thing (articles, years, levels,
 * scales of maps), lengths of time and attributes ("quy mô từ 100 triệu USD") are none. A figure is for each unit only
 * where the words say so, and a percentage of things is a share of them; any other figure that several leads have
 * together is joint.
 */
export function readTargets(text: string, context: TargetContext = { leads: [] }): readonly Target[] {
  const { leads } = context;
  const together = leads.length > 1 || leads.some((lead) => "collective" in lead);
  const targets = targetsIn(text);
  return together
    ? targets.map((target) => (target.scope ? target : { ...target, scope: "joint" }))
    : targets;
}

/** Who answers for the results. */
export interface TargetContext {
  readonly leads: readonly Addressee[];
}

function targetsIn(text: string): readonly Target[] {
  const tokens = tokensOf(text);
  const targets: Target[] = [];
  let scene: Scene = { text, tokens, by: undefined, each: undefined, per: undefined };
  let at = 0;
  while (at < tokens.length) {
    scene = sceneAt(scene, at);
    const found = frequencyAt(scene, at) ?? externalAt(scene, at) ?? amountAt(scene, at);
    if (found?.target) targets.push(found.target);
    at = Math.max(at + 1, found?.next ?? 0);
  }
  return targets;
}

interface TargetFound {
  readonly target: Target | null;
  readonly next: number;
}

function sceneAt(scene: Scene, at: number): Scene {
  const { tokens } = scene;
  const token = tokens[at];
  if (token?.kind === "break" || token?.folded === ";" || isFullStop(tokens, at))
    return { ...scene, by: token?.folded === ";" ? scene.by : undefined, each: undefined, per: undefined };
  const goal = anyPhraseAt(tokens, at, ["den het nam", "den cuoi nam", "den nam"]);
  const year = goal === null ? undefined : tokens[goal]?.folded;
  if (year && /^(?:19|20|21)\d\d$/.test(year)) return { ...scene, by: year };
  const opened = spokenAt(tokens, at, [["mỗi"], ["từng"]]);
  const said = opened === null ? null : perAt(tokens, opened);
  if (said?.said.each) return { ...scene, each: { noun: said.said.each, at: said.next } };
  return said?.said.per ? { ...scene, per: { period: said.said.per, at: said.next } } : scene;
}

function isFullStop(tokens: Tokens, at: number): boolean {
  return tokens[at]?.folded === "." && !(tokens[at + 1]?.glued ?? false);
}

/** "được tổ chức 02 năm một lần", "đối thoại 2 lần/năm": once in each turn. */
function frequencyAt(scene: Scene, at: number): TargetFound | null {
  const { tokens, text } = scene;
  if (tokens[at]?.kind !== "number" && tokens[at]?.lower !== "hai") return null;
  const rhythm = frequencyOnlyAt(tokens, at);
  const per = rhythm?.every[0];
  if (!rhythm || !per) return null;
  const measure = subjectBefore(tokens, at, text);
  return { target: measure === null ? null : { op: "=", value: 1, measure, per }, next: rhythm.next };
}

/** What is done so often: the subject of "được tổ chức", or the noun before the number. */
function subjectBefore(tokens: Tokens, at: number, text: string): string | null {
  for (let i = at - 1; i > 0 && at - i < 8; i--) {
    const token = tokens[i];
    if (token?.kind !== "word") break;
    if (token.lower === "được") return asWritten(measureBefore(tokens, i, text), tokens, i, text);
  }
  const floor = phraseAt(tokens, at - 2, "it nhat") ?? phraseAt(tokens, at - 2, "toi thieu");
  return measureBefore(tokens, floor === null ? at : at - 2, text);
}

/** A subject keeps its capital. */
function asWritten(measure: string | null, tokens: Tokens, end: number, text: string): string | null {
  if (measure === null) return null;
  const stop = tokens[end - 1]?.end ?? 0;
  return text.slice(Math.max(0, stop - measure.length), stop);
}

/** "số lượng dự án theo chỉ tiêu UBND tỉnh giao": a figure that another act sets. */
function externalAt(scene: Scene, at: number): TargetFound | null {
  const { tokens, text } = scene;
  const counted = anyPhraseAt(tokens, at, ["so luong cac", "so luong"]);
  const target =
    counted === null
      ? anyPhraseAt(tokens, at, ["dat chi tieu", "theo chi tieu", "hoan thanh chi tieu"])
      : null;
  if (counted === null && target === null) return null;
  const end = clauseEnd(tokens, at);
  if (!assigns(tokens, at, end)) return null;
  const measure =
    counted === null ? measureBefore(tokens, at, text) : (measureAt(tokens, counted, text)?.words ?? null);
  return { target: measure === null ? null : { op: "external", value: null, measure }, next: end };
}

/** "chỉ tiêu" and "giao" (given as a quota) in the same clause. */
function assigns(tokens: Tokens, from: number, to: number): boolean {
  let quota = false;
  let given = false;
  for (let i = from; i < to; i++) {
    if (phraseAt(tokens, i, "chi tieu") !== null) quota = true;
    if (tokens[i]?.lower === "giao") given = true;
  }
  return quota && given;
}

/** Longest clause that is looked through, in tokens. */
const longestClause = 80;

function clauseEnd(tokens: Tokens, at: number): number {
  let end = at;
  while (
    end < tokens.length &&
    end - at < longestClause &&
    tokens[end]?.kind !== "break" &&
    ![",", ";", ".", ")"].includes(tokens[end]?.folded ?? "")
  )
    end += 1;
  return end;
}

/** A number with its unit or noun. */
function amountAt(scene: Scene, at: number): TargetFound | null {
  const { tokens } = scene;
  if (tokens[at]?.kind !== "number" && !numeralAt(tokens, at)) return null;
  const quantity = quantityAt(tokens, at);
  if (!quantity) return { target: null, next: pastNumber(tokens, at) };
  if (names(tokens, at, quantity)) return { target: null, next: quantity.next };
  return measured(scene, at, quantity);
}

/** Number words count only after "ít nhất" or a verb of making: "một số", "hai bên" count nothing. */
function numeralAt(tokens: Tokens, at: number): boolean {
  if (tokens[at]?.kind !== "word") return false;
  const number = numberAt(tokens, at);
  if (!number || spokenAt(tokens, at + 1, [["số"], ["phần"], ["trong"], ["cách"]]) !== null) return false;
  if (opBefore(tokens, at)) return true;
  const made = [1, 2].some((back) => spokenAt(tokens, at - back, makingVerbs) === at);
  return made && number.value > 1 && spokenAt(tokens, number.next, parties) === null;
}

function quantityAt(tokens: Tokens, at: number): Quantity | null {
  const range = rangeAt(tokens, at);
  const found = range ?? numberAt(tokens, at);
  if (!found) return null;
  const percent = tokens[found.next]?.folded === "%";
  return { value: found.value, next: percent ? found.next + 1 : found.next, percent };
}

function pastNumber(tokens: Tokens, at: number): number {
  let next = at + 1;
  while (tokens[next]?.glued && tokens[next]?.kind !== "word") next += 1;
  return next;
}

/** Whether the number names something, is part of a code, a date or a scale, or a length of time. */
function names(tokens: Tokens, at: number, quantity: Quantity): boolean {
  const [before, after] = [tokens[at - 1], tokens[quantity.next]];
  if (tokens[at]?.glued && before && (before.kind === "word" || ["-", "/", ".", "_"].includes(before.folded)))
    return true;
  if (
    !quantity.percent &&
    after?.glued &&
    (after.kind === "word" ? !isUnit(tokens, quantity.next) : "/-:".includes(after.folded))
  )
    return true;
  if (labelled(tokens, at) && !isUnit(tokens, quantity.next)) return true;
  if (!quantity.percent && isTime(tokens, quantity.next)) return true;
  // An organisation's or a standard's number ("ISO 9001", "GMP 2020"): an abbreviation before, nothing counted after.
  return after === undefined && before?.kind === "word" && !opBefore(tokens, at) && !quantity.percent;
}

function isTime(tokens: Tokens, at: number): boolean {
  return spokenAt(tokens, at, times) !== null && spokenAt(tokens, at, eventsOfTime) === null;
}

function isUnit(tokens: Tokens, at: number): boolean {
  return spokenAt(tokens, at, units) !== null;
}

function labelled(tokens: Tokens, at: number): boolean {
  // "mỗi năm 02 đoàn": a rhythm, not the year 02.
  if (["mỗi", "hằng", "hàng", "từng"].includes(tokens[at - 2]?.lower ?? "")) return false;
  // "cấp 200 suất học bổng": levels go up to a handful, and what stands behind a level's number is not counted by it.
  if (tokens[at - 1]?.lower === "cấp" && !/^[1-5]$/.test(tokens[at]?.folded ?? "")) return false;
  for (const back of [3, 2, 1]) {
    if (at - back < 0) continue;
    if (
      spokenAt(
        tokens,
        at - back,
        labels.filter((label) => label.length === back),
      ) === at
    )
      return true;
  }
  return false;
}

function measured(scene: Scene, at: number, quantity: Quantity): TargetFound {
  const { tokens, text } = scene;
  const unitEnd = quantity.percent ? quantity.next : spokenAt(tokens, quantity.next, units);
  const unit = quantity.percent
    ? "%"
    : unitEnd === null
      ? null
      : unitWords(tokens, quantity.next, unitEnd, text);
  const start = unitEnd ?? quantity.next;
  const slashed = unit === null ? null : slashesAt(tokens, start, quantity.next);
  const after = measureAt(tokens, slashed?.next ?? start, text);
  const change = unit === null ? null : changeBefore(tokens, at);
  const before = unit !== null && !after ? nounBefore(scene, at, change?.at) : null;
  const noun = after?.words ?? before;
  const next = Math.max(after?.next ?? 0, slashed?.next ?? 0, start);
  if (unit === null && noun === null) return { target: null, next: quantity.next };
  if (attribute(tokens, at)) return { target: null, next };
  const op = opFor(tokens, at, Math.min(next, quantity.next + 1), quantity.value);
  const each = slashed?.each ?? after?.each ?? eachFor(scene, at);
  const per =
    slashed?.per ?? after?.per ?? (scene.per && at - scene.per.at <= 6 ? scene.per.period : undefined);
  const share = unit === "%" && after !== null && change === null;
  const target: Target = {
    ...(each ? { scope: "each" as const } : share ? { scope: "share" as const } : {}),
    op: change?.falling ? mirrored(op) : op,
    value: change?.falling ? negative(quantity.value) : quantity.value,
    measure: [unit, noun].filter((part) => part !== null).join(" "),
    ...(per ? { per } : {}),
    ...(each ? { each } : {}),
    ...(scene.by ? { by: scene.by } : {}),
  };
  return { target, next };
}

/** What is measured, named before the number: before the verb of change ("xuất khẩu tăng 10%"), else after it. */
function nounBefore({ tokens, text }: Scene, at: number, changeAt: number | undefined): string | null {
  const before = changeAt === undefined ? null : measureBefore(tokens, changeAt, text);
  // "tốc độ tăng trưởng GRDP": the change is part of the name.
  if (before !== null && !["tốc độ", "mức", "tỷ lệ"].includes(before)) return before;
  return measureBefore(tokens, valueStart(tokens, at), text);
}

function unitWords(tokens: Tokens, from: number, to: number, text: string): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}

function eachFor(scene: Scene, at: number): string | undefined {
  return scene.each && at - scene.each.at <= 6 ? scene.each.noun : undefined;
}

const leadingWords = new Set(
  "đạt từ ít nhất tối thiểu trên khoảng hơn dưới gần đa quá không lên mức trung bình quân là đến :".split(
    " ",
  ),
);

/** Where the words that lead to a number ("đạt từ ít nhất 95%") begin. */
function valueStart(tokens: Tokens, at: number): number {
  let start = at;
  while (start > 0 && at - start < 6 && leadingWords.has(tokens[start - 1]?.lower ?? "")) start -= 1;
  return start;
}

/** "có quy mô từ 100 triệu USD trở lên", "trị giá 2 tỷ đồng": says which things are counted, not how many. */
function attribute(tokens: Tokens, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i <= 5; i--) {
    if (tokens[i]?.kind !== "word") return false;
    if (
      anyPhraseAt(tokens, i, [
        "quy mo",
        "tri gia",
        "cong suat",
        "co von",
        "co tong von",
        "dien tich tu",
        "gia tri tu",
      ]) !== null
    )
      return true;
  }
  return false;
}
