import { Button, NativeSelect } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { QuestionsAnswer } from "../../contract/document-questions.ts";
import { carryWords } from "../../domain/language/web-carry.ts";
import { lineageWords } from "../../domain/language/web-lineage.ts";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { TaskState } from "../tasks/TaskState.tsx";
import styles from "./DocumentQuestions.module.css";
import { DocumentName } from "./document-name.tsx";
import type { QuestionDesk } from "./use-questions.ts";

type Asked = QuestionsAnswer["asked"][number];

/** One task about which the document asks, beside the task in which it would go on. */
export function AskedTask({ one, desk, chosen }: { one: Asked; desk: QuestionDesk; chosen: boolean }) {
  const words = useWords(lineageWords);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const { task, thing, question } = one;
  const replaced = question === "replaced";
  const ask = (answer: "kept" | "withdrawn") => desk.setAnswering({ task: task.id, question, answer });
  return (
    <li ref={row} className={styles.question} data-chosen={chosen || undefined}>
      {!replaced && <p className="small">{thing === null ? words.droppedOut : words.droppedThing(thing)}</p>}
      <div className={replaced ? styles.pair : undefined}>
        <div>
          <p className={styles.words}>
            <Link href={places.task(task.id)}>{task.content}</Link>
          </p>
          <p className="small muted">
            <DocumentName of={task.document} /> · {task.ref} · {words.given(sayDay(task.givenOn))}
            {task.dueOn !== null && ` · ${words.due(sayDay(task.dueOn))}`} · {task.leads.join("; ")}
          </p>
        </div>
        {replaced && desk.data.into.length > 0 && <Into one={one} desk={desk} />}
      </div>
      <div className={styles.actions}>
        <TaskState state={task.state} />
        {replaced && desk.data.into.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={desk.busy || desk.intoOf(one) === null}
            onClick={() => void desk.carryChosen(one)}
          >
            {desk.carry.carry}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => ask("kept")}>
          {replaced ? words.keep : words.dismiss}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => ask("withdrawn")}>
          {words.withdraw}
        </Button>
      </div>
    </li>
  );
}

/** The task in which it would go on: the likeliest, or another that a person chooses. */
function Into({ one, desk }: { one: Asked; desk: QuestionDesk }) {
  const carry = useWords(carryWords);
  const lineage = useWords(lineageWords);
  const say = useNumber();
  const into = desk.data.into.find(({ id }) => id === desk.intoOf(one));
  const proposed = one.carry !== null && one.carry.into === into?.id ? one.carry : null;
  const reasons = proposed?.reasons.map(({ code, words }) => lineage.reasons[code](words)) ?? [];
  return (
    <div>
      <NativeSelect
        size="xs"
        aria-label={`${carry.into}: ${one.task.ref}`}
        value={into?.id ?? ""}
        onChange={(event) => desk.choose(one.task.id, event.currentTarget.value)}
        data={[
          { value: "", label: carry.choose },
          ...desk.data.into.map(({ id, ref, content }) => ({ value: id, label: `${ref} · ${content}` })),
        ]}
      />
      {into ? (
        <p className={styles.words}>{into.content}</p>
      ) : (
        one.carry === null && <p className="small muted">{carry.noLike}</p>
      )}
      {proposed && (
        <p className="small muted">{[carry.likely(say(proposed.score)), ...reasons].join("; ")}</p>
      )}
    </div>
  );
}
