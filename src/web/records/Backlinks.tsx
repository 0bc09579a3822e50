import type { RecordAnswer } from "../../contract/record.ts";
import type { Declaration } from "../../domain/cooperation/declaration.ts";
import { declarationOf } from "../../domain/cooperation/declarations.ts";
import { writeWhere } from "../../domain/cooperation/record-query.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import page from "../tasks/TaskPlace.module.css";
import styles from "./Records.module.css";
import { LinkedName } from "./value-words.tsx";

/** So many of each register are named; the others are a list away. */
const mostNamed = 8;

/** What we have with a record: the records that link to it, by register. */
export function Backlinks({ declaration, record }: { declaration: Declaration; record: RecordAnswer }) {
  const words = useWords(recordWords);
  const say = useNumber();
  const { language } = useSpeech();
  const groups = Map.groupBy(record.backlinks, ({ kind, field }) => `${kind} ${field}`);
  return (
    <section aria-labelledby="backlinks-title">
      <h2 id="backlinks-title" className={page.heading}>
        {words.whatWeHave(declaration.one[language])}
      </h2>
      {groups.size === 0 && <p className="muted">{words.nothingLinked}</p>}
      {[...groups].map(([key, links]) => {
        const [{ kind, field } = { kind: "", field: "" }] = links;
        const linking = declarationOf(kind);
        if (!linking) return null;
        const where = writeWhere({ [field]: [record.id] });
        return (
          <div key={key} className={styles.group}>
            <h3>
              {linking.name[language]} <span className="muted numbers">({say(links.length)})</span>
            </h3>
            <ul>
              {links.slice(0, mostNamed).map((link) => (
                <li key={link.id}>
                  <LinkedName link={link} words={words} />
                </li>
              ))}
            </ul>
            {links.length > mostNamed && (
              <Link href={places.records(kind, { where })}>{words.seeAll(say(links.length))}</Link>
            )}
          </div>
        );
      })}
    </section>
  );
}
