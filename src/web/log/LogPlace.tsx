import { useMemo } from "react";
import type { ListedLogEntryAnswer, LogAnswer } from "../../contract/log.ts";
import { apiPaths } from "../../contract/paths.ts";
import { logWords } from "../../domain/language/web-log.ts";
import { FailureError } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import listStyles from "../components/List.module.css";
import { MoreMenu } from "../components/MoreMenu.tsx";
import { Page } from "../components/Page.tsx";
import { Register } from "../components/Register.tsx";
import type { RegisterRow } from "../components/register-row.ts";
import { Waiting } from "../components/Waiting.tsx";
import { sayMoment } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { useGo, useQueryOf } from "../navigation.tsx";
import { places, writeQuery } from "../places.ts";
import { useMay } from "../session.ts";
import { LogEntry } from "./LogEntry.tsx";
import { LogFilters } from "./LogFilters.tsx";
import styles from "./LogPlace.module.css";
import { type LogColumn, useLogColumns } from "./log-columns.tsx";
import { type LogSearch, logSearchNames, useLog } from "./use-log.ts";

const openedName = ["entry"] as const;

/** The log of the province, the newest entries first. The address holds the filters and the entry that is open. */
export default function LogPlace() {
  const words = useWords(logWords);
  const asked = useQueryOf(logSearchNames);
  const log = useLog(asked);
  const [first] = log.data?.pages ?? [];
  return (
    <Page
      title={words.title}
      line={first && <Line first={first} narrowed={!!asked.q} />}
      actions={<Actions asked={asked} />}
      fills
    >
      <LogFilters asked={asked} entries={first?.entries ?? []} />
      {log.error instanceof FailureError ? (
        <FailureNote failure={log.error.failure} onRetry={() => void log.refetch()} />
      ) : !first ? (
        <Waiting />
      ) : (
        <Entries log={log} asked={asked} />
      )}
    </Page>
  );
}

function Line({ first, narrowed }: { first: LogAnswer; narrowed: boolean }) {
  const words = useWords(logWords);
  const say = useNumber();
  if (narrowed || !first.total) return words.lineWords;
  return words.line(say(first.total.count), first.total.more);
}

function Actions({ asked }: { asked: LogSearch }) {
  const words = useWords(logWords);
  const mayTake = useMay("export-log");
  const address = (format: "csv" | "jsonl") =>
    apiPaths.logExport.replace("{format}", format) + writeQuery(asked);
  const files = mayTake
    ? (["csv", "jsonl"] as const).map((format) => ({
        label: words.saveAs[format],
        download: address(format),
      }))
    : [];
  return (
    <MoreMenu label={words.save} items={[...files, { label: words.print, onSelect: () => window.print() }]} />
  );
}

function Entries({ log, asked }: { log: ReturnType<typeof useLog>; asked: LogSearch }) {
  const words = useWords(logWords);
  const { language } = useSpeech();
  const say = useNumber();
  const go = useGo();
  const columns = useLogColumns();
  const { entry: opened } = useQueryOf(openedName);
  const pages = log.data?.pages;
  const entries = useMemo(() => pages?.flatMap((page) => page.entries) ?? [], [pages]);
  const rows = useMemo(
    () => entries.map((item): RegisterRow<ListedLogEntryAnswer> => ({ kind: "item", key: item.id, item })),
    [entries],
  );
  const lookedTo = pages?.at(-1)?.lookedTo ?? null;
  const open = (entry: string) => go(places.log({ ...asked, entry }), { replace: opened !== undefined });
  const isListed = entries.some(({ id }) => id === opened);
  const isNarrow = Object.keys(asked).length > 0;
  return (
    <>
      {opened !== undefined && !isListed && (
        <section className={styles.apart} aria-label={words.entry}>
          <LogEntry id={opened} asked={asked} apart />
        </section>
      )}
      {entries.length > 0 ? (
        <div className={`${listStyles.table} ${styles.table}`}>
          <Register<ListedLogEntryAnswer, LogColumn>
            label={words.title}
            columns={columns}
            rows={rows}
            chosen={isListed && opened !== undefined ? { row: opened, column: "act" } : null}
            onChoose={({ row }) => open(row)}
            detail={({ id }) => <LogEntry id={id} asked={asked} apart={false} />}
            {...(log.hasNextPage && !asked.q && { onEnd: log.more })}
          />
        </div>
      ) : isNarrow ? (
        <p className="muted">{log.hasNextPage ? words.noneYet : words.noneFound}</p>
      ) : (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      )}
      {asked.q && log.hasNextPage && (
        <p className={styles.further} data-screen-only>
          {lookedTo && words.lookedTo(sayMoment(lookedTo, language))}{" "}
          <button type="button" className="link-button" onClick={log.more} disabled={log.isFetchingNextPage}>
            {words.lookOn}
          </button>
        </p>
      )}
      {log.hasNextPage && <p className={styles.printed}>{words.printed(say(entries.length))}</p>}
    </>
  );
}
