import type { RecordAnswer } from "../../contract/record.ts";
import { type ContactDay, contactDays } from "../../domain/cooperation/contact-days.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { sayDay } from "../day-words.ts";
import { useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./Records.module.css";

type Told = NonNullable<RecordAnswer["linked"]["days"]["first"]>;

/** First contact, last and next meeting, each with the record that tells it. */
export function ContactLine({ record }: { record: RecordAnswer }) {
  const words = useWords(recordWords);
  const { first, lastMet, nextMet } = contactDays<Told>(record.values, record.linked.days);
  return (
    <dl className={styles.contact}>
      <Day label={words.firstContact} day={first} />
      <Day label={words.lastMet} day={lastMet} />
      <Day label={words.nextMet} day={nextMet} />
    </dl>
  );
}

function Day({ label, day }: { label: string; day: ContactDay<Told> | null }) {
  const words = useWords(recordWords);
  return (
    <div>
      <dt className="small muted">{label}</dt>
      <dd>
        {day ? (
          <strong className="numbers">{sayDay(day.on)}</strong>
        ) : (
          <span className="muted">{words.nothing}</span>
        )}
        {day?.by && (
          <>
            {" "}
            <Link className="small" href={places.record(day.by.register, day.by.id)}>
              {day.by.name}
            </Link>
          </>
        )}
      </dd>
    </div>
  );
}
