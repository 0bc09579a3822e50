import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AssignmentsAnswer } from "../../contract/assignment.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { fetchAnswer } from "../api.ts";
import { useWords } from "../language.tsx";
import { AssignDialog, type TaskToGive } from "./AssignDialog.tsx";
import styles from "./People.module.css";

type Assignment = AssignmentsAnswer["assignments"][number];

/** Who works on a task inside the units that hold it; the head of one gives it to people and rooms. */
export function TaskAssignments({ task }: { task: Pick<TaskToGive, "id" | "content"> }) {
  const words = useWords(peopleWords);
  const [giving, setGiving] = useState<Assignment | null>(null);
  const found = useQuery({
    queryKey: ["assignments", task.id],
    queryFn: () => fetchAnswer<AssignmentsAnswer>(pathTo(apiPaths.taskAssignments, { id: task.id })),
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
      {giving && (
        <AssignDialog
          unit={giving.unit}
          tasks={[{ id: task.id, content: task.content, version: giving.version }]}
          given={giving}
          onClose={() => setGiving(null)}
        />
      )}
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
