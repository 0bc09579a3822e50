import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { CalendarLinkAnswer, MadeCalendarAnswer } from "../../contract/message.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { messageWords } from "../../domain/language/web-messages.ts";
import { ask, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { sayMoment } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";
import styles from "./Messages.module.css";

/** The own secret link by which a calendar reads due days: made, shown once, revoked. */
export function CalendarLink() {
  const words = useWords(messageWords);
  const { language } = useSpeech();
  const queries = useQueryClient();
  const [made, setMade] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const known = useQuery({
    queryKey: ["calendar"],
    queryFn: () => fetchAnswer<CalendarLinkAnswer>(apiPaths.calendar),
    staleTime: 0,
  });
  const link = known.data?.link ?? null;
  const make = async () => {
    const answer = await ask<MadeCalendarAnswer>("POST", apiPaths.calendar);
    setFailure(answer.ok ? null : answer.failure);
    setMade(answer.ok ? `${window.location.origin}${answer.value.path}` : null);
    await queries.invalidateQueries({ queryKey: ["calendar"] });
  };
  const end = async () => {
    const answer = await ask<CalendarLinkAnswer>("DELETE", apiPaths.calendar);
    setFailure(answer.ok ? null : answer.failure);
    setMade(null);
    await queries.invalidateQueries({ queryKey: ["calendar"] });
  };
  const said = (moment: string | null) => moment && sayMoment(moment, language);
  return (
    <section className={styles.part}>
      <h2 className="subtitle">{words.calendar}</h2>
      <p className="muted">{words.calendarText}</p>
      {failure && <FailureNote failure={failure} />}
      {made !== null && <MadeLink address={made} />}
      {known.data && (
        <p>
          {link === null
            ? words.calendarNone
            : words.calendarSince(said(link.createdAt) ?? "", said(link.usedAt))}
        </p>
      )}
      <div className={styles.row}>
        <Button size="xs" variant="default" onClick={() => void make()}>
          {link === null ? words.calendarMake : words.calendarRenew}
        </Button>
        {link !== null && (
          <Button size="xs" variant="default" onClick={() => void end()}>
            {words.calendarEnd}
          </Button>
        )}
      </div>
    </section>
  );
}

function MadeLink({ address }: { address: string }) {
  const words = useWords(messageWords);
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
    } catch {
      // The text is marked, and the keyboard copies it.
    }
  };
  return (
    <div className={styles.part} role="status">
      <p>{words.calendarOnce}</p>
      <div className={styles.row}>
        <TextInput
          ref={field}
          size="xs"
          readOnly
          className={styles.address}
          aria-label={words.calendarAddress}
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button size="xs" onClick={() => void copy()}>
          {words.calendarCopy}
        </Button>
        {copied && <span>{words.calendarCopied}</span>}
      </div>
    </div>
  );
}
