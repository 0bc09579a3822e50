import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { apiPaths } from "../../contract/paths.ts";
import type { ProgramStateAnswer } from "../../contract/state.ts";
import type { FailureCode } from "../../domain/basics/result.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { type Language, sayNumber } from "../../domain/language/language.ts";
import { frameWords } from "../../domain/language/web-frame.ts";
import { stateWords } from "../../domain/language/web-state.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Icon } from "../components/Icon.tsx";
import { State } from "../components/State.tsx";
import { useSpeech, useWords } from "../language.tsx";
import styles from "./StatePlace.module.css";

/** The place that says how the program is: version, database, data folder, free space, what needs a look. */
export default function StatePlace() {
  const words = useWords(stateWords);
  const frame = useWords(frameWords);
  const { language } = useSpeech();
  const state = useQuery({
    queryKey: ["state"],
    queryFn: () => fetchAnswer<ProgramStateAnswer>(apiPaths.state),
    staleTime: 0,
  });
  return (
    <div className={styles.place}>
      <header className={styles.head}>
        <h1 className="title">{words.title}</h1>
        <Button
          size="compact-sm"
          variant="default"
          loading={state.isFetching}
          onClick={() => void state.refetch()}
        >
          {words.refresh}
        </Button>
      </header>
      {state.error instanceof FailureError ? (
        <FailureNote failure={state.error.failure} onRetry={() => void state.refetch()} />
      ) : state.data ? (
        <>
          <Concerns state={state.data} />
          <StateFacts state={state.data} />
          <p className="small muted numbers">{words.asOf(sayInstant(state.data.now, language))}</p>
        </>
      ) : (
        <p className="muted" role="status">
          {frame.loading}
        </p>
      )}
    </div>
  );
}

function Concerns({ state }: { state: ProgramStateAnswer }) {
  const words = useWords(stateWords);
  const { language } = useSpeech();
  if (state.concerns.length === 0)
    return (
      <p>
        <State tone="done" icon="check">
          {words.allWell}
        </State>
      </p>
    );
  return (
    <div className={styles.concerns}>
      <p>{words.concerns(state.concerns.length)}</p>
      <ul>
        {state.concerns.map(({ code, detail }) => (
          <li key={code + JSON.stringify(detail)}>
            <span className={styles.warning}>
              <Icon name="warning" />
            </span>
            {/* The server sends codes of the catalogue; an unknown one is said as such. */}
            {sayFailure({ code: code as FailureCode, detail }, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function StateFacts({ state }: { state: ProgramStateAnswer }) {
  const words = useWords(stateWords);
  const { language } = useSpeech();
  const { database } = state;
  const size = (bytes: number | null) => (bytes === null ? words.unknown : sayBytes(bytes, language));
  const facts = [
    [words.version, `Sáu Rõ ${state.version}`],
    [
      words.database,
      <span key="database" className={styles.database}>
        {database.kind === "embedded" ? words.embedded : words.server} {database.version}
        {database.reachable ? (
          <State tone="done" icon="check">
            {words.reachable}
          </State>
        ) : (
          <State tone="late" icon="warning">
            {words.unreachable}
          </State>
        )}
      </span>,
    ],
    [words.databaseSize, size(database.sizeBytes)],
    [words.dataFolder, <code key="folder">{state.dataFolder}</code>],
    [words.freeSpace, size(state.freeBytes)],
    [words.recogniser, words.recognisers[state.recogniser]],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const units = ["B", "kB", "MB", "GB", "TB"] as const;

/** 1 234 567 → "1,2 MB": decimal units, one digit after the mark. */
function sayBytes(bytes: number, language: Language): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${sayNumber(bytes / 1000 ** power, language, power === 0 ? 0 : 1)} ${units[power] ?? "B"}`;
}

/** An instant of the server's clock as wall time in Vietnam. */
function sayInstant(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", {
    dateStyle: "short",
    timeStyle: "medium",
    timeZone: "Asia/Ho_Chi_Minh",
  }).format(new Date(iso));
}
