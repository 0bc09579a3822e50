import { Checkbox, Progress } from "@mantine/core";
import { useState } from "react";
import { documentWords } from "../../domain/language/web-documents.ts";
import { scanWords } from "../../domain/language/web-scans.ts";
import { FileDrop } from "../components/FileDrop.tsx";
import { kindsOfFiles } from "../components/file-kinds.ts";
import { Page } from "../components/Page.tsx";
import { ReadingSince } from "../components/ReadingSince.tsx";
import { useWords } from "../language.tsx";
import { ImportOutcome, Refusal } from "./ImportOutcome.tsx";
import styles from "./ImportPlace.module.css";
import { type Import, useImports } from "./imports.ts";
import { ScanList } from "./ScanList.tsx";

/** Files into the register: dropped or chosen, one line each of how far it is and what came of it. */
export default function ImportPlace() {
  const words = useWords(documentWords);
  const { imports, store } = useImports();
  const ofScans = useWords(scanWords);
  const [together, setTogether] = useState(false);
  const [declaredOpen, setDeclaredOpen] = useState(false);
  return (
    <Page title={words.importTitle} line={words.importLine}>
      <FileDrop
        title={words.dropTitle}
        or={words.dropOr}
        choose={words.choose}
        help={words.dropHelp}
        accept={kindsOfFiles}
        onFiles={(files) => store.add(files, { together, declaredOpen })}
      >
        <div className={styles.choices}>
          <Checkbox
            size="xs"
            label={words.together}
            checked={together}
            onChange={(event) => setTogether(event.currentTarget.checked)}
          />
          <Checkbox
            size="xs"
            label={ofScans.declare}
            description={ofScans.declareHelp}
            checked={declaredOpen}
            onChange={(event) => setDeclaredOpen(event.currentTarget.checked)}
          />
        </div>
        <p className="small muted">{words.secrecy}</p>
      </FileDrop>
      {imports.length > 0 && (
        <ul className={styles.lines} aria-label={words.results}>
          {imports.map((one) => (
            <li key={one.id} className={styles.line}>
              <span className={styles.name}>
                {one.files.map((file) => file.name.normalize("NFC")).join(" + ")}
              </span>
              <Outcome one={one} />
            </li>
          ))}
        </ul>
      )}
      <ScanList />
    </Page>
  );
}

function Outcome({ one }: { one: Import }) {
  const words = useWords(documentWords);
  const { store } = useImports();
  const { step } = one;
  const stop = (
    <button type="button" className="link-button" onClick={() => store.stop(one.id)}>
      {words.stop}
    </button>
  );
  switch (step.kind) {
    case "waiting":
      return <span className="muted">{words.waiting}</span>;
    case "sending": {
      const percent = Math.round(step.share * 100);
      return (
        <span className={styles.step} role="status">
          <span className="numbers">{words.sending(percent)}</span>
          <Progress w={120} size="xs" value={percent} aria-label={words.sending(percent)} />
          {stop}
        </span>
      );
    }
    case "reading":
      return (
        <span className={styles.step}>
          <ReadingSince since={step.since} say={words.reading} mayLeave={words.mayLeave} />
          {stop}
        </span>
      );
    case "stopped":
      return (
        <span className={styles.step}>
          <span className="muted">{words.stopped}</span>
          <Retry one={one} />
        </span>
      );
    case "leftOut":
      return <span className="muted">{words.leftOut}</span>;
    case "failed":
      return (
        <span className={styles.step}>
          <Refusal error={step.failure} />
          <Retry one={one} />
        </span>
      );
    case "done":
      return step.line.outcome === "waiting" ? null : (
        <ImportOutcome
          line={step.line}
          onTakeAll={(key) => store.takeAllTheSame(one.id, key)}
          onLeaveOut={() => store.leaveOut(one.id)}
        />
      );
  }
}

function Retry({ one }: { one: Import }) {
  const words = useWords(documentWords);
  const { store } = useImports();
  return (
    <button type="button" className="link-button" onClick={() => store.retry(one.id)}>
      {words.retry}
    </button>
  );
}
