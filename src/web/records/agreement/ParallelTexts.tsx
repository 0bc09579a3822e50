import { useState } from "react";
import type { AgreementTextAnswer } from "../../../contract/agreement-text.ts";
import { type ParallelRow, parallelRows } from "../../../domain/cooperation/agreement/parallel-text.ts";
import { agreementTextWords } from "../../../domain/language/web-agreement-texts.ts";
import { useWords } from "../../language.tsx";
import styles from "./ParallelTexts.module.css";

type Side = "left" | "right";

/**
 * Two texts of one paper beside each other, paragraph by paragraph; on a phone one of them, with a switch. `onClause`: a
 * paragraph is kept as a clause; null: the person writes none.
 */
export function ParallelTexts(props: {
  readonly left: AgreementTextAnswer;
  readonly right: AgreementTextAnswer | null;
  readonly onClause: ((row: ParallelRow) => void) | null;
}) {
  const { left, right, onClause } = props;
  const words = useWords(agreementTextWords);
  const [shown, setShown] = useState<Side>("left");
  const held = (text: AgreementTextAnswer | null) => ({
    language: text?.language ?? left.language,
    paragraphs: text?.paragraphs ?? [],
  });
  const sides = [
    { side: "left" as const, text: left },
    ...(right ? [{ side: "right" as const, text: right }] : []),
  ];
  return (
    <>
      {right && (
        <fieldset className={styles.switch}>
          <legend className="small muted">{words.shown}</legend>
          {sides.map(({ side, text }) => (
            <button key={side} type="button" aria-pressed={shown === side} onClick={() => setShown(side)}>
              {words.languages[text.language]}
            </button>
          ))}
        </fieldset>
      )}
      <table className={styles.texts} data-shown={right ? shown : "left"}>
        <thead>
          <tr>
            {sides.map(({ side, text }) => (
              <th key={side} scope="col" data-side={side}>
                {words.languages[text.language]}
                <span className={styles.said}>{text.isAuthentic ? words.authentic : words.notAuthentic}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parallelRows(held(left), held(right)).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place
            <tr key={at}>
              {sides.map(({ side, text }) => (
                <td key={side} data-side={side} lang={row[side] === null ? undefined : text.language}>
                  {row[side] ?? (right && <span className={styles.said}>{words.missing}</span>)}
                  {side === "left" && onClause && (row.left ?? row.right) !== null && (
                    <ClauseButton row={row} onClause={onClause} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const startLength = 40;

function ClauseButton({
  row,
  onClause,
}: {
  readonly row: ParallelRow;
  readonly onClause: (row: ParallelRow) => void;
}) {
  const words = useWords(agreementTextWords);
  const start = (row.left ?? row.right ?? "").slice(0, startLength);
  return (
    <button
      type="button"
      className={`link-button ${styles.clause}`}
      data-screen-only
      aria-label={words.clauseOf(start)}
      onClick={() => onClause(row)}
    >
      {words.clause}
    </button>
  );
}
