import { useState } from "react";
import { draftOwner, dropDraft, keepDraft, readKeepable } from "../drafts.ts";
import { useSession } from "../session.ts";

/** What is to be said of a draft beside its form. */
export interface DraftState {
  /** True when what is shown was typed before the page was loaded. */
  readonly restored: boolean;
  /** The row changed on the server after the typing began. */
  readonly otherVersion: boolean;
  /** The browser could not keep what was typed last. */
  readonly notKept: boolean;
}

/** Whose drafts this browser shows now. */
export function useDraftOwner() {
  return draftOwner(useSession().data ?? null);
}

/**
 * A form's fields that survive a reload: kept in this browser from the first change until saved or thrown away.
 * `keepable` gives of what is typed what may be kept; null: nothing of it.
 */
export function useDraft<Fields>(
  key: string,
  version: number,
  initial: Fields,
  keepable: (fields: Fields) => Fields | null = (fields) => fields,
) {
  const owner = useDraftOwner();
  const [kept] = useState(() => readKeepable<Fields>(owner, key, keepable));
  const [notKept, setNotKept] = useState(false);
  const [fields, setFields] = useState<Fields>(kept?.fields ?? initial);
  const [touched, setTouched] = useState(kept !== null);
  return {
    fields,
    touched,
    notKept,
    restored: kept !== null,
    otherVersion: kept !== null && kept.version !== version,
    change: (changes: Partial<Fields>) => {
      const next = { ...fields, ...changes };
      setFields(next);
      setTouched(true);
      const keeping = keepable(next);
      if (keeping === null) return;
      setNotKept(!keepDraft(owner, key, { version: kept?.version ?? version, fields: keeping }));
    },
    drop: () => dropDraft(owner, key),
  };
}

/** Under which keys the forms of a review are kept. */
export const draftKey = {
  edit: (document: string, finding: string) => `review.${document}.edit.${finding}`,
  split: (document: string, finding: string) => `review.${document}.split.${finding}`,
  add: (document: string) => `review.${document}.add.`,
  all: (document: string) => `review.${document}.`,
};
