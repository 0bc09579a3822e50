import { messageWords } from "../../domain/language/web-messages.ts";
import { Icon } from "../components/Icon.tsx";
import { useNumber, useWords } from "../language.tsx";
import { useWaiting } from "../messages/use-messages.ts";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./Frame.module.css";

/** Leads to one's own messages and says how many are not read. */
export function Bell() {
  const words = useWords(messageWords);
  const say = useNumber();
  const unread = useWaiting(true)?.unread ?? 0;
  return (
    <Link href={places.messages} className={styles.tool} aria-label={words.bell(say(unread))}>
      <Icon name="bell" />
      {unread > 0 && <span className={styles.count}>{say(unread)}</span>}
    </Link>
  );
}
