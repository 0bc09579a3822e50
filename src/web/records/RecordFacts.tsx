import type { RecordAnswer, RecordRowAnswer } from "../../contract/record.ts";
import type { Declaration, Field } from "../../domain/cooperation/declaration.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { State } from "../components/State.tsx";
import { useSpeech, useWords } from "../language.tsx";
import page from "../tasks/TaskPlace.module.css";
import { sectionsOf } from "./RecordForm.tsx";
import styles from "./Records.module.css";
import { LinkedName, shownComputed, shownValue } from "./value-words.tsx";

/** What is known of a record, in the sections of its declaration; what is not known is left out. */
export function RecordFacts({ declaration, record }: { declaration: Declaration; record: RecordAnswer }) {
  const words = useWords(recordWords);
  const { language } = useSpeech();
  const remarks = declaration.remarks?.(record.values) ?? [];
  const isKnown = ({ key }: Field) =>
    record.values[key] !== undefined || (record.links[key] ?? []).length > 0 || record.hidden.includes(key);
  return (
    <>
      {remarks.length > 0 && (
        <section aria-label={words.remarks}>
          {remarks.map((remark) => (
            <p key={remark.vi}>
              <State tone="dueSoon" icon="warning">
                {remark[language]}
              </State>
            </p>
          ))}
        </section>
      )}
      {(declaration.computed ?? []).length > 0 && (
        <dl className={page.facts}>
          {(declaration.computed ?? []).map((column) => (
            <div key={column.key}>
              <dt>{column.label[language]}</dt>
              <dd>{shownComputed(column, record.computed[column.key], language) ?? words.nothing}</dd>
            </div>
          ))}
        </dl>
      )}
      {sectionsOf(declaration.fields).map(({ heading, fields }) => {
        const known = fields.filter(isKnown);
        if (known.length === 0) return null;
        return (
          <section key={fields[0]?.key} className={styles.group}>
            {heading && <h2 className={page.heading}>{heading[language]}</h2>}
            <dl className={page.facts}>
              {known.map((field) => (
                <div key={field.key}>
                  <dt>{field.label[language]}</dt>
                  <dd className={styles.text}>
                    <FieldValue field={field} record={record} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </>
  );
}

/** What stands in a field of a record, as its page shows it. */
export function FieldValue({ field, record }: { field: Field; record: RecordRowAnswer }) {
  const words = useWords(recordWords);
  const { language } = useSpeech();
  if (record.hidden.includes(field.key)) return <span className="muted">{words.hidden}</span>;
  const value = record.values[field.key];
  if (value !== undefined) return shownValue(field, value, language);
  return (record.links[field.key] ?? []).map((link) => (
    <div key={link.id}>
      <LinkedName link={link} words={words} />
    </div>
  ));
}
