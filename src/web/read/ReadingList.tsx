import { Progress } from "@mantine/core";
import type { ReadDocumentAnswer } from "../../contract/read.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { Icon } from "../components/Icon.tsx";
import { ReadingSince } from "../components/ReadingSince.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import styles from "./ReadingList.module.css";
import { type Reading, useReadings } from "./readings.ts";
import { hasDoubt } from "./task-view.ts";

/** A line for each document given: its files, how far it is, what came of it. */
export function ReadingList(props: {
  readonly readings: readonly Reading[];
  readonly shown: number | null;
  readonly onShow: (id: number) => void;
}) {
  const words = useWords(readWords);
  return (
    <ul className={styles.list} aria-label={words.documents}>
      {props.readings.map((reading) => (
        <ReadingLine
          key={reading.id}
          reading={reading}
          shown={reading.id === props.shown}
          onShow={() => props.onShow(reading.id)}
        />
      ))}
    </ul>
  );
}

function ReadingLine({ reading, shown, onShow }: { reading: Reading; shown: boolean; onShow: () => void }) {
  const words = useWords(readWords);
  const { store } = useReadings();
  const names = namesOf(reading);
  const running = reading.step.kind === "sending" || reading.step.kind === "reading";
  return (
    <li className={styles.line} data-shown={shown || undefined} data-step={reading.step.kind}>
      {reading.step.kind === "done" ? (
        <button type="button" className={styles.name} aria-current={shown || undefined} onClick={onShow}>
          {names}
        </button>
      ) : (
        <span className={styles.name}>{names}</span>
      )}
      <StepNote reading={reading} />
      {running ? (
        <button type="button" className="link-button" onClick={() => store.stop(reading.id)}>
          {words.stop}
        </button>
      ) : (
        <button
          type="button"
          className={styles.remove}
          aria-label={words.remove(names)}
          title={words.remove(names)}
          onClick={() => store.remove(reading.id)}
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </li>
  );
}

function namesOf(reading: Reading): string {
  return reading.files.map((file) => file.name.normalize("NFC")).join(" + ");
}

function StepNote({ reading }: { reading: Reading }) {
  const words = useWords(readWords);
  const { language } = useSpeech();
  const { step } = reading;
  switch (step.kind) {
    case "waiting":
      return <span className="muted">{words.waiting}</span>;
    case "stopped":
    case "leftOut":
      return <span className="muted">{words.stopped}</span>;
    case "sending": {
      const percent = Math.round(step.share * 100);
      return (
        <span className={styles.step} role="status">
          <span className="numbers">{words.sending(percent)}</span>
          <Progress className={styles.bar} size="xs" value={percent} aria-label={words.sending(percent)} />
        </span>
      );
    }
    case "reading":
      return <ReadingSince since={step.since} say={words.reading} mayLeave={words.mayLeave} />;
    case "failed":
      return (
        <span className={styles.failed} role="alert">
          <Icon name="warning" size={14} /> {sayFailure(step.failure, language)}
        </span>
      );
    case "done":
      return <Outcome document={step.document} />;
  }
}

function Outcome({ document }: { document: ReadDocumentAnswer }) {
  const words = useWords(readWords);
  const say = useNumber();
  const { tasks } = document.output;
  const doubtful = tasks.filter(hasDoubt).length;
  return (
    <span className={styles.step}>
      <span className={styles.done}>
        <Icon name="check" size={14} />
      </span>
      <span className="numbers">{words.taskCount(say(tasks.length))}</span>
      {doubtful > 0 && <span className="muted numbers">{words.doubtCount(say(doubtful))}</span>}
    </span>
  );
}
