import { Button } from "@mantine/core";
import type { SignedPaperAnswer } from "../../contract/signed.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { signedWords } from "../../domain/language/web-signed.ts";
import { sayMoment } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { PaperHead } from "./PaperHead.tsx";
import styles from "./Signed.module.css";
import { takeBack, useSignedChanged } from "./use-signed.ts";

/** A signed document that answers duties, or was put aside; both can be taken back. */
export function SettledPaper(props: {
  readonly paper: SignedPaperAnswer;
  readonly onFailed: (failure: Failure | null) => void;
}) {
  const { paper } = props;
  const words = useWords(signedWords);
  const { language } = useSpeech();
  const changed = useSignedChanged();
  const isMatched = paper.outcome === "matched";
  const back = async () => {
    const done = await takeBack(paper.id, isMatched ? "signedMatch" : "signedAside");
    props.onFailed(done.ok ? null : done.failure);
    await changed();
  };
  return (
    <>
      <PaperHead paper={paper} />
      {isMatched && (
        <ul className={styles.candidates} aria-label={words.answers}>
          {paper.answers.map(({ duty, content, holder }) => (
            <li key={duty}>
              <Link href={places.duty(duty)}>{content}</Link>{" "}
              <span className="small muted">{holder.name}</span>
            </li>
          ))}
        </ul>
      )}
      {paper.reason && <p>{paper.reason}</p>}
      <p className={styles.actions}>
        <Button size="compact-sm" variant="default" onClick={() => void back()}>
          {isMatched ? words.unmatch : words.restore}
        </Button>
        {paper.settledAt && (
          <span className="small muted">
            {words.settled(paper.settledBy ?? "", sayMoment(paper.settledAt, language))}
          </span>
        )}
      </p>
    </>
  );
}
