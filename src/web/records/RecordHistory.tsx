import type { RecordAnswer } from "../../contract/record.ts";
import { type Declaration, fieldOf } from "../../domain/cooperation/declaration.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { sayMoment } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";
import { changesOf } from "../tasks/history-changes.ts";
import page from "../tasks/TaskPlace.module.css";

type Change = RecordAnswer["changes"][number];

/** Every change of a record, newest first: who, when, what it was and what it became. */
export function RecordHistory({ declaration, record }: { declaration: Declaration; record: RecordAnswer }) {
  const words = useWords(recordWords);
  const { language } = useSpeech();
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title" className={page.heading}>
        {words.history}
      </h2>
      <ol className={page.history}>
        {record.changes.map((change) => (
          <li key={change.id}>
            <p>
              <strong>{words.changes[change.what] ?? change.what}</strong>{" "}
              <span className="small muted">
                {sayMoment(change.at, language)}, {change.who}
              </span>
            </p>
            {change.before !== null && change.after !== null && (
              <Changes declaration={declaration} change={change} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Changes({ declaration, change }: { declaration: Declaration; change: Change }) {
  const words = useWords(recordWords);
  const { language } = useSpeech();
  const changes = changesOf(partsOf(change.before), partsOf(change.after));
  const [from, to] = [ownerIn(change.before), ownerIn(change.after)];
  return (
    <ul className="small">
      {from !== to && (
        <li>
          <span className="muted">{words.owner}</span>: <del>{from}</del> → <ins>{to}</ins>
        </li>
      )}
      {changes.map(({ field, before, after }) => {
        const known = fieldOf(declaration, field);
        if (!known) return null;
        // Names of documents and tasks are not kept in the history.
        const isTold = known.kind !== "link" || (known.to !== "document" && known.to !== "task");
        return (
          <li key={field}>
            <span className="muted">{known.label[language]}</span>
            {isTold && (
              <>
                {": "}
                {before && (
                  <>
                    <del>{before}</del> →{" "}
                  </>
                )}
                {after ? <ins>{after}</ins> : <span className="muted">{words.emptied}</span>}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Who entered the record, where a change tells it. */
function ownerIn(record: unknown): string | null {
  if (typeof record !== "object" || record === null || !("owner" in record)) return null;
  return typeof record.owner === "string" ? record.owner : null;
}

/** What the history keeps of the fields, of all that the reader may see. */
function partsOf(record: unknown): Readonly<Record<string, unknown>> {
  if (typeof record !== "object" || record === null) return {};
  // Whatever stands in the history, only its parts are looked at.
  const { values, personal, restricted } = record as Partial<Record<string, object>>;
  return { ...values, ...personal, ...restricted };
}
