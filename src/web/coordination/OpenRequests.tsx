import { coordinationWords } from "../../domain/language/web-coordination.ts";
import { FailureError } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import styles from "../duties/Duties.module.css";
import { useNumber, useWords } from "../language.tsx";
import record from "../tasks/TaskPlace.module.css";
import { RequestList } from "./RequestList.tsx";
import { useOpenRequests } from "./use-coordination.ts";

/** What leads have asked of the person's units and what waits for an answer, above the list of their own duties. */
export function OpenRequests() {
  const words = useWords(coordinationWords);
  const say = useNumber();
  const open = useOpenRequests();
  if (open.error instanceof FailureError) return <FailureNote failure={open.error.failure} />;
  if (!open.data) return null;
  const { total, requests, today } = open.data;
  const isAny = total > 0;
  return (
    // It stays when the last one is answered: what was said last may still be taken back.
    <section aria-label={words.openTitle} className={isAny ? styles.asked : undefined}>
      {isAny && (
        <h2 className={record.heading}>
          {words.openTitle} ({say(total)})
        </h2>
      )}
      {isAny && <p className="small muted">{words.openHelp}</p>}
      <RequestList requests={requests} today={today} withTask />
      {requests.length < total && (
        <p className="small muted">{words.openMore(say(requests.length), say(total))}</p>
      )}
    </section>
  );
}
