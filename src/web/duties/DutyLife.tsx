import type { DutyAnswer } from "../../contract/duty.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import { sayDay } from "../day-words.ts";
import { useWords } from "../language.tsx";
import record from "../tasks/TaskPlace.module.css";
import styles from "./Duties.module.css";

/** The dated facts of a duty, newest first. */
export function DutyLife({ duty }: { duty: DutyAnswer }) {
  const words = useWords(dutyWords);
  return (
    <section aria-labelledby="life-title">
      <h2 id="life-title" className={record.heading}>
        {words.life}
      </h2>
      {duty.facts.length === 0 ? (
        <p className="muted">{words.noLife}</p>
      ) : (
        <ol className={styles.life}>
          {duty.facts.map((fact) => {
            const more = [
              ...(fact.step ? [words.steps[fact.step]] : []),
              ...(fact.dueOn ? [`${words.newDue}: ${sayDay(fact.dueOn)}`] : []),
              ...[fact.document, fact.product, fact.note].filter((text) => text !== null),
              ...(fact.whole ? [words.whole] : []),
            ];
            return (
              <li key={fact.id}>
                <p>
                  <span className="numbers">{sayDay(fact.on)}</span> <strong>{words.said[fact.kind]}</strong>{" "}
                  <span className="small muted">{fact.who}</span>
                </p>
                {more.length > 0 && <p className="small">{more.join(" · ")}</p>}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
