import { Button, Checkbox, Progress } from "@mantine/core";
import { useEffect, useState } from "react";
import type { ImportLine } from "../../contract/document.ts";
import type { FailureCode } from "../../domain/basics/result.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { documentWords } from "../../domain/language/web-documents.ts";
import { FileDrop } from "../components/FileDrop.tsx";
import { Icon } from "../components/Icon.tsx";
import { Page } from "../components/Page.tsx";
import { Signatures } from "../components/Signatures.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { DocumentName } from "./document-name.tsx";
import styles from "./ImportPlace.module.css";
import { type Import, useImports } from "./imports.ts";

const kinds = ".docx,.docm,.doc,.rtf,.odt,.pdf,.xlsx,.xls,.ods,.html,.htm,.mht,.txt";

/** Files into the register: dropped or chosen, one line each of how far it is and what came of it. */
export default function ImportPlace() {
  const words = useWords(documentWords);
  const { imports, store } = useImports();
  const [together, setTogether] = useState(false);
  return (
    <Page title={words.importTitle} line={words.importLine}>
      <FileDrop
        title={words.dropTitle}
        or={words.dropOr}
        choose={words.choose}
        help={words.dropHelp}
        accept={kinds}
        onFiles={(files) => store.add(files, together)}
      >
        <Checkbox
          size="xs"
          label={words.together}
          checked={together}
          onChange={(event) => setTogether(event.currentTarget.checked)}
        />
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
    </Page>
  );
}

function Outcome({ one }: { one: Import }) {
  const words = useWords(documentWords);
  const { language } = useSpeech();
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
          <ReadingSince since={step.since} />
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
          <Refusal text={sayFailure(step.failure, language)} />
          <Retry one={one} />
        </span>
      );
    case "done":
      return <Done one={one} line={step.line} />;
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

function Refusal({ text }: { text: string }) {
  return (
    <span className={styles.refused} role="alert">
      <Icon name="warning" size={14} /> {text}
    </span>
  );
}

function ReadingSince({ since }: { since: number }) {
  const words = useWords(documentWords);
  const [now, setNow] = useState(since);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  return (
    <span>
      <span className="numbers">{words.reading(Math.max(0, Math.round((now - since) / 1000)))}</span>{" "}
      <span className="muted">{words.mayLeave}</span>
    </span>
  );
}

function Done({ one, line }: { one: Import; line: ImportLine }) {
  const words = useWords(documentWords);
  const { language } = useSpeech();
  const say = useNumber();
  if (line.outcome === "refused")
    return (
      <Refusal
        // The server sends codes of the catalogue; an unknown one is said as such.
        text={sayFailure({ code: line.error.code as FailureCode, detail: line.error.detail }, language)}
      />
    );
  if (line.outcome === "duplicate") return <Duplicate one={one} line={line} />;
  const counted = line.findings === 0 ? words.noFindings : words.imported(say(line.findings));
  return (
    <span className={styles.step}>
      <span className={styles.done}>
        <Icon name="check" size={14} />
      </span>
      <Link href={places.document(line.document.id)}>
        <DocumentName of={line.document} />
      </Link>
      <span className="numbers">
        {counted}
        {line.rejected > 0 && `, ${words.rejected(say(line.rejected))}`}
      </span>
      {line.findings > 0 && (
        <Link href={places.review(line.document.id)} className={styles.next}>
          {words.toReviewLink}
        </Link>
      )}
      <Signatures signatures={line.signatures} brief />
    </span>
  );
}

function Duplicate({ one, line }: { one: Import; line: Extract<ImportLine, { outcome: "duplicate" }> }) {
  const words = useWords(documentWords);
  const { store } = useImports();
  return (
    <span className={styles.step}>
      <span className={styles.warned}>
        <Icon name="unclear" size={14} />
      </span>
      <span>
        {words.duplicate[line.why]}{" "}
        <Link href={places.document(line.of.id)}>
          <DocumentName of={line.of} />
        </Link>
      </span>
      <Button size="compact-xs" variant="default" onClick={() => store.leaveOut(one.id)}>
        {words.leaveOut}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => store.takeAllTheSame(one.id, line.key)}>
        {words.takeAll}
      </Button>
    </span>
  );
}
