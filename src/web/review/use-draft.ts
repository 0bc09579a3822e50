import { useState } from "react";
import { dropDraft, keepDraft, readDraft } from "../drafts.ts";

/** A form's fields that survive a reload: kept in this browser from the first change until saved or thrown away. */
export function useDraft<Fields>(key: string, version: number, initial: Fields) {
  const [kept] = useState(() => readDraft<Fields>(key));
  const [fields, setFields] = useState<Fields>(kept?.fields ?? initial);
  const [touched, setTouched] = useState(kept !== null);
  return {
    fields,
    touched,
    /** True when what is shown was typed before the page was loaded. */
    restored: kept !== null,
    /** The row changed on the server after the typing began. */
    otherVersion: kept !== null && kept.version !== version,
    change: (changes: Partial<Fields>) => {
      const next = { ...fields, ...changes };
      setFields(next);
      setTouched(true);
      keepDraft(key, { version: kept?.version ?? version, fields: next });
    },
    drop: () => dropDraft(key),
  };
}

/** Under which keys the forms of a review are kept. */
export const draftKey = {
  edit: (document: string, finding: string) => `review.${document}.edit.${finding}`,
  split: (document: string, finding: string) => `review.${document}.split.${finding}`,
  add: (document: string) => `review.${document}.add.`,
  all: (document: string) => `review.${document}.`,
};
