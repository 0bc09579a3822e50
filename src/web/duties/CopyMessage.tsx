import { Button, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { DutyListAnswer } from "../../contract/duty.ts";
import { apiPaths } from "../../contract/paths.ts";
import { parseIsoDate } from "../../domain/basics/calendar-date.ts";
import { type Failure, type Result, succeed } from "../../domain/basics/result.ts";
import { dutyMessage } from "../../domain/duty/duty-message.ts";
import { awaitingStates } from "../../domain/duty/duty-state.ts";
import { urgingWords } from "../../domain/language/web-urging.ts";
import { ask } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useWords } from "../language.tsx";
import { places, writeQuery } from "../places.ts";
import styles from "./Duties.module.css";

/** Whom a message is about. */
export interface MessageUnit {
  readonly id: string;
  readonly name: string;
}

/** Duties that were picked from a list, on the day on which it was read. */
type Chosen = Pick<DutyListAnswer, "duties" | "today">;

/**
 * Copies a unit's open duties as a short text to be sent by Zalo or whatever else; always in Vietnamese, for it goes to
 * people of the unit. Without `chosen`, all its open duties are asked for.
 */
export function CopyMessage(props: {
  readonly unit: MessageUnit;
  readonly chosen?: Chosen;
  readonly size: "xs" | "compact-sm";
}) {
  const words = useWords(urgingWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size={props.size} variant="default" onClick={() => setOpen(true)}>
        {words.copy}
      </Button>
      {open && (
        <MessageDialog unit={props.unit} chosen={props.chosen ?? null} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function MessageDialog(props: {
  readonly unit: MessageUnit;
  readonly chosen: Chosen | null;
  readonly onClose: () => void;
}) {
  const words = useWords(urgingWords);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState<string | null>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void messageOf(props.unit, props.chosen).then(async (message) => {
      if (!message.ok) return setFailure(message.failure);
      setText(message.value);
      setCopied(await copyText(message.value));
    });
  }, [props.unit, props.chosen]);
  useEffect(() => {
    if (copied === false) field.current?.select();
  }, [copied]);
  return (
    <Dialog title={words.copy} wide onClose={props.onClose}>
      <div className={styles.form}>
        {failure && <FailureNote failure={failure} />}
        {!failure && text === null && <Waiting />}
        {text !== null && (
          <>
            {copied !== null && <p role="status">{copied ? words.copied : words.copyByHand}</p>}
            <Textarea
              ref={field}
              label={words.text}
              value={text}
              readOnly
              autosize
              minRows={4}
              maxRows={16}
            />
          </>
        )}
        <div className={styles.buttons}>
          <Button size="sm" data-autofocus onClick={props.onClose}>
            {words.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

async function messageOf(unit: MessageUnit, chosen: Chosen | null): Promise<Result<string>> {
  const query = { unit: unit.id, state: awaitingStates.join(","), limit: "200" };
  const list = chosen
    ? succeed({ ...chosen, total: 0 })
    : await ask<DutyListAnswer>("GET", apiPaths.duties + writeQuery(query));
  if (!list.ok) return list;
  const today = parseIsoDate(list.value.today);
  if (!today) throw new Error(`${list.value.today} is no day`);
  const link = window.location.origin + places.duties({ unit: unit.id });
  const duties = list.value.duties.map(({ state, daysLate, lastDay, task, document }) => ({
    ...{ state, daysLate, lastDay: lastDay === null ? null : parseIsoDate(lastDay) },
    ...{ content: task.content, document: document.number },
  }));
  return succeed(dutyMessage(duties, { unit: unit.name, today, link, total: list.value.total }));
}

/** False where the browser has no clipboard for pages: without HTTPS, or when it was denied. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
