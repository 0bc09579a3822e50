import { Button, NativeSelect } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AssignedAnswer, AssignmentsAnswer, AssignRequest } from "../../contract/assignment.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { ask, failureOf } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import styles from "./People.module.css";
import { PersonChoice } from "./PersonChoice.tsx";
import { useUnits } from "./PostFields.tsx";

type Assignment = AssignmentsAnswer["assignments"][number];
type Given = Pick<Assignment, "leader" | "room" | "officer">;

/** A task whose part in the unit is given, in the version seen; null: whatever stands. */
export interface TaskToGive {
  readonly id: string;
  readonly content: string;
  readonly version: number | null;
}

const nobody: Given = { leader: null, room: null, officer: null };

/**
 * Gives a unit's part in tasks to a leader in charge, a room and an officer. With `given`, who works on it now, an empty
 * field means nobody; without, for many tasks, it leaves everybody where he is. What was refused is said task by task.
 */
export function AssignDialog(props: {
  readonly unit: Assignment["unit"];
  readonly tasks: readonly TaskToGive[];
  readonly given?: Given;
  readonly onClose: () => void;
}) {
  const words = useWords(peopleWords);
  const queries = useQueryClient();
  const { unit, given } = props;
  // The list may lose some of them while this window is open; what becomes of them is said all the same.
  const [tasks] = useState(props.tasks);
  const [wish, setWish] = useState<Given>(given ?? nobody);
  const [done, setDone] = useState<AssignedAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isEmpty = !given && !wish.leader && !wish.room && !wish.officer;
  const save = async () => {
    const part = (one: { id: string } | null) => one?.id ?? (given ? null : undefined);
    const request: AssignRequest = {
      ...{ unit: unit.id, tasks: tasks.map(({ id, version }) => ({ id, version })) },
      ...{ leader: part(wish.leader), room: part(wish.room), officer: part(wish.officer) },
    };
    const answer = await ask<AssignedAnswer>("POST", apiPaths.assignments, request);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    await queries.invalidateQueries();
    if (given && answer.value.refused.length === 0) props.onClose();
    else setDone(answer.value);
  };
  return (
    <Dialog title={`${words.giveWork}: ${unit.name}`} onClose={props.onClose}>
      {done ? (
        <Outcome done={done} tasks={tasks} onClose={props.onClose} />
      ) : (
        <div className={styles.form}>
          {failure && <FailureNote failure={failure} />}
          <AssignFields unit={unit.id} wish={wish} many={!given} count={tasks.length} onChange={setWish} />
          <div className={styles.line}>
            <Button size="xs" disabled={isEmpty} onClick={() => void save()}>
              {words.save}
            </Button>
            <Button size="xs" variant="default" onClick={props.onClose}>
              {words.cancel}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function AssignFields(props: {
  readonly unit: string;
  readonly wish: Given;
  /** Many tasks at once: empty fields change nothing. */
  readonly many: boolean;
  readonly count: number;
  readonly onChange: (wish: Given) => void;
}) {
  const words = useWords(peopleWords);
  const say = useNumber();
  const { unit, wish, many, onChange } = props;
  const rooms = (useUnits().data?.units ?? []).filter(({ parent }) => parent === unit);
  const person = (name: "leader" | "officer", label: string) => (
    <PersonChoice
      label={label}
      unit={unit}
      chosen={wish[name]}
      onChoose={(chosen) => onChange({ ...wish, [name]: chosen })}
    />
  );
  return (
    <>
      {many && <p className="muted">{words.giveMany(say(props.count))}</p>}
      {person("leader", words.leaderInCharge)}
      <NativeSelect
        size="sm"
        label={words.room}
        value={wish.room?.id ?? ""}
        data={[
          { value: "", label: many ? words.asItIs : words.nobody },
          ...rooms.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => {
          const id = event.currentTarget.value;
          onChange({ ...wish, room: rooms.find((one) => one.id === id) ?? null });
        }}
      />
      {person("officer", words.officer)}
    </>
  );
}

/** The balance of what was asked: how many were given, and which were not, with the reason. */
function Outcome(props: {
  readonly done: AssignedAnswer;
  readonly tasks: readonly TaskToGive[];
  readonly onClose: () => void;
}) {
  const words = useWords(peopleWords);
  const say = useNumber();
  const { language } = useSpeech();
  const { assigned, refused } = props.done;
  return (
    <div className={styles.form}>
      <p role="status">{words.given(say(assigned + refused.length), say(assigned), say(refused.length))}</p>
      {refused.length > 0 && (
        <ul>
          {refused.map(({ task, error }) => (
            <li key={task}>
              {props.tasks.find(({ id }) => id === task)?.content}
              <div className="muted">{sayFailure(failureOf({ error }), language)}</div>
            </li>
          ))}
        </ul>
      )}
      <Button size="xs" onClick={props.onClose}>
        {words.done}
      </Button>
    </div>
  );
}
