import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { UnitChangeAnswer, UnitChangePreviewAnswer, WishedChange } from "../../contract/unit.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { ask } from "../api.ts";
import { useDraft } from "../review/use-draft.ts";
import { type TypedChange, wishOf } from "./change-form.ts";

/** A change of the tree on its way: typed, looked at, recorded. What was seen is of the change as it was then. */
export function useChange(key: string, first: () => TypedChange) {
  const queries = useQueryClient();
  const [initial] = useState(first);
  const draft = useDraft<TypedChange>(key, 0, initial);
  const typed = draft.fields;
  const [preview, setPreview] = useState<UnitChangePreviewAnswer | null>(null);
  const [made, setMade] = useState<UnitChangeAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const wish = wishOf(typed);
  const look = async (wanted: WishedChange | null = wish) => {
    if (wanted === null) return;
    setBusy(true);
    const answer = await ask<UnitChangePreviewAnswer>("POST", apiPaths.unitChangePreview, { change: wanted });
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    setPreview(answer.ok ? answer.value : null);
  };
  const save = async () => {
    if (wish === null || preview === null) return;
    const { document, note } = typed;
    const request = { change: wish, seen: preview.seen, document: document || null, note: note || null };
    setBusy(true);
    const answer = await ask<UnitChangeAnswer>("POST", apiPaths.unitChanges, request);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return setPreview(null);
    draft.drop();
    setMade(answer.value);
    await queries.invalidateQueries();
  };
  return {
    ...{ typed, wish, preview, made, failure, busy, look, save },
    draft,
    change: (changes: Partial<TypedChange>) => {
      draft.change(changes);
      setPreview(null);
    },
    /** Words beside the change, which alter nothing of what moves. */
    note: (changes: Partial<Pick<TypedChange, "document" | "note">>) => draft.change(changes),
    /** Lets an open task go to another heir of a split. */
    give: (task: string, heir: number) => {
      const given = { ...typed.given, [task]: heir };
      draft.change({ given });
      void look(wishOf({ ...typed, given }));
    },
  };
}
