import type { MessagesAnswer } from "../../contract/message.ts";
import { agreementLimitWords } from "../../domain/language/web-agreement-limits.ts";
import { agreementWords } from "../../domain/language/web-agreements.ts";
import { sayDay } from "../day-words.ts";
import { useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./Messages.module.css";

type Alert = MessagesAnswer["alerts"][number];

/** What one was told of agreements that end soon, the newest first; each opens its agreement. */
export function AgreementAlerts(props: {
  readonly alerts: readonly Alert[];
  readonly onRead: (ids: readonly string[]) => void;
}) {
  const words = useWords(agreementLimitWords);
  return (
    <section className={styles.part} aria-labelledby="agreement-alerts">
      <h2 id="agreement-alerts" className="subtitle">
        {words.alerts}
      </h2>
      <ul className={styles.list}>
        {props.alerts.map((alert) => (
          <AlertLine key={alert.id} alert={alert} onRead={() => props.onRead([alert.id])} />
        ))}
      </ul>
    </section>
  );
}

function sayEnd(
  { kind, on, noticeBy }: Alert["end"],
  words: (typeof agreementLimitWords)["vi"],
  nameOf: (step: "reported" | "copied" | "notified") => string,
): string {
  if (kind === "renews") return words.alertRenews(sayDay(on), noticeBy && sayDay(noticeBy));
  return kind === "expires" ? words.alertExpires(sayDay(on)) : words.alertTell(nameOf(kind), sayDay(on));
}

function AlertLine({ alert, onRead }: { readonly alert: Alert; readonly onRead: () => void }) {
  const { on, isRead, agreement, end } = alert;
  const words = useWords(agreementLimitWords);
  const { kinds } = useWords(agreementWords);
  const said = sayEnd(end, words, (step) => kinds[step]);
  return (
    <li className={styles.message} data-unread={!isRead || undefined}>
      <div className={styles.head}>
        <span>
          <strong className="numbers">{sayDay(on)}</strong> ·{" "}
          <Link href={places.record("agreements", agreement.id)} onClick={isRead ? undefined : onRead}>
            {agreement.title}
          </Link>
        </span>
        {!isRead && (
          <button
            type="button"
            className="link-button"
            aria-label={words.alertReadOf(agreement.title)}
            onClick={onRead}
          >
            {words.alertRead}
          </button>
        )}
      </div>
      <p className="small muted">{said}</p>
    </li>
  );
}
