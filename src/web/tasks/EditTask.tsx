import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RegisteredTaskAnswer, TaskEdit } from "../../contract/task.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { reviewWords } from "../../domain/language/web-review.ts";
import { taskWords } from "../../domain/language/web-tasks.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import { DraftNotes } from "../review/DraftNotes.tsx";
import { rowsFor } from "../review/FindingForm.tsx";
import { useDraft } from "../review/use-draft.ts";
import styles from "./TaskPlace.module.css";

interface Fields {
  readonly content: string;
  readonly result: string;
  readonly group: string;
  readonly approver: string;
  readonly general: boolean;
}

/** The words of a task, edited in place; what is typed is kept until it is saved or thrown away. */
export function EditTask({ task, onClose }: { task: RegisteredTaskAnswer; onClose: () => void }) {
  const words = useWords(taskWords);
  const review = useWords(reviewWords);
  const queries = useQueryClient();
  const initial: Fields = {
    content: task.content,
    result: task.result ?? "",
    group: task.group ?? "",
    approver: task.approver ?? "",
    general: task.general,
  };
  const draft = useDraft<Fields>(`task.${task.id}`, task.version, initial);
  const { fields, change } = draft;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const end = () => {
    draft.drop();
    onClose();
  };
  const save = async () => {
    if (fields.content.trim() === "" || busy) return;
    setBusy(true);
    const edit = { version: task.version, ...taskEditOf(initial, fields) };
    const answer = await ask("PATCH", pathTo(apiPaths.task, { id: task.id }), edit);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    await Promise.all(
      [["task", task.id], ["tasks"], ["history", task.id]].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
    if (answer.ok) end();
  };
  const text = (name: Exclude<keyof Fields, "general">, label: string) => ({
    size: "xs" as const,
    label,
    value: fields[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <form
      className={styles.factForm}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <DraftNotes draft={draft} />
      {failure && <FailureNote failure={failure} />}
      <Textarea
        {...text("content", words.content)}
        rows={rowsFor(fields.content)}
        autoFocus
        error={fields.content.trim() === "" ? review.contentMissing : null}
      />
      <Textarea {...text("result", words.product)} rows={2} />
      <TextInput {...text("group", words.group)} />
      <TextInput {...text("approver", words.approver)} />
      <Checkbox
        size="xs"
        label={review.fields.general}
        checked={fields.general}
        onChange={(event) => change({ general: event.currentTarget.checked })}
      />
      <div className={styles.factButtons}>
        <Button size="compact-sm" type="submit" loading={busy}>
          {words.save}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        {draft.touched && (
          <button type="button" className="link-button" onClick={end}>
            {review.discard}
          </button>
        )}
      </div>
    </form>
  );
}

/** Only what was changed; an emptied field is null. */
function taskEditOf(before: Fields, after: Fields): Omit<TaskEdit, "version"> {
  const words = (name: "result" | "group" | "approver") =>
    after[name].trim() === before[name].trim() ? {} : { [name]: after[name].trim() || null };
  return {
    ...(after.content.trim() === before.content ? {} : { content: after.content.trim() }),
    ...words("result"),
    ...words("group"),
    ...words("approver"),
    ...(after.general === before.general ? {} : { general: after.general }),
  };
}
