import { Button } from "@mantine/core";
import type { ImportLine } from "../../contract/document.ts";
import type { FailureCode } from "../../domain/basics/result.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { documentWords } from "../../domain/language/web-documents.ts";
import { Icon } from "../components/Icon.tsx";
import { Signatures } from "../components/Signatures.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { DocumentName } from "./document-name.tsx";
import styles from "./ImportPlace.module.css";

type Shown = Exclude<ImportLine, { outcome: "waiting" }>;
type Decisions = {
  /** Takes a duplicate in all the same, by its key. */
  readonly onTakeAll: (key: string) => void;
  readonly onLeaveOut: () => void;
};

/** What became of a document, or of a file that made none. */
export function ImportOutcome({ line, ...decisions }: { line: Shown } & Decisions) {
  const words = useWords(documentWords);
  const say = useNumber();
  if (line.outcome === "refused") return <Refusal error={line.error} />;
  if (line.outcome === "duplicate") return <Duplicate line={line} {...decisions} />;
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

/** Why a file was not taken in, and what to do. */
export function Refusal({
  error,
}: {
  error: Pick<Extract<Shown, { outcome: "refused" }>["error"], "code" | "detail">;
}) {
  const { language } = useSpeech();
  return (
    <span className={styles.refused} role="alert">
      <Icon name="warning" size={14} />{" "}
      {
        // The server sends codes of the catalogue; an unknown one is said as such.
        sayFailure({ code: error.code as FailureCode, detail: error.detail }, language)
      }
    </span>
  );
}

function Duplicate({
  line,
  onTakeAll,
  onLeaveOut,
}: { line: Extract<Shown, { outcome: "duplicate" }> } & Decisions) {
  const words = useWords(documentWords);
  return (
    <span className={styles.step}>
      <span>
        <span className={styles.warned}>
          <Icon name="unclear" size={14} />
        </span>{" "}
        {words.duplicate[line.why]}{" "}
        <Link href={places.document(line.of.id)}>
          <DocumentName of={line.of} />
        </Link>
      </span>
      <Button size="compact-xs" variant="default" onClick={onLeaveOut}>
        {words.leaveOut}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => onTakeAll(line.key)}>
        {words.takeAll}
      </Button>
    </span>
  );
}
