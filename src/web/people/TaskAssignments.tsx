import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AssignmentsAnswer, AssignRequest } from "../../contract/assignment.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { ask, fetchAnswer } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { FilterChip } from "../components/FilterChip.tsx";
import { useWords } from "../language.tsx";
import styles from "./People.module.css";
import { type ChosenPerson, PersonChoice } from "./PersonChoice.tsx";
import { useUnits } from "./PostFields.tsx";

type Assignment = AssignmentsAnswer["assignments"][number];

/** Who works on a task inside the units that hold it; the head of one gives it to people and rooms. */
export function TaskAssignments({ task }: { task: string }) {
  const words = useWords(peopleWords);
  const [giving, setGiving] = useState<Assignment | null>(null);
  const found = useQuery({
    queryKey: ["assignments", task],
    queryFn: () => fetchAnswer<AssignmentsAnswer>(pathTo(apiPaths.taskAssignments, { id: task })),
  });
  const shown = (found.data?.assignments ?? []).filter(({ version, mayAssign }) => version > 0 || mayAssign);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="assignments-title">
      <h2 id="assignments-title" className="subtitle">
        {words.inUnit}
      </h2>
      <ul>
        {shown.map((one) => (
          <li key={one.unit.id} className={styles.line}>
            <strong>{one.unit.name}</strong>
            <span>{whoWorks(one, words) || <span className="muted">{words.notGiven}</span>}</span>
            {one.mayAssign && (
              <button type="button" className="link-button" onClick={() => setGiving(one)}>
                {words.giveWork}
              </button>
            )}
          </li>
        ))}
      </ul>
      {giving && <AssignDialog task={task} assignment={giving} onClose={() => setGiving(null)} />}
    </section>
  );
}

function whoWorks({ leader, room, officer }: Assignment, words: (typeof peopleWords)["vi"]): string {
  const parts = [
    leader && `${words.leaderInCharge}: ${leader.name}`,
    room && `${words.room}: ${room.name}`,
    officer && `${words.officer}: ${officer.name}`,
  ];
  return parts.filter(Boolean).join(" · ");
}

function AssignDialog(props: {
  readonly task: string;
  readonly assignment: Assignment;
  readonly onClose: () => void;
}) {
  const words = useWords(peopleWords);
  const queries = useQueryClient();
  const units = useUnits();
  const { unit, version } = props.assignment;
  const [leader, setLeader] = useState<ChosenPerson | null>(props.assignment.leader);
  const [officer, setOfficer] = useState<ChosenPerson | null>(props.assignment.officer);
  const [room, setRoom] = useState(props.assignment.room?.id ?? "");
  const [failure, setFailure] = useState<Failure | null>(null);
  const rooms = (units.data?.units ?? []).filter(({ parent }) => parent === unit.id);
  const save = async () => {
    const request: AssignRequest = {
      ...{ unit: unit.id, tasks: [{ id: props.task, version }], room: room || null },
      ...{ leader: leader?.id ?? null, officer: officer?.id ?? null },
    };
    const answer = await ask("POST", apiPaths.assignments, request);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    await queries.invalidateQueries();
    props.onClose();
  };
  return (
    <Dialog title={`${words.giveWork}: ${unit.name}`} onClose={props.onClose}>
      <div className={styles.form}>
        {failure && <FailureNote failure={failure} />}
        <PersonChoice label={words.leaderInCharge} chosen={leader} onChoose={setLeader} />
        <FilterChip
          label={words.room}
          all={words.nobody}
          value={room}
          choices={rooms.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setRoom}
        />
        <PersonChoice label={words.officer} chosen={officer} onChoose={setOfficer} />
        <div className={styles.line}>
          <Button size="xs" onClick={() => void save()}>
            {words.save}
          </Button>
          <Button size="xs" variant="default" onClick={props.onClose}>
            {words.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
