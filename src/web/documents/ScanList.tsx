import { Button, Progress } from "@mantine/core";
import { useState } from "react";
import type { ScanLine, ScanStepAnswer } from "../../contract/scan.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { scanWords } from "../../domain/language/web-scans.ts";
import { Icon } from "../components/Icon.tsx";
import { sayMoment } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { ImportOutcome, Refusal } from "./ImportOutcome.tsx";
import styles from "./ImportPlace.module.css";
import { useImports } from "./imports.ts";
import { type Scans, useScans } from "./use-scans.ts";

/** Scans on their way, into the register or (`signed`) back from units: how far each is, what came of it, and what can be done. */
export function ScanList({ signed = false }: { readonly signed?: boolean }) {
  const words = useWords(scanWords);
  const desk = useScans({ signed });
  if (desk.scans.length === 0) return null;
  return (
    <section aria-labelledby="scans-title">
      <h2 id="scans-title" className={styles.listTitle}>
        {words.title}
      </h2>
      <ul className={styles.lines}>
        {desk.scans.map((scan) => (
          <ScanRow key={scan.id} scan={scan} desk={desk} />
        ))}
      </ul>
    </section>
  );
}

function ScanRow({ scan, desk }: { scan: ScanLine; desk: Scans }) {
  const words = useWords(scanWords);
  const { language } = useSpeech();
  const { store } = useImports();
  const [failure, setFailure] = useState<Failure | null>(null);
  // Of what was not let in no name is kept but in the page that sent it.
  const files = scan.files.length > 0 ? scan.files : store.namesOf(scan.id);
  const name = files.length > 0 ? files.join(" + ") : words.unnamed(sayMoment(scan.sentAt, language));
  const act = (done: Promise<Failure | null>) => void done.then(setFailure);
  return (
    <li className={styles.line}>
      <span className={styles.name}>{name}</span>
      <span className={styles.step}>
        <Step step={scan.step} scan={scan} desk={desk} act={act} />
        <Ways scan={scan} desk={desk} act={act} name={name} />
        {failure && <Refusal error={failure} />}
      </span>
    </li>
  );
}

type Acting = {
  readonly scan: ScanLine;
  readonly desk: Scans;
  readonly act: (done: Promise<Failure | null>) => void;
};

function Step({ step, scan, desk, act }: { step: ScanStepAnswer } & Acting) {
  const words = useWords(scanWords);
  const { language } = useSpeech();
  switch (step.kind) {
    case "checking":
      return <span role="status">{words.checking}</span>;
    case "undeclared":
      return (
        <>
          <span>
            <span className={styles.warned}>
              <Icon name="unclear" size={14} />
            </span>{" "}
            {words.undeclared(sayMoment(step.until, language))}
          </span>
          <Button size="compact-xs" variant="default" onClick={() => act(desk.declare(scan.id))}>
            {words.declareThis}
          </Button>
        </>
      );
    case "waiting":
      return <Place step={step} />;
    case "reading":
      return <Pages step={step} />;
    case "failed":
      return <Refusal error={step.error} />;
    case "cancelled":
      return <span className="muted">{words.cancelled}</span>;
    case "done":
      return step.lines.map((line, at) =>
        line.outcome === "waiting" ? null : (
          <ImportOutcome
            key={line.outcome === "refused" ? at : line.key}
            line={line}
            onTakeAll={(key) => act(desk.retry(scan.id, [key]))}
            onLeaveOut={() => act(desk.remove(scan.id))}
          />
        ),
      );
  }
}

function Place({ step }: { step: Extract<ScanStepAnswer, { kind: "waiting" }> }) {
  const words = useWords(scanWords);
  const say = useNumber();
  return (
    <span role="status" className="numbers">
      {step.before === 0 ? words.next : words.place(say(step.before))}
      {step.pages > 0 && ` · ${words.pages(say(step.pages))}`}
      <TimeLeft seconds={step.secondsLeft} />
    </span>
  );
}

function Pages({ step }: { step: Extract<ScanStepAnswer, { kind: "reading" }> }) {
  const words = useWords(scanWords);
  const say = useNumber();
  const { pages, pagesRead, pagesAMinute, secondsLeft } = step;
  const done = words.page(say(pagesRead), say(pages));
  const share = pages === 0 ? 0 : (100 * pagesRead) / pages;
  return (
    <span role="status" className={styles.step}>
      <Progress w={120} size="xs" value={share} aria-label={done} />
      <span className="numbers">
        {done}
        {pagesAMinute !== null && ` · ${words.pace(say(Math.max(1, Math.round(pagesAMinute))))}`}
        <TimeLeft seconds={secondsLeft} />
      </span>
      <span className="muted">{words.mayLeave}</span>
    </span>
  );
}

function TimeLeft({ seconds }: { seconds: number | null }) {
  const words = useWords(scanWords);
  const say = useNumber();
  if (seconds === null) return null;
  const told =
    seconds < 60
      ? words.seconds(say(seconds))
      : seconds < 5400
        ? words.minutes(say(Math.round(seconds / 60)))
        : words.hours(say(Math.round(seconds / 3600)));
  return ` · ${words.left(told)}`;
}

/** Calling off what is under way; reading again and taking off the list what is over. */
function Ways({ scan, desk, act, name }: Acting & { readonly name: string }) {
  const words = useWords(scanWords);
  const { kind } = scan.step;
  const isOver = kind === "done" || kind === "failed" || kind === "cancelled";
  const way = (label: string, done: () => Promise<Failure | null>) => (
    <button
      type="button"
      className="link-button"
      aria-label={`${label}: ${name}`}
      onClick={() => act(done())}
    >
      {label}
    </button>
  );
  if (!isOver) return way(words.cancel, () => desk.cancel(scan.id));
  return (
    <>
      {scan.canRetry && kind !== "done" && way(words.retry, () => desk.retry(scan.id, []))}
      {way(words.remove, () => desk.remove(scan.id))}
    </>
  );
}
