import { useEffect, useMemo } from "react";
import type { FindingAnswer } from "../../contract/review.ts";
import { type DraftOwner, draftKeys, dropDraft } from "../drafts.ts";
import { draftKey, useDraftOwner } from "./use-draft.ts";

/** The rows of a review in which something was typed and not saved, by the form it was typed in. */
export interface DraftedRows {
  readonly edit: readonly string[];
  readonly split: readonly string[];
  /** A row that is being added. */
  readonly add: boolean;
  readonly all: ReadonlySet<string>;
}

/** What this browser keeps for a person of a review. */
export function draftedRows(owner: DraftOwner | null, document: string): DraftedRows {
  const begin = draftKey.all(document);
  const names = draftKeys(owner, begin).map((key) => key.slice(begin.length).split("."));
  const of = (kind: string) => names.flatMap(([one, row]) => (one === kind && row ? [row] : []));
  const [edit, split] = [of("edit"), of("split")];
  return { edit, split, add: names.some(([one]) => one === "add"), all: new Set([...edit, ...split]) };
}

/** The form in which something of a row was typed and not saved. */
export function draftedForm(
  { edit, split }: DraftedRows,
  id: string,
): { readonly kind: "edit" | "split"; readonly id: string } | null {
  if (edit.includes(id)) return { kind: "edit", id };
  return split.includes(id) ? { kind: "split", id } : null;
}

/** Throws away what was typed in a row. */
export function dropDrafts(owner: DraftOwner | null, document: string, row: string): void {
  for (const kind of ["edit", "split"] as const) dropDraft(owner, draftKey[kind](document, row));
}

/** The drafts as they stand; those of rows that are decided or gone end, for there is nothing left to save. */
export function useDraftedRows(
  document: string,
  {
    findings,
    open,
    form,
  }: {
    readonly findings: readonly FindingAnswer[];
    readonly open: ReadonlySet<string>;
    readonly form: unknown;
  },
): DraftedRows {
  const owner = useDraftOwner();
  useEffect(() => {
    if (findings.length === 0) return;
    for (const row of draftedRows(owner, document).all) if (!open.has(row)) dropDrafts(owner, document, row);
  }, [owner, document, findings, open]);
  // A form that opens or closes, and a row that was saved, change what is kept.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => draftedRows(owner, document), [owner, document, form, findings]);
}
