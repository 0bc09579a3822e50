import { type CalendarDate, dayIn, formatVietnamese } from "../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../basics/result.ts";
import { stateWords } from "../language/state-words.ts";
import { keyOfBody } from "../organisation/body-key.ts";
import { cellText, foldedKey, singleSpaced } from "../text/fold.ts";
import type { StateRules } from "./occurrence-state.ts";
import { leadingRoles, stateOfTask, type TaskRow } from "./registered-task.ts";
import { readKinds, writeKinds } from "./target-kind.ts";
import type { TaskAddressee } from "./task.ts";
import type { GivenTaskAddressee, TaskChangeRequest } from "./task-change.ts";
import { targetsAfter } from "./task-change-words.ts";

/** What a column of the sheet is for: changed by hand, kept as it is, or worked out anew at each export. */
export type ColumnUse = "key" | "edited" | "fixed" | "workedOut";

export interface SheetColumn {
  readonly key: string;
  readonly heading: string;
  readonly kind: "text" | "date";
  /** In characters. */
  readonly width: number;
  readonly use: ColumnUse;
  /** A day as `YYYY-MM-DD`, any other value as text. */
  readonly of: (task: TaskRow, rules: StateRules) => string | null;
}

/** The columns of an exported list of tasks; the same are read when the list comes back. */
export const taskSheetColumns: readonly SheetColumn[] = [
  column("document", "Văn bản", "fixed", 22, (task) => task.document.number ?? task.document.fileName),
  column("ref", "Mục", "fixed", 12, (task) => task.ref),
  column("group", "Nhóm", "edited", 30, (task) => task.group),
  column("content", "Nội dung", "edited", 80, (task) => task.content),
  column("leads", "Chủ trì", "edited", 40, (task) => namesOf(leadsOf(task))),
  column("coordinators", "Phối hợp", "edited", 40, (task) => namesOf(coordinatorsOf(task))),
  column("timeWords", "Thời gian", "edited", 24, (task) => task.timeWords),
  column("occurrence", "Kỳ", "fixed", 12, (task) => task.current?.key ?? null),
  {
    ...column("due", "Hạn (tự tính)", "workedOut", 14, (task) => task.current?.lastDay ?? null),
    kind: "date",
  },
  column(
    "state",
    "Tình trạng (tự tính)",
    "workedOut",
    24,
    (task, rules) => stateWords.vi[stateOfTask(task, rules)],
  ),
  {
    ...column("doneOn", "Ngày hoàn thành", "edited", 14, (task) => task.current?.doneOn ?? null),
    kind: "date",
  },
  column("product", "Sản phẩm đã có", "edited", 40, (task) => task.current?.product ?? null),
  column("result", "Sản phẩm, kết quả yêu cầu", "edited", 50, (task) => task.result),
  column("targets", "Cách tính chỉ tiêu", "edited", 30, (task) => writeKinds(task.targets)),
  column("approver", "Cấp phê duyệt", "edited", 30, (task) => task.approver),
  column("unclear", "Chưa rõ (tự tính)", "workedOut", 40, (task) =>
    task.unclear.map(({ reason }) => reason).join("; "),
  ),
  column("general", "Chỉ đạo chung", "edited", 14, (task) => (task.general ? "x" : null)),
  column("id", "Mã", "key", 38, (task) => task.id),
  column("version", "Phiên bản", "key", 10, (task) => String(task.version)),
];

function column(
  key: string,
  heading: string,
  use: ColumnUse,
  width: number,
  of: SheetColumn["of"],
): SheetColumn {
  return { key, heading, kind: "text", width, use, of };
}

function leadsOf({ addressees }: TaskRow): readonly TaskAddressee[] {
  return addressees.filter(({ role }) => leadingRoles.includes(role));
}

function coordinatorsOf({ addressees }: TaskRow): readonly TaskAddressee[] {
  return addressees.filter(({ role }) => role === "with");
}

function namesOf(addressees: readonly TaskAddressee[]): string {
  return addressees.map(({ name }) => name).join("; ");
}

/** The columns of a sheet that stand in a heading row, by place; null when it is no heading row of it. */
export function columnsIn<C extends Pick<SheetColumn, "heading">>(
  heading: readonly string[],
  columns: readonly C[],
): readonly (C | null)[] | null {
  const found = heading.map(
    (text) => columns.find((one) => foldedKey(one.heading) === foldedKey(text)) ?? null,
  );
  return found.filter((one) => one !== null).length >= 3 ? found : null;
}

/** One column in which a row of the sheet differs from the register. */
export interface CellChange {
  readonly column: SheetColumn;
  readonly before: string | null;
  readonly after: string | null;
}

/** The columns in which a row differs from its task; worked-out columns are not compared. Days are ISO. */
export function changedCells(
  task: TaskRow,
  cells: ReadonlyMap<SheetColumn, string>,
  rules: StateRules,
): readonly CellChange[] {
  return [...cells].flatMap(([one, text]): readonly CellChange[] => {
    if (one.use === "workedOut" || one.use === "key") return [];
    const before = one.of(task, rules);
    const after = one.kind === "date" ? (dayIn(text) ?? cellText(text)) : cellText(text);
    // Excel cuts a longer text at 32,767 characters; what it kept says nothing about the rest.
    const isSame = cellText(before) === after || isCut(cellText(before), after);
    return isSame ? [] : [{ column: one, before: filled(before), after: filled(after) }];
  });
}

function isCut(before: string, after: string): boolean {
  return after.length > 30_000 && after.endsWith("…") && before.startsWith(after.slice(0, -1));
}

function filled(text: string | null): string | null {
  return text === null || text === "" ? null : text;
}

/** What a row asks for: a change of the task, and a completion of the occurrence that stands for it. */
export interface RowRequest {
  readonly change: TaskChangeRequest;
  readonly done: { readonly on: CalendarDate; readonly product: string | null } | null;
}

/**
 * What the changed cells of a row ask for. Fails with `register.column-fixed` ({ column, kept }) for what a sheet
 * cannot change and `register.value-wrong` ({ column, value, expected }).
 */
export function requestOf(task: TaskRow, changes: readonly CellChange[]): Result<RowRequest> {
  const after = new Map(changes.map((one) => [one.column.key, one.after]));
  const isFinishing = after.has("doneOn") || after.has("product");
  // The occurrence is a mark of what the row is about; it matters only where something is said of it.
  const kept = changes.find(
    ({ column: one }) => one.use === "fixed" && (one.key !== "occurrence" || isFinishing),
  );
  if (kept) return fixed(kept);
  const done = isFinishing ? completionOf(task, changes) : succeed(null);
  if (!done.ok) return done;
  const general = after.get("general");
  if (general !== undefined && general !== null && foldedKey(general) !== "x")
    return fail("register.value-wrong", { column: "Chỉ đạo chung", value: general, expected: "x / –" });
  const content = after.get("content");
  if (content === null) return fail("register.content-empty");
  const kinds = after.get("targets");
  // A changed result brings its own targets, which keep their kinds.
  const result = after.get("result");
  const standing = result === undefined ? task.targets : targetsAfter(result, task.addressees, task.targets);
  const targets = kinds === undefined ? succeed(null) : readKinds(kinds ?? "", standing);
  if (!targets.ok) return targets;
  const text = (key: string) => (after.has(key) ? { [key]: after.get(key) ?? null } : {});
  return succeed({
    done: done.value,
    change: {
      ...{ ...text("group"), ...text("timeWords"), ...text("result"), ...text("approver") },
      ...(content === undefined ? {} : { content }),
      ...(targets.value === null ? {} : { targets: targets.value }),
      ...(general === undefined ? {} : { general: general !== null }),
      ...addresseesAfter(task, after),
    },
  });
}

function fixed({ column: one, before }: CellChange): Result<never> {
  const kept = one.kind === "date" && before !== null ? (dayIn(before) ?? before) : before;
  return fail("register.column-fixed", { column: one.heading, kept: kept ?? "–" });
}

function completionOf(task: TaskRow, changes: readonly CellChange[]): Result<RowRequest["done"]> {
  const day = changes.find(({ column: one }) => one.key === "doneOn");
  const product = changes.find(({ column: one }) => one.key === "product");
  // What is done stays done in a sheet: it is opened again by a person who says why.
  if (product && (task.current === null || task.current.doneOn !== null)) return fixed(product);
  if (day && (task.current === null || task.current.doneOn !== null)) return fixed(day);
  const on = dayIn(day?.after ?? "");
  if (on === null)
    return fail("register.value-wrong", {
      ...{ column: "Ngày hoàn thành", value: day?.after ?? "" },
      expected: "dd/MM/yyyy",
    });
  return succeed({ on, product: product?.after ?? null });
}

/** The addressees with those of the changed columns in place of the old; a name that stays keeps all that is known of it. */
function addresseesAfter(
  task: TaskRow,
  after: ReadonlyMap<string, string | null>,
): Pick<TaskChangeRequest, "addressees"> {
  if (!after.has("leads") && !after.has("coordinators")) return {};
  const [leads, coordinators] = [leadsOf(task), coordinatorsOf(task)];
  const others = task.addressees.filter((one) => !leads.includes(one) && !coordinators.includes(one));
  return {
    addressees: [
      ...(after.has("leads") ? named(after.get("leads") ?? "", leads, "lead") : leads),
      ...others,
      ...(after.has("coordinators")
        ? named(after.get("coordinators") ?? "", coordinators, "with")
        : coordinators),
    ],
  };
}

function named(
  text: string,
  known: readonly TaskAddressee[],
  role: "lead" | "with",
): readonly GivenTaskAddressee[] {
  return text
    .split(/[;\n]/)
    .map(singleSpaced)
    .filter((name) => name !== "")
    .map(
      (name) =>
        known.find(({ nameKey, collective }) => nameKey === keyOfBody(name, collective)) ?? {
          ...{ name, role, written: name, share: null },
          // "các sở, ban, ngành" stands for many bodies, as the words of the documents do.
          collective: /^(các|toàn thể|tất cả) /i.test(name),
        },
    );
}

/** A value as the sheet and the answer to a person show it: days as dd/MM/yyyy. */
export function shownCell({ kind }: SheetColumn, value: string | null): string | null {
  const day = kind === "date" && value !== null ? dayIn(value) : null;
  return day === null ? value : formatVietnamese(day);
}
