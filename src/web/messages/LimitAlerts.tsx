import type { MessagesAnswer } from "../../contract/message.ts";
import { timeLimitWords } from "../../domain/language/web-time-limits.ts";
import { sayDay, sayDistance } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./Messages.module.css";

/** What one was told of last days of records that one's unit answers for, the newest first; each opens its record. */
export function LimitAlerts(props: {
  readonly alerts: MessagesAnswer["limitAlerts"];
  readonly today: string;
  readonly onRead: (ids: readonly string[]) => void;
}) {
  const words = useWords(timeLimitWords);
  const { language } = useSpeech();
  return (
    <section className={styles.part} aria-labelledby="limit-alerts">
      <h2 id="limit-alerts" className="subtitle">
        {words.alerts}
      </h2>
      <ul className={styles.list}>
        {props.alerts.map(({ id, on, isRead, record, name, due }) => (
          <li key={id} className={styles.message} data-unread={!isRead || undefined}>
            <div className={styles.head}>
              <span>
                <strong className="numbers">{sayDay(on)}</strong> ·{" "}
                <Link
                  href={places.record(record.register, record.id)}
                  onClick={isRead ? undefined : () => props.onRead([id])}
                >
                  {record.title}
                </Link>
              </span>
              {!isRead && (
                <button
                  type="button"
                  className="link-button"
                  aria-label={words.alertReadOf(record.title)}
                  onClick={() => props.onRead([id])}
                >
                  {words.alertRead}
                </button>
              )}
            </div>
            <p className="small muted">
              {name[language]} · {words.alertDue(sayDay(due))} ({sayDistance(due, props.today, language)})
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
