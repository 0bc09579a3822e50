import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { UnitPlansAnswer } from "../../contract/unit.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { unitWords } from "../../domain/language/web-units.ts";
import { ask, failureOf, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { sayDay, sayMoment } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import record from "../tasks/TaskPlace.module.css";
import styles from "./Units.module.css";

type Plan = UnitPlansAnswer["plans"][number];

/** Changes of organisation to come, of one unit or of all; each can be cancelled before its day. None: nothing is shown. */
export function Plans({ unit }: { unit?: string }) {
  const words = useWords(unitWords).plans;
  const queries = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const listed = useQuery({
    queryKey: ["unit-plans"],
    queryFn: () => fetchAnswer<UnitPlansAnswer>(apiPaths.unitPlans),
    staleTime: 0,
  });
  const plans = (listed.data?.plans ?? []).filter(
    ({ before, after }) => unit === undefined || [...before, ...after].some(({ id }) => id === unit),
  );
  if (plans.length === 0 && said === null) return null;
  const cancel = async ({ id }: Plan) => {
    const answer = await ask("DELETE", pathTo(apiPaths.unitPlan, { id }), undefined);
    setFailure(answer.ok ? null : answer.failure);
    setSaid(answer.ok ? words.cancelled : null);
    await queries.invalidateQueries({ queryKey: ["unit-plans"] });
  };
  return (
    <section aria-labelledby="plans-title">
      <h2 id="plans-title" className={record.heading}>
        {words.title}
      </h2>
      {failure && <FailureNote failure={failure} />}
      {said && <p role="status">{said}</p>}
      <ul className={styles.bullets}>
        {plans.map((plan) => (
          <li key={plan.id}>
            <PlanWords plan={plan} />
            {listed.data?.mayChange && (
              <>
                {" "}
                <button
                  type="button"
                  className="link-button"
                  data-screen-only
                  onClick={() => void cancel(plan)}
                >
                  {words.cancel}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PlanWords({ plan }: { plan: Plan }) {
  const words = useWords(unitWords);
  const { language } = useSpeech();
  const units = (list: Plan["before"]) =>
    list.map(({ id, name }, at) => (
      <span key={id ?? name}>
        {at > 0 && ", "}
        {id === null ? name : <Link href={places.unit(id)}>{name}</Link>}
      </span>
    ));
  return (
    <>
      <strong>{words.changes[plan.kind]}</strong> {units(plan.before)}
      {plan.before.length > 0 && plan.after.length > 0 && " → "}
      {units(plan.after)}, {words.plans.from(sayDay(plan.on))}
      {plan.document && ` · ${plan.document}`}{" "}
      <span className="small muted">
        {sayMoment(plan.at, language)}, {plan.who}
        {plan.note && ` · ${plan.note}`}
      </span>
      {plan.failure && (
        <p className={styles.warn}>
          {words.plans.failed} {sayFailure(failureOf({ error: plan.failure }), language)}
        </p>
      )}
    </>
  );
}
