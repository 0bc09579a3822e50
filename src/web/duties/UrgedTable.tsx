import type { MeetingAnswer } from "../../contract/urging.ts";
import { urgingWords } from "../../domain/language/web-urging.ts";
import { PlainTable } from "../components/PlainTable.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./Letters.module.css";

type Item = MeetingAnswer["items"][number];

/** Late duties of a unit: what, by when, how late, how often urged. */
export function UrgedTable({ items }: { items: readonly Item[] }) {
  const words = useWords(urgingWords);
  const say = useNumber();
  const { content, lastDay, daysLate, times, since } = words.columns;
  const heads = [
    { title: content },
    { title: lastDay },
    { title: daysLate, isNumber: true },
    { title: times, isNumber: true },
    { title: since },
  ];
  const named = (label: string) => <span className={styles.label}>{label}: </span>;
  return (
    <PlainTable stacks heads={heads}>
      {items.map((item) => (
        <tr key={item.id}>
          <td>
            <Link href={places.duty(item.id)}>{item.content}</Link>
            <br />
            <span className="small muted">
              {[item.document.number, item.silent ? words.silent : null].filter(Boolean).join(" · ")}
            </span>
          </td>
          <td className="numbers">
            {named(lastDay)}
            {sayDay(item.lastDay)}
          </td>
          <td data-number>
            {named(daysLate)}
            {say(item.daysLate)}
          </td>
          <td data-number>
            {named(times)}
            {say(item.timesUrged)}
          </td>
          <td className="numbers">
            {named(since)}
            {sayDay(item.since)}
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}
