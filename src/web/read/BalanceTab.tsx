import type { LedgerAnswer } from "../../contract/read.ts";
import { sayStep } from "../../domain/language/step-names.ts";
import { sayReason, sayWhere } from "../../domain/language/unplaced-reasons.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import styles from "./Lists.module.css";

/** Only where the source stands beside it. */
interface Lighting {
  /** The rejected thing whose words are lit in the source. */
  readonly lit?: string | null;
  readonly onLight?: (what: string) => void;
}

/** The books in full: each rejected thing with its place and reason, then every step with its sums. */
export function BalanceTab({ ledger, ...lighting }: { readonly ledger: LedgerAnswer } & Lighting) {
  const words = useWords(readWords).balance;
  return (
    <div className={styles.lists}>
      <section aria-labelledby="rejected-title">
        <h2 id="rejected-title" className={styles.title}>
          {words.rejectedTitle}
        </h2>
        <Rejected ledger={ledger} {...lighting} />
      </section>
      <section aria-labelledby="steps-title">
        <h2 id="steps-title" className={styles.title}>
          {words.stepsTitle}
        </h2>
        <Steps ledger={ledger} />
      </section>
    </div>
  );
}

function Rejected({ ledger, lit, onLight }: { readonly ledger: LedgerAnswer } & Lighting) {
  const words = useWords(readWords).balance;
  const { language } = useSpeech();
  const rejected = ledger.steps.flatMap((step) =>
    step.rejected.map((rejection) => ({ step: step.name, ...rejection })),
  );
  if (rejected.length === 0) return <p className="muted">{words.noneRejected}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.where}</th>
          <th scope="col">{words.why}</th>
          <th scope="col">{words.step}</th>
        </tr>
      </thead>
      <tbody>
        {rejected.map((rejection, at) => (
          // Rejections have no name of their own, and the list never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <tr key={at} data-lit={rejection.what === lit || undefined}>
            <td>
              {onLight ? (
                <button type="button" className={styles.words} onClick={() => onLight(rejection.what)}>
                  {rejection.what}
                </button>
              ) : (
                rejection.what
              )}
            </td>
            <td className={styles.short}>{sayWhere(rejection.where, language)}</td>
            <td>{sayReason(rejection.why, language)}</td>
            <td className={styles.short}>{sayStep(rejection.step, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Steps({ ledger }: { readonly ledger: LedgerAnswer }) {
  const words = useWords(readWords).balance;
  const { language } = useSpeech();
  const say = useNumber();
  return (
    <table className={styles.table} data-narrow>
      <thead>
        <tr>
          <th scope="col">{words.step}</th>
          <th scope="col" className={styles.number}>
            {words.taken}
          </th>
          <th scope="col" className={styles.number}>
            {words.given}
          </th>
          <th scope="col" className={styles.number}>
            {words.dropped}
          </th>
        </tr>
      </thead>
      <tbody>
        {ledger.steps.map((step, at) => (
          // Two steps may have one name (two tables), and the list never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <tr key={at}>
            <td>{sayStep(step.name, language)}</td>
            <td className={styles.number}>{say(step.in)}</td>
            <td className={styles.number}>{say(step.out)}</td>
            <td className={styles.number}>{say(step.rejected.length)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
