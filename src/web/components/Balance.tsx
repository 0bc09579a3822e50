import type { LedgerAnswer } from "../../contract/read.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { useNumber, useWords } from "../language.tsx";
import styles from "./Balance.module.css";
import { balanceOf } from "./balance-sum.ts";

/**
 * The balance under what was read: how much was taken in, what it became, what was rejected; always a link to the
 * reasons.
 */
export function Balance(props: {
  readonly ledger: LedgerAnswer;
  readonly taskCount: number;
  readonly onOpen: () => void;
}) {
  const words = useWords(readWords).balance;
  const say = useNumber();
  const { rows, others, rejected, elsewhere } = balanceOf(props.ledger, props.taskCount);
  const parts = [
    words.tasks(say(props.taskCount)),
    ...(others > 0 ? [words.others(say(others))] : []),
    rejected > 0 ? words.rejected(say(rejected)) : words.nothingRejected,
  ];
  return (
    <p className={styles.balance}>
      <span>
        {words.rows(say(rows))} → {parts.join(", ")}
        {elsewhere > 0 && `; ${words.elsewhere(say(elsewhere))}`}
      </span>{" "}
      <button type="button" className="link-button" data-screen-only onClick={props.onOpen}>
        {rejected + elsewhere > 0 ? words.seeReasons : words.seeSteps}
      </button>
    </p>
  );
}
