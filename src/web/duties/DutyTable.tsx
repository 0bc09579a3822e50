import { useMemo } from "react";
import type { DutyRowAnswer } from "../../contract/duty.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import { Register } from "../components/Register.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "../tasks/TasksPlace.module.css";
import { type DutyColumn, dutyColumns } from "./duty-columns.tsx";

/** A list of duties; a row opens its page. */
export function DutyTable(props: {
  readonly duties: readonly DutyRowAnswer[];
  readonly total: number;
  readonly today: string;
  readonly withUnit: boolean;
  readonly marked: ReadonlySet<string>;
  readonly onMark: (marked: ReadonlySet<string>) => void;
  readonly onEnd: () => void;
}) {
  const words = useWords(dutyWords);
  const { language } = useSpeech();
  const say = useNumber();
  const go = useGo();
  const { duties, total, today, withUnit, marked, onMark } = props;
  const rows = useMemo(() => duties.map((item) => ({ kind: "item", key: item.id, item }) as const), [duties]);
  const columns = useMemo(
    () => dutyColumns({ words, language, today, withUnit, marked, onMark }),
    [words, language, today, withUnit, marked, onMark],
  );
  if (duties.length === 0) return <p className={styles.none}>{words.noneFound}</p>;
  return (
    <div className={styles.table}>
      <Register<DutyRowAnswer, DutyColumn>
        label={words.title}
        columns={columns}
        rows={rows}
        chosen={null}
        onChoose={({ row, column }) => {
          if (column !== "label") go(places.duty(row));
        }}
        onOpen={(duty) => go(places.duty(duty.id))}
        {...(rows.length < total && { onEnd: props.onEnd })}
      />
      {rows.length < total && (
        <button type="button" className="link-button" onClick={props.onEnd} data-screen-only>
          {words.more}
        </button>
      )}
      {rows.length < total && <p className={styles.partly}>{words.partly(say(rows.length), say(total))}</p>}
    </div>
  );
}
