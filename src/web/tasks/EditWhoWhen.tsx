import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { UnitsAnswer } from "../../contract/overview.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RegisteredTaskAnswer, TaskEdit } from "../../contract/task.ts";
import type { TaskPreviewAnswer } from "../../contract/task-change.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { describeSchedule } from "../../domain/calendar/describe.ts";
import { reviewWords } from "../../domain/language/web-review.ts";
import { taskImportWords } from "../../domain/language/web-task-import.ts";
import { taskWords } from "../../domain/language/web-tasks.ts";
import { ask, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Icon } from "../components/Icon.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { useDraft } from "../review/use-draft.ts";
import styles from "./ImportTasksPlace.module.css";
import place from "./TaskPlace.module.css";

type Body = NonNullable<TaskEdit["addressees"]>[number];
type Role = Body["role"];

interface Fields {
  readonly bodies: readonly Body[];
  readonly when: string;
  /** The words stay though they give no time. */
  readonly noSchedule: boolean;
  /** The new times also hold for what has fallen due. */
  readonly past: boolean;
}

const roles: readonly Role[] = ["lead", "standing", "directs", "supervises", "approves", "with"];

/** What brings a task back to where it was before a change of bodies and times. */
export type WhoWhenUndo = Omit<TaskEdit, "version">;

interface EditWhoWhenProps {
  readonly task: RegisteredTaskAnswer;
  readonly onClose: () => void;
  readonly onSaved: (undo: WhoWhenUndo) => void;
}

/** Who and when of a task, edited in place: times in words, with the occurrences they give before anything is saved. */
export function EditWhoWhen(props: EditWhoWhenProps) {
  const words = useWords(taskImportWords);
  const review = useWords(reviewWords);
  const { draft, preview, failure, busy, nameless, look, end, save } = useWhoWhen(props);
  const { fields, change } = draft;
  return (
    <form
      className={place.factForm}
      aria-label={words.change}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {draft.restored && <p className="small muted">{review.restored}</p>}
      <Refusal
        failure={failure}
        noSchedule={fields.noSchedule}
        onNoSchedule={(noSchedule) => change({ noSchedule })}
      />
      <Bodies bodies={fields.bodies} onChange={(bodies) => change({ bodies })} />
      {nameless && <p className="small">{words.nameMissing}</p>}
      <TextInput
        size="xs"
        label={words.when}
        description={words.whenHelp}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={fields.when}
        onChange={(event) => change({ when: event.currentTarget.value, noSchedule: false })}
        onBlur={() => void look()}
      />
      {preview && (
        <Times
          preview={preview}
          past={fields.past}
          onPast={(past) => {
            change({ past });
            void look({ past });
          }}
        />
      )}
      <Buttons
        busy={busy}
        wrong={nameless}
        onLook={() => void look()}
        onClose={props.onClose}
        onDrop={draft.touched ? end : null}
      />
    </form>
  );
}

/** What was typed, what it would do to the times, and how it is saved. */
function useWhoWhen(props: EditWhoWhenProps) {
  const { task } = props;
  const queries = useQueryClient();
  const draft = useDraft<Fields>(`task.${task.id}.who`, task.version, {
    ...{ bodies: task.addressees.map(bodyOf), when: task.timeWords ?? "", noSchedule: false, past: false },
  });
  const { fields } = draft;
  const [preview, setPreview] = useState<TaskPreviewAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const nameless = fields.bodies.some(({ name }) => name.trim() === "");
  const edit = { version: task.version, ...editOf(task, fields) };
  const look = async (more: Partial<TaskEdit> = {}) => {
    const path = pathTo(apiPaths.taskPreview, { id: task.id });
    const answer = await ask<TaskPreviewAnswer>("POST", path, { ...edit, ...more });
    setFailure(answer.ok ? null : answer.failure);
    setPreview(answer.ok ? answer.value : null);
  };
  const end = () => {
    draft.drop();
    props.onClose();
  };
  const save = async () => {
    if (busy || nameless) return;
    setBusy(true);
    const answer = await ask<RegisteredTaskAnswer>("PATCH", pathTo(apiPaths.task, { id: task.id }), edit);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    // Whatever the answer: another's change is what should be seen next.
    await queries.invalidateQueries();
    if (!answer.ok) return;
    props.onSaved(wayBack(task));
    end();
  };
  return { draft, preview, failure, busy, nameless, look, end, save };
}

/** Why it was refused; words that give no time may be kept as they are. */
function Refusal(props: {
  readonly failure: Failure | null;
  readonly noSchedule: boolean;
  readonly onNoSchedule: (noSchedule: boolean) => void;
}) {
  const words = useWords(taskImportWords);
  if (props.failure === null) return null;
  return (
    <>
      <FailureNote failure={props.failure} />
      {props.failure.code === "register.time-unread" && (
        <Checkbox
          size="xs"
          label={words.meantNone}
          checked={props.noSchedule}
          onChange={(event) => props.onNoSchedule(event.currentTarget.checked)}
        />
      )}
    </>
  );
}

function Buttons(props: {
  readonly busy: boolean;
  readonly wrong: boolean;
  readonly onLook: () => void;
  readonly onClose: () => void;
  /** Throws away what was typed; null while nothing was. */
  readonly onDrop: (() => void) | null;
}) {
  const words = useWords(taskImportWords);
  const common = useWords(taskWords);
  const review = useWords(reviewWords);
  return (
    <div className={place.factButtons}>
      <Button size="compact-sm" type="submit" loading={props.busy} disabled={props.wrong}>
        {common.save}
      </Button>
      <Button size="compact-sm" variant="default" onClick={props.onLook}>
        {words.seeWhen}
      </Button>
      <Button size="compact-sm" variant="default" onClick={props.onClose}>
        {common.cancel}
      </Button>
      {props.onDrop && (
        <button type="button" className="link-button" onClick={props.onDrop}>
          {review.discard}
        </button>
      )}
    </div>
  );
}

function bodyOf({
  name,
  collective,
  role,
  written,
  share,
}: RegisteredTaskAnswer["addressees"][number]): Body {
  return { name, collective, role, written, share };
}

function wayBack({ timeWords, schedule, unclear, addressees }: RegisteredTaskAnswer): WhoWhenUndo {
  return { timeWords, schedule, unclear, addressees: addressees.map(bodyOf), past: true };
}

/** Only what was changed. */
function editOf(
  task: RegisteredTaskAnswer,
  { bodies, when, noSchedule, past }: Fields,
): Omit<TaskEdit, "version"> {
  const same = JSON.stringify(bodies) === JSON.stringify(task.addressees.map(bodyOf));
  const timed = when.trim() !== (task.timeWords ?? "").trim();
  return {
    ...(same ? {} : { addressees: [...bodies] }),
    ...(timed ? { timeWords: when.trim() || null } : {}),
    ...(timed && noSchedule ? { schedule: null } : {}),
    ...(timed && past ? { past } : {}),
  };
}

function Bodies({
  bodies,
  onChange,
}: {
  bodies: readonly Body[];
  onChange: (bodies: readonly Body[]) => void;
}) {
  const words = useWords(taskImportWords);
  const common = useWords(taskWords);
  const known = useId();
  const units = useQuery({ queryKey: ["units"], queryFn: () => fetchAnswer<UnitsAnswer>(apiPaths.units) });
  const set = (at: number, changes: Partial<Body>) =>
    onChange(bodies.map((body, index) => (index === at ? { ...body, ...changes } : body)));
  const rename = (at: number, name: string) => {
    const unit = units.data?.units.find((one) => one.name === name);
    // Another name has its own words, not those of the document.
    set(at, { name, written: name, ...(unit ? { collective: unit.collective } : {}) });
  };
  return (
    <fieldset className={styles.bodies}>
      <legend className="small muted">{words.bodies}</legend>
      <datalist id={known}>
        {units.data?.units.map(({ key, name }) => (
          <option key={key} value={name} />
        ))}
      </datalist>
      {bodies.map((body, at) => (
        // The lines of a form have no name of their own.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={at} className={styles.body}>
          <NativeSelect
            size="xs"
            aria-label={words.role}
            value={body.role}
            data={roles.map((value) => ({ value, label: common.addresseeRoles[value] }))}
            onChange={(event) => {
              const role = roles.find((one) => one === event.currentTarget.value);
              if (role) set(at, { role });
            }}
          />
          <TextInput
            size="xs"
            aria-label={words.name}
            list={known}
            value={body.name}
            onChange={(event) => rename(at, event.currentTarget.value)}
          />
          <Checkbox
            size="xs"
            label={words.isCollective}
            checked={body.collective}
            onChange={(event) => set(at, { collective: event.currentTarget.checked })}
          />
          <button
            type="button"
            className={styles.remove}
            aria-label={words.removeBody(body.name)}
            title={words.removeBody(body.name)}
            onClick={() => onChange(bodies.filter((_, index) => index !== at))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <button
        type="button"
        className="link-button"
        onClick={() => onChange([...bodies, { name: "", collective: false, role: "lead", share: null }])}
      >
        {words.addBody}
      </button>
    </fieldset>
  );
}

type Occurrence = TaskPreviewAnswer["occurrences"][number];

/** The schedule that the words give, what becomes of each occurrence, and how many stay as they are. */
function Times(props: {
  readonly preview: TaskPreviewAnswer;
  readonly past: boolean;
  readonly onPast: (past: boolean) => void;
}) {
  const { preview, past } = props;
  const words = useWords(taskImportWords);
  const common = useWords(taskWords);
  const { language } = useSpeech();
  const count = useNumber();
  const say = (one: Occurrence) => {
    switch (one.change) {
      case "added":
        return words.added1;
      case "moved":
        return words.moved1(one.before ? sayDay(one.before) : common.noDue);
      case "removed":
        return words.removed1;
      case "kept":
        return words.kept1;
    }
  };
  const days = [
    ...Map.groupBy(preview.occurrences, (one) => say(one) + (one.recorded ? ` (${words.recorded})` : "")),
  ];
  return (
    <section role="status">
      <p>
        {common.understood}:{" "}
        <strong>{preview.schedule ? describeSchedule(preview.schedule, language) : words.noSchedule}</strong>
      </p>
      {preview.kept.recorded > 0 && (
        <p className="small">{words.keptRecorded(count(preview.kept.recorded))}</p>
      )}
      {preview.kept.past > 0 && <p className="small">{words.keptPast(count(preview.kept.past))}</p>}
      <ul className={`${styles.times} small`}>
        {days.map(([what, some]) => (
          <li key={what}>
            <span className="muted">{what}:</span>{" "}
            <span className="numbers">
              {some.map(({ lastDay }) => (lastDay ? sayDay(lastDay) : common.noDue)).join(", ")}
            </span>
          </li>
        ))}
      </ul>
      {(preview.kept.past > 0 || past) && (
        <Checkbox
          size="xs"
          label={words.past}
          checked={past}
          onChange={(event) => props.onPast(event.currentTarget.checked)}
        />
      )}
    </section>
  );
}
