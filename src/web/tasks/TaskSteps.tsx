import { useQuery } from "@tanstack/react-query";
import type { OwnStepsAnswer } from "../../contract/own-plan.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import { ownPlanWords } from "../../domain/language/web-own-plans.ts";
import { fetchAnswer } from "../api.ts";
import { sayDay } from "../day-words.ts";
import { useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./TaskPlace.module.css";

/** The steps that units set themselves for the task in plans of their own; nothing where none did. */
export function TaskSteps({ task }: { task: string }) {
  const words = useWords(ownPlanWords);
  const { data } = useQuery({
    queryKey: ["task", task, "steps"],
    queryFn: () => fetchAnswer<OwnStepsAnswer>(pathTo(apiPaths.taskSteps, { id: task })),
  });
  if (!data || data.steps.length === 0) return null;
  return (
    <section aria-labelledby="steps-title">
      <h2 id="steps-title" className={styles.heading}>
        {words.steps}
      </h2>
      <ul>
        {data.steps.map(({ unit, document, finding, words: said, dueOn }) => (
          <li key={`${document.id} ${finding}`}>
            <p>
              {unit.name} ·{" "}
              <Link href={places.document(document.id)}>
                {[document.number, document.issuedOn && sayDay(document.issuedOn)].filter(Boolean).join(", ")}
              </Link>
              {dueOn && <span className="muted"> · {words.due(sayDay(dueOn))}</span>}
            </p>
            <p className="small">{said}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
