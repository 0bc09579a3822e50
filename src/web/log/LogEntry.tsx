import { useQuery } from "@tanstack/react-query";
import type { LogEntryAnswer } from "../../contract/log.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import { logWords } from "../../domain/language/web-log.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { Facts } from "../components/Facts.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay, sayMoment } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { type Difference, differencesOf } from "./differences.ts";
import { actOf, whoOf } from "./entry-words.ts";
import styles from "./LogPlace.module.css";
import { Thing } from "./log-columns.tsx";
import type { LogSearch } from "./use-log.ts";

/**
 * One entry whole: who, when, from where, to what, what changed, and its place in the chain. `apart`: it does not stand
 * below its row, which says the first of it.
 */
export function LogEntry({ id, asked, apart }: { id: string; asked: LogSearch; apart: boolean }) {
  const entry = useQuery({
    queryKey: ["log", "entry", id],
    queryFn: () => fetchAnswer<LogEntryAnswer>(pathTo(apiPaths.logEntry, { id })),
  });
  if (entry.error instanceof FailureError)
    return <FailureNote failure={entry.error.failure} onRetry={() => void entry.refetch()} />;
  if (!entry.data) return <Waiting />;
  return (
    <div className={styles.entry}>
      <EntryFacts entry={entry.data} apart={apart} />
      <Changes entry={entry.data} />
      <Others entry={entry.data} asked={asked} />
    </div>
  );
}

function EntryFacts({ entry, apart }: { entry: LogEntryAnswer; apart: boolean }) {
  const words = useWords(logWords);
  const rights = useWords(peopleWords).actions;
  const { language } = useSpeech();
  const say = useNumber();
  const { at, kind, address, seal } = entry;
  return (
    <Facts
      facts={[
        ...(apart
          ? [
              { label: words.columns.at, value: sayMoment(at, language, "second") },
              { label: words.columns.what, value: actOf(entry, words, rights) },
              { label: words.columns.whoName, value: whoOf(entry, words) },
              { label: words.columns.subject, value: <Thing entry={entry} /> },
            ]
          : []),
        { label: words.kind, value: words.kinds[kind] },
        ...(address === null ? [] : [{ label: words.columns.address, value: address }]),
        {
          label: words.columns.id,
          value: (
            <span className="small muted">
              {entry.id}. {seal ? words.seal(say(seal.position), sayMoment(seal.at, language)) : words.noSeal}
            </span>
          ),
        },
      ]}
    />
  );
}

function Changes({ entry }: { entry: LogEntryAnswer }) {
  const words = useWords(logWords);
  const { before, after, hidden } = entry;
  const differences = differencesOf(before, after);
  const fieldName = (field: string) => words.fields[field] ?? field;
  const withBefore = before !== null;
  return (
    <>
      {differences.length > 0 ? (
        <table className={styles.changes}>
          <caption className="small muted">{words.changed}</caption>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              {withBefore && <th scope="col">{words.before}</th>}
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <tr
                key={difference.way.join("\n")}
                data-changed={(withBefore && difference.isChanged) || undefined}
              >
                <th scope="row">{difference.way.map(fieldName).join(" › ")}</th>
                {withBefore && (
                  <td>
                    <Value of={difference} side="before" />
                  </td>
                )}
                <td>
                  <Value of={difference} side="after" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        hidden.length === 0 && <p className="muted">{words.noChange}</p>
      )}
      {hidden.includes("*") ? (
        <p className="muted">{words.hiddenAll}</p>
      ) : (
        hidden.length > 0 && <p className="muted">{words.hidden(hidden.map(fieldName).join(", "))}</p>
      )}
    </>
  );
}

function Value({ of, side }: { of: Difference; side: "before" | "after" }) {
  const words = useWords(logWords);
  const value = of[side];
  if (value === null) return <span className="muted">{words.empty}</span>;
  const text = typeof value === "boolean" ? (value ? words.yes : words.no) : sayDay(value);
  if (!of.isChanged || of.before === null) return text;
  return side === "before" ? <del>{text}</del> : <ins>{text}</ins>;
}

/** Ways on from an entry: other entries of the same person, thing and address, under the days that were chosen. */
function Others({ entry, asked }: { entry: LogEntryAnswer; asked: LogSearch }) {
  const words = useWords(logWords);
  const { who, subject, address } = entry;
  const { from = "", to = "" } = asked;
  return (
    <p className={styles.others} data-screen-only>
      <Link href={places.log({ from, to, who: who.id })}>{words.sameWho}</Link>
      <Link href={places.log({ from, to, subject })}>{words.sameThing}</Link>
      {address !== null && <Link href={places.log({ from, to, address })}>{words.sameAddress}</Link>}
    </p>
  );
}
