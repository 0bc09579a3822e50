import type { Field } from "../../../domain/cooperation/declaration.ts";
import { fieldOf } from "../../../domain/cooperation/declaration.ts";
import { declarationOf } from "../../../domain/cooperation/declarations.ts";
import { borderWords } from "../../../domain/language/web-border.ts";
import { recordWords } from "../../../domain/language/web-records.ts";
import { PlainTable } from "../../components/PlainTable.tsx";
import { useSpeech, useWords } from "../../language.tsx";
import { Link } from "../../navigation.tsx";
import { places } from "../../places.ts";
import { LinkedName, sayValue } from "../value-words.tsx";
import styles from "./Border.module.css";
import type { BorderSide } from "./border-side.ts";

/** The yearly events of the other side, and the localities across the border, as their registers tell them. */
export function OtherSide({ side }: { readonly side: BorderSide }) {
  const words = useWords(borderWords);
  return (
    <>
      <section>
        <h2 className={styles.heading}>{words.events}</h2>
        {side.events.length === 0 ? (
          <p className="muted">{words.noEvents}</p>
        ) : (
          <RecordsTable
            register="otherside"
            records={side.events}
            columns={["country", "usualDay", "when", "level", "attends"]}
          />
        )}
      </section>
      <section>
        <h2 className={styles.heading}>{words.neighbours}</h2>
        {side.neighbours.length === 0 ? (
          <p className="muted">{words.noNeighbours}</p>
        ) : (
          <RecordsTable
            register="partners"
            records={side.neighbours}
            columns={["country", "level", "within", "relation", "lastMet"]}
          />
        )}
      </section>
    </>
  );
}

/** Records of a register by some of its fields, in few rows that are read. */
function RecordsTable(props: {
  readonly register: string;
  readonly records: BorderSide["events"];
  readonly columns: readonly string[];
}) {
  const words = useWords(recordWords);
  const { language } = useSpeech();
  const declaration = declarationOf(props.register);
  if (!declaration) throw new Error(`there is no register ${props.register}`);
  const fields = [declaration.title, ...props.columns].map((key): Field => {
    const field = fieldOf(declaration, key);
    if (!field) throw new Error(`${declaration.key} has no field ${key}`);
    return field;
  });
  return (
    <PlainTable stacks heads={fields.map(({ label }) => ({ title: label[language] }))}>
      {props.records.map(({ id, title, values, links }) => (
        <tr key={id}>
          <th scope="row">
            <Link href={places.record(declaration.key, id)}>{title}</Link>
          </th>
          {fields.slice(1).map((field) => {
            const value = values[field.key];
            return (
              <td key={field.key} data-label={field.label[language]}>
                {value === undefined ? null : sayValue(field, value, language)}
                {links[field.key]?.map((link) => (
                  <span key={link.id} className={styles.linked}>
                    <LinkedName link={link} words={words} />
                  </span>
                ))}
                {value === undefined && !links[field.key] && <span className="muted">{words.nothing}</span>}
              </td>
            );
          })}
        </tr>
      ))}
    </PlainTable>
  );
}
