import { Button, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { PlansRequest, TargetPeriodAnswer, TaskTargetsAnswer } from "../../contract/target.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { readPlanValue } from "../../domain/duty/target-plan.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import type { Language } from "../../domain/language/language.ts";
import { targetWords } from "../../domain/language/web-targets.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { useSpeech, useWords } from "../language.tsx";
import styles from "./Targets.module.css";
import { sayPlan } from "./use-plan-undo.ts";
import { useTargetsChanged } from "./use-targets.ts";

interface FormProps {
  readonly task: string;
  readonly detail: TargetPeriodAnswer;
  readonly onClose: () => void;
  /** Told for whom plans were saved; null: for all units together. */
  readonly onSaved: (units: readonly (string | null)[]) => void;
}

/** The plan for all units together. */
export function JointPlan(props: FormProps) {
  const { detail } = props;
  const words = useWords(targetWords);
  const { language } = useSpeech();
  const plan = detail.line.plan;
  const [typed, setTyped] = useState(plan ? sayPlan(plan.value) : "");
  return (
    <PlanForm
      {...props}
      document={plan?.document ?? ""}
      plans={() => [{ unit: null, typed: typed.trim() || null, version: plan?.version ?? null }]}
    >
      <TextInput
        size="xs"
        className={styles.planCell}
        label={words.planFor(detail.line.key)}
        value={typed}
        error={faultOf(typed, detail, language)}
        data-autofocus
        autoFocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </PlanForm>
  );
}

/** The plans of all units of the period, in one table. */
export function UnitPlans(props: FormProps) {
  const { detail } = props;
  const words = useWords(targetWords);
  const { language } = useSpeech();
  const standing = Object.fromEntries(
    detail.units.map(({ unit, plan }) => [unit.id, plan ? sayPlan(plan.value) : ""]),
  );
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(standing);
  const altered = () =>
    detail.units
      .filter(({ unit }) => (typed[unit.id] ?? "").trim() !== (standing[unit.id] ?? ""))
      .map(({ unit, plan }) => ({
        ...{ unit: unit.id, typed: typed[unit.id]?.trim() || null, version: plan?.version ?? null },
      }));
  return (
    <PlanForm
      {...props}
      document={detail.units.find(({ plan }) => plan?.document)?.plan?.document ?? ""}
      plans={altered}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section className={styles.units} tabIndex={0} aria-label={words.columns.plan}>
        <PlainTable heads={[{ title: words.columns.unit }, { title: words.columns.plan }]}>
          {detail.units.map(({ unit }) => (
            <tr key={unit.id}>
              <th scope="row">{unit.name}</th>
              <td>
                <TextInput
                  size="xs"
                  aria-label={words.planOf(unit.name)}
                  value={typed[unit.id] ?? ""}
                  error={faultOf(typed[unit.id] ?? "", detail, language)}
                  onChange={(event) => setTyped({ ...typed, [unit.id]: event.currentTarget.value })}
                />
              </td>
            </tr>
          ))}
        </PlainTable>
      </section>
    </PlanForm>
  );
}

/** Why a figure cannot be a plan; null: it can, or the field is empty. */
function faultOf(typed: string, { target }: TargetPeriodAnswer, language: Language): string | null {
  if (typed.trim() === "") return null;
  const read = readPlanValue(typed, target);
  return read.ok ? null : sayFailure(read.failure, language);
}

function PlanForm(
  props: FormProps & {
    readonly document: string;
    readonly plans: () => PlansRequest["plans"];
    readonly children: ReactNode;
  },
) {
  const { task, detail, onClose } = props;
  const words = useWords(targetWords);
  const changed = useTargetsChanged(task);
  const [document, setDocument] = useState(props.document);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    const plans = props.plans();
    if (busy) return;
    if (plans.length === 0) return onClose();
    setBusy(true);
    const body: PlansRequest = {
      ...{ target: detail.key, period: detail.line.key, document: document.trim() || null, plans },
    };
    const answer = await ask<TaskTargetsAnswer>("PUT", pathTo(apiPaths.taskPlans, { id: task }), body);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    await changed();
    if (!answer.ok) return;
    props.onSaved(plans.map(({ unit }) => unit));
    onClose();
  };
  return (
    <form
      data-screen-only
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {failure && <FailureNote failure={failure} />}
      <div className={styles.planForm}>
        {props.children}
        <TextInput
          size="xs"
          label={`${words.document} (${words.optional})`}
          value={document}
          onChange={(event) => setDocument(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" loading={busy}>
          {words.save}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
