import { type KeyboardEvent, useEffect } from "react";
import { Icon } from "./Icon.tsx";
import styles from "./Register.module.css";
import type { RegisterRow } from "./register-row.ts";
import { Waiting } from "./Waiting.tsx";

/** A group that folds, as a row of the register. */
export type FoldingGroup = Extract<RegisterRow<unknown>, { kind: "group" }>;

/** The heading of a group that folds: its name and how many rows it has; the arrow keys open, fold and pass it. */
export function FoldButton({ group, isFirst }: { group: FoldingGroup; isFirst: boolean }) {
  const { fold } = group;
  if (!fold) return group.text;
  return (
    <button
      type="button"
      className={styles.fold}
      data-fold={group.key}
      tabIndex={isFirst ? 0 : -1}
      aria-expanded={fold.isOpen}
      onClick={fold.onToggle}
    >
      <Icon name="more" size={12} />
      <span>
        {group.text} <span className="muted numbers">({fold.count})</span>
      </span>
    </button>
  );
}

/** Stands where rows are still to come, and asks for them when it comes into view. */
export function WaitingRow({ onSeen }: { onSeen: (() => void) | null }) {
  useEffect(() => onSeen?.(), [onSeen]);
  return (
    <div className={styles.waiting} role="presentation" data-screen-only>
      <Waiting />
    </div>
  );
}

/** The group that stands directly above or below a row, when an arrow key leads there. */
export function foldBeside(
  rows: readonly RegisterRow<unknown>[],
  key: string,
  pressed: string,
): FoldingGroup | null {
  const found = rows[rows.findIndex((row) => row.key === key) + (steps[pressed] ?? 0)];
  return found?.kind === "group" && found.fold && found.key !== key ? found : null;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * What a key does on the heading of a group: right opens, left folds, up and down lead on. False for other keys and other
 * places.
 */
export function moveFromFold(
  event: KeyboardEvent,
  rows: readonly RegisterRow<unknown>[],
  onItem: (row: string) => void,
): boolean {
  const key = event.target instanceof HTMLElement ? event.target.dataset.fold : undefined;
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  if (row?.kind !== "group" || !row.fold || event.altKey || event.ctrlKey || event.metaKey) return false;
  const turns =
    (event.key === "ArrowRight" && !row.fold.isOpen) || (event.key === "ArrowLeft" && row.fold.isOpen);
  const next = rows[at + (steps[event.key] ?? 0)];
  if (turns) row.fold.onToggle();
  else if (next?.kind === "item") onItem(next.key);
  else if (next && next !== row) focusFold(event.currentTarget, next.key);
  else return false;
  event.preventDefault();
  return true;
}

/** Puts the focus on the heading of a group. */
export function focusFold(register: Element | null, key: string): void {
  register?.querySelector<HTMLElement>(`[data-fold="${CSS.escape(key)}"]`)?.focus();
}
