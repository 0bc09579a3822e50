import type { LedgerAnswer } from "../../contract/read.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { useNumber, useWords } from "../language.tsx";
import styles from "./Lists.module.css";

/** The books in full: each rejected thing with its place and reason, then every step with its sums. */
export function BalanceTab(props: {
  readonly ledger: LedgerAnswer;
  /** The rejected thing whose words are lit in the source. */
  readonly lit: string | null;
  readonly onLight: (what: string) => void;
}) {
  const { ledger } = props;
  const words = useWords(readWords).balance;
  const say = useNumber();
  const rejected = ledger.steps.flatMap((step) =>
    step.rejected.map((rejection) => ({ step: step.name, ...rejection })),
  );
  const nameOf = (step: string) => words.steps[step] ?? step;
  return (
    <div className={styles.lists}>
      <section aria-labelledby="rejected-title">
        <h2 id="rejected-title" className={styles.title}>
          {words.rejectedTitle}
        </h2>
        {rejected.length === 0 ? (
          <p className="muted">{words.noneRejected}</p>
        ) : (
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
                <tr key={at} data-lit={rejection.what === props.lit || undefined}>
                  <td>
                    <button
                      type="button"
                      className={styles.words}
                      onClick={() => props.onLight(rejection.what)}
                    >
                      {rejection.what}
                    </button>
                  </td>
                  <td className={styles.short}>{rejection.where}</td>
                  <td>{rejection.why}</td>
                  <td className={styles.short}>{nameOf(rejection.step)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section aria-labelledby="steps-title">
        <h2 id="steps-title" className={styles.title}>
          {words.stepsTitle}
        </h2>
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
                <td>{nameOf(step.name)}</td>
                <td className={styles.number}>{say(step.in)}</td>
                <td className={styles.number}>{say(step.out)}</td>
                <td className={styles.number}>{say(step.rejected.length)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
