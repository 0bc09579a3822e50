import { Button } from "@mantine/core";
import { useState } from "react";
import type { DutyFactAnswer, DutyRowAnswer } from "../../contract/duty.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import { ask, failureOf } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { useMay } from "../session.ts";
import styles from "../tasks/TasksPlace.module.css";
import { CopyMessage } from "./CopyMessage.tsx";
import { NothingDialog } from "./NothingDialog.tsx";
import { isLate, UrgingLetter } from "./UrgingLetter.tsx";
import { useDutyChanged } from "./use-duties.ts";

/** What can be done with the chosen duties at once: "không phát sinh" by their unit, record or confirm by who follows. */
export function ChosenDuties(props: {
  readonly duties: readonly DutyRowAnswer[];
  readonly today: string;
  readonly onOver: () => void;
}) {
  const { duties, today } = props;
  const words = useWords(dutyWords);
  const say = useNumber();
  const changed = useDutyChanged();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<DutyFactAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const may = {
    report: useMay("report-duty"),
    record: useMay("record-report"),
    confirm: useMay("confirm-duty"),
  };
  const unit = onlyHolder(duties);
  const late = duties.filter(isLate).map(({ id }) => id);
  const record = async (kind: "recorded" | "confirmed") => {
    const seen = duties.map(({ id, version }) => ({ id, version }));
    const answer = await ask<DutyFactAnswer>("POST", apiPaths.dutiesFacts, { duties: seen, kind, on: today });
    setFailure(answer.ok ? null : answer.failure);
    setDone(answer.ok ? answer.value : null);
    await changed();
  };
  return (
    <div className={styles.chosen} role="status" data-screen-only>
      <span>{words.chosen(say(duties.length))}</span>
      {may.report && (
        <Button size="compact-sm" onClick={() => setAsking(true)}>
          {words.nothing}
        </Button>
      )}
      {may.record && (
        <Button size="compact-sm" variant="default" onClick={() => void record("recorded")}>
          {words.act.recorded}
        </Button>
      )}
      {may.confirm && (
        <Button size="compact-sm" variant="default" onClick={() => void record("confirmed")}>
          {words.act.confirmed}
        </Button>
      )}
      {unit && <CopyMessage unit={unit} chosen={{ duties: [...duties], today }} size="compact-sm" />}
      {may.record && unit && late.length > 0 && (
        <UrgingLetter unit={unit.name} late={late} left={duties.length - late.length} today={today} />
      )}
      <button type="button" className="link-button" onClick={props.onOver}>
        {words.unchoose}
      </button>
      {done && <Outcome done={done} duties={duties} />}
      {failure && <FailureNote failure={failure} />}
      {asking && (
        <NothingDialog
          duties={duties}
          onClose={() => setAsking(false)}
          onSent={() => {
            setAsking(false);
            props.onOver();
          }}
        />
      )}
    </div>
  );
}

/** The unit that owes all of the duties; null: several do. */
export function onlyHolder(duties: readonly DutyRowAnswer[]): DutyRowAnswer["holder"] | null {
  const [first] = duties;
  return first && duties.every(({ holder }) => holder.id === first.holder.id) ? first.holder : null;
}

/** The books of what was recorded: how many took it, and which not and why. */
function Outcome({ done, duties }: { done: DutyFactAnswer; duties: readonly DutyRowAnswer[] }) {
  const words = useWords(dutyWords);
  const say = useNumber();
  const { language } = useSpeech();
  if (done.refused.length === 0)
    return <span className="muted">{words.recordedAll(say(done.recorded.length))}</span>;
  const nameOf = (id: string) => duties.find((duty) => duty.id === id)?.holder.name ?? "";
  return (
    <div>
      <p>{words.recordedOf(say(done.recorded.length), say(done.refused.length))}</p>
      <ul>
        {done.refused.map(({ id, failure }) => (
          <li key={id}>
            {nameOf(id)}: {sayFailure(failureOf({ error: failure }), language)}
          </li>
        ))}
      </ul>
    </div>
  );
}
