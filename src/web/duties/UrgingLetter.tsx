import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import type { DutyRowAnswer } from "../../contract/duty.ts";
import { apiPaths } from "../../contract/paths.ts";
import { addDays, parseIsoDate } from "../../domain/basics/calendar-date.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { awaitingStates } from "../../domain/duty/duty-state.ts";
import type { LetterIssuer } from "../../domain/duty/urging-letter.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import { urgingWords } from "../../domain/language/web-urging.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { useNumber, useWords } from "../language.tsx";
import { saveDraft } from "../save-draft.ts";
import styles from "./Duties.module.css";

/** Days that a unit is given to answer, until somebody says otherwise. */
const usualAnswerDays = 7;

/** Whether a letter may name the duty: its unit has to act, and the day has passed. */
export function isLate({ state, daysLate }: DutyRowAnswer): boolean {
  return daysLate > 0 && awaitingStates.includes(state);
}

/** What a letter is drafted over: late duties of one unit, by their ids. */
interface Drafted {
  readonly unit: string;
  readonly late: readonly string[];
  /** How many were chosen beside them that no letter names. */
  readonly left?: number;
  /** Who issues it, until somebody says otherwise. */
  readonly from?: LetterIssuer;
  readonly today: string;
}

/** Drafts the official letter over late duties of one unit. */
export function UrgingLetter(props: Drafted) {
  const words = useWords(urgingWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {words.letter}
      </Button>
      {open && <LetterDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function LetterDialog(props: Drafted & { readonly onClose: () => void }) {
  const words = useWords(urgingWords);
  const { dayNeeded, cancel } = useWords(dutyWords);
  const say = useNumber();
  const { late, left = 0 } = props;
  const today = parseIsoDate(props.today);
  const [from, setFrom] = useState<string>(props.from ?? "own");
  const [answerBy, setAnswerBy] = useState<string>(today ? addDays(today, usualAnswerDays) : "");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const draft = async () => {
    if (answerBy === "" || busy) return;
    setBusy(true);
    const request = { duties: late, from, answerBy };
    const refused = await saveDraft(apiPaths.dutiesLetter, request, `cong-van-don-doc-${props.today}.docx`);
    setBusy(false);
    setFailure(refused);
    if (!refused) props.onClose();
  };
  return (
    <Dialog title={words.letter} onClose={props.onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void draft();
        }}
      >
        <p>{words.letterOf(say(late.length), props.unit)}</p>
        {left > 0 && <p className="small muted">{words.letterLeft(say(left))}</p>}
        {failure && <FailureNote failure={failure} />}
        <NativeSelect
          label={words.from}
          value={from}
          data={Object.entries(words.issuers).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={words.answerBy}
          value={answerBy}
          error={answerBy === "" ? dayNeeded : null}
          onChange={(event) => setAnswerBy(event.currentTarget.value)}
        />
        <p className="small muted">{words.letterHelp}</p>
        <div className={styles.buttons}>
          <Button size="sm" type="submit" loading={busy} data-autofocus>
            {words.draft}
          </Button>
          <Button size="sm" variant="default" onClick={props.onClose}>
            {cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
