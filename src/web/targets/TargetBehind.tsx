import { Button } from "@mantine/core";
import { useState } from "react";
import type { TargetPeriodAnswer, TargetRecordAnswer, TargetSourceAnswer } from "../../contract/target.ts";
import { targetWords } from "../../domain/language/web-targets.ts";
import { FailureError } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { UndoBar } from "../components/UndoBar.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { JointPlan, UnitPlans } from "./PlanForms.tsx";
import styles from "./Targets.module.css";
import { TargetUnits } from "./TargetUnits.tsx";
import { usePlanUndo } from "./use-plan-undo.ts";
import { useTargetPeriod } from "./use-targets.ts";

/** What stands behind a target in a period: its plan, its units, and every figure with the report that told it. */
export function TargetBehind(props: {
  readonly task: string;
  readonly target: string;
  readonly period: string;
}) {
  const detail = useTargetPeriod(props.task, props.target, props.period);
  if (detail.error instanceof FailureError)
    return <FailureNote failure={detail.error.failure} onRetry={() => void detail.refetch()} />;
  return detail.data ? <Behind task={props.task} detail={detail.data} /> : <Waiting />;
}

function Behind({ task, detail }: { task: string; detail: TargetPeriodAnswer }) {
  const words = useWords(targetWords);
  const [planning, setPlanning] = useState<"joint" | "units" | null>(null);
  const isEach = detail.line.reached !== null;
  const close = () => setPlanning(null);
  const saving = usePlanUndo(task);
  const form = {
    ...{ task, detail, onClose: close },
    onSaved: (units: readonly (string | null)[]) => saving.remember(detail, units),
  };
  return (
    <section className={styles.behind} aria-label={words.behindTitle(detail.line.key)}>
      {detail.mayPlan && planning === null && (
        <div className={styles.line} data-screen-only>
          {!isEach && (
            <Button size="compact-sm" variant="default" onClick={() => setPlanning("joint")}>
              {detail.line.plan ? words.editPlan : words.setPlan}
            </Button>
          )}
          {detail.units.length > 0 && (isEach || detail.units.length > 1) && (
            <Button size="compact-sm" variant="default" onClick={() => setPlanning("units")}>
              {words.unitPlans}
            </Button>
          )}
        </div>
      )}
      {saving.failure && <FailureNote failure={saving.failure} />}
      {planning === "joint" && <JointPlan {...form} />}
      {planning === "units" ? (
        <UnitPlans {...form} />
      ) : (
        (isEach || detail.units.length > 1) && <TargetUnits detail={detail} />
      )}
      <Records detail={detail} />
      {saving.isSaved && (
        <UndoBar said={words.planSaved} undo={words.undo} onUndo={saving.takeBack} onOver={saving.forget} />
      )}
    </section>
  );
}

/** The figures that count and those that do not, each with its report. */
function Records({ detail }: { detail: TargetPeriodAnswer }) {
  const words = useWords(targetWords);
  const say = useNumber();
  const { records, books } = detail;
  return (
    <div>
      <h3 className="small muted">{words.records}</h3>
      {detail.source && detail.line.reached === null && (
        <p>
          <Link href={listOf(detail.source, detail.line)}>{words.source.list(say(books.counted))}</Link>
        </p>
      )}
      {books.told === 0 ? (
        <p className="muted">{words.noRecords}</p>
      ) : (
        <details open={records.length <= 12}>
          <summary>{words.recordsBalance(say(books.told), say(books.counted), say(books.leftOut))}</summary>
          <ul className={styles.records}>
            {records.map((one) => (
              <RecordLine key={`${JSON.stringify(one.source)} ${one.typed} ${one.leftOut}`} record={one} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function RecordLine({ record }: { record: TargetRecordAnswer }) {
  const words = useWords(targetWords);
  const say = useNumber();
  const { unit, typed, value, proven, source, leftOut } = record;
  return (
    <li data-out={leftOut !== null || undefined}>
      {unit.name}: <strong>{typed ?? words.nothingSaid}</strong>
      {value !== null && typed !== null && typed !== say(value) && ` (${say(value)})`},{" "}
      {source.kind === "report" ? (
        <Link href={places.duty(source.duty)}>
          {words.reportNumber(say(source.number), sayDay(record.reportedOn))}
        </Link>
      ) : (
        <Link href={places.record(source.register, source.id)}>{sayDay(record.reportedOn)}</Link>
      )}
      {proven !== null && `, ${words.proven(say(proven))}`}
      {leftOut !== null && `, ${words.leftOut[leftOut]}`}
    </li>
  );
}

/** The list of exactly the records that count in a period. */
function listOf(
  { register, where, day, owner }: TargetSourceAnswer,
  { first, last }: TargetPeriodAnswer["line"],
): string {
  const within = [where, `${day}:${first}~${last}`].filter(Boolean).join(";");
  return places.records(register, { where: within, ...(owner && { owner }) });
}
