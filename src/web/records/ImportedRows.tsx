import type { ReactNode } from "react";
import type { ImportPreviewAnswer } from "../../contract/record.ts";
import { type Declaration, fieldOf } from "../../domain/cooperation/declaration.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { failureOf } from "../api.ts";
import { PlainTable } from "../components/PlainTable.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./Records.module.css";

/** The rows of a list: refused ones with their reasons first, then changes before and after, then additions. */
export function ImportedRows({ declaration, list }: { declaration: Declaration; list: ImportPreviewAnswer }) {
  const words = useWords(recordWords).import;
  const { language } = useSpeech();
  const labelOf = (key: string | null) => (key && fieldOf(declaration, key)?.label[language]) ?? "–";
  return (
    <>
      <Part title={words.refused} shown={list.refused.length} all={list.counts.refused}>
        <PlainTable
          stacks
          heads={[words.row, words.what, words.column, words.reason].map((title) => ({
            title,
            className: styles.whole,
          }))}
        >
          {list.refused.map(({ line, what, field, error }) => (
            <tr key={line}>
              <td data-label={words.row} className={styles.whole}>
                {line}
              </td>
              <td className="muted">{what}</td>
              <td data-label={words.column} className={styles.whole}>
                {labelOf(field)}
              </td>
              <td>{sayFailure(failureOf({ error }), language)}</td>
            </tr>
          ))}
        </PlainTable>
      </Part>
      <Part title={words.changed} shown={list.changed.length} all={list.counts.changed}>
        <PlainTable
          stacks
          heads={[
            { title: words.row, className: styles.whole },
            { title: words.what },
            { title: words.changed },
          ]}
        >
          {list.changed.map(({ line, id, title, cells }) => (
            <tr key={line}>
              <td data-label={words.row} className={styles.whole}>
                {line}
              </td>
              <td>
                <Link href={places.record(declaration.key, id)}>{title}</Link>
              </td>
              <td>
                {cells.map(({ field, before, after }) => (
                  <div key={field}>
                    <span className="muted">{labelOf(field)}: </span>
                    {before && (
                      <>
                        <del>{before}</del> →{" "}
                      </>
                    )}
                    <ins>{after || "–"}</ins>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </PlainTable>
      </Part>
      <Part title={words.added} shown={list.added.length} all={list.counts.added}>
        <PlainTable heads={[{ title: words.row, className: styles.whole }, { title: words.what }]}>
          {list.added.map(({ line, title }) => (
            <tr key={line}>
              <td>{line}</td>
              <td>{title}</td>
            </tr>
          ))}
        </PlainTable>
      </Part>
    </>
  );
}

function Part(props: {
  readonly title: string;
  readonly shown: number;
  readonly all: number;
  readonly children: ReactNode;
}) {
  const { first } = useWords(recordWords).import;
  const say = useNumber();
  const { title, shown, all } = props;
  if (all === 0) return null;
  return (
    <section className={styles.group} aria-label={title}>
      <h2 className={styles.heading}>
        {title}{" "}
        <span className="muted numbers">({shown < all ? first(say(shown), say(all)) : say(all)})</span>
      </h2>
      {props.children}
    </section>
  );
}
