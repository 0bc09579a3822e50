import type { CitationAnswer } from "../../contract/read.ts";
import { formatVietnamese, parseIsoDate } from "../../domain/basics/calendar-date.ts";
import { isDoubtful } from "../../domain/document/doubt.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { Doubt } from "../components/Doubt.tsx";
import { useWords } from "../language.tsx";
import styles from "./Lists.module.css";
import { sayPlace } from "./task-view.ts";

/** Every occurrence of another document's number; a row lights its words in the source. */
export function CitationsTab(props: {
  readonly citations: readonly CitationAnswer[];
  readonly lit: CitationAnswer | null;
  readonly onLight: (citation: CitationAnswer) => void;
}) {
  const all = useWords(readWords);
  const words = all.citations;
  if (props.citations.length === 0) return <p className={`${styles.lists} muted`}>{words.none}</p>;
  return (
    <div className={styles.lists}>
      <table className={styles.table} aria-label={words.title}>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.date}</th>
            <th scope="col">{words.relation}</th>
            <th scope="col">{words.asWritten}</th>
            <th scope="col">{words.where}</th>
          </tr>
        </thead>
        <tbody>
          {props.citations.map((citation, at) => (
            // One document may be cited twice in the same words, and the list never changes.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={at} data-lit={citation === props.lit || undefined}>
              <td className={styles.short}>
                <Doubt reason={doubtOf(citation, all)}>
                  <button type="button" className="link-button" onClick={() => props.onLight(citation)}>
                    {citation.number}
                  </button>
                </Doubt>
              </td>
              <td className={styles.short}>{sayDate(citation.date)}</td>
              <td className={styles.short}>{words.relations[citation.relation]}</td>
              <td>{citation.asWritten}</td>
              <td className={styles.short}>{sayPlace(citation.place, all)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function doubtOf(citation: CitationAnswer, words: (typeof readWords)["vi"]): string | null {
  if (!isDoubtful(citation.doubt)) return null;
  if (citation.candidates.length > 1) return words.citations.candidates(citation.candidates.join(", "));
  return words.doubtAbout(words.fields.number ?? "", String(Math.round(citation.doubt * 100)));
}

function sayDate(iso: string | null): string {
  const date = iso === null ? null : parseIsoDate(iso);
  return date ? formatVietnamese(date) : (iso ?? "");
}
