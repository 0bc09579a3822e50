import { formatVietnamese } from "../../../domain/basics/calendar-date.ts";
import { declarationOf } from "../../../domain/cooperation/declarations.ts";
import { sayEntry } from "../../../domain/cooperation/record-calendar.ts";
import { recordCalendarWords } from "../../../domain/language/web-record-calendar.ts";
import { useSpeech, useWords } from "../../language.tsx";
import { Link } from "../../navigation.tsx";
import { places } from "../../places.ts";
import styles from "./Calendar.module.css";
import type { Entry } from "./use-calendar.ts";

/** One entry in words: what it is, its days, the register it stands in and who enters it. */
export function EntryLine({ entry }: { readonly entry: Entry }) {
  const words = useWords(recordCalendarWords);
  const { language } = useSpeech();
  const { from, to, register, owner, expected } = entry;
  return (
    <li className={styles.entry}>
      <Link href={places.record(register, entry.id)}>{sayEntry(entry, language)}</Link>
      <span className="small muted">
        {[
          from === to ? formatVietnamese(from) : `${formatVietnamese(from)} – ${formatVietnamese(to)}`,
          declarationOf(register)?.name[language] ?? register,
          owner?.name ?? words.focal,
          ...(expected ? [words.expected] : []),
        ].join(" · ")}
      </span>
    </li>
  );
}
