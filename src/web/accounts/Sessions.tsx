import { Button } from "@mantine/core";
import { useState } from "react";
import type { AccountAnswer, SessionsEnded } from "../../contract/account.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { ownAccountWords } from "../../domain/language/web-own-account.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { sayMoment } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";
import styles from "./Account.module.css";
import { deviceOf } from "./device-words.ts";

/** Where the person is signed in; this session is marked, the others can be ended. */
export function Sessions(props: {
  readonly sessions: AccountAnswer["sessions"];
  readonly onChange: () => void;
}) {
  const words = useWords(ownAccountWords).sessions;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [ended, setEnded] = useState<number | null>(null);
  const end = async (path: string) => {
    const answer = await ask<SessionsEnded>("DELETE", path);
    setFailure(answer.ok ? null : answer.failure);
    setEnded(answer.ok ? answer.value.ended : null);
    if (answer.ok) props.onChange();
  };
  return (
    <>
      <p className="muted">{words.text}</p>
      {failure && <FailureNote failure={failure} />}
      <ul className={styles.list}>
        {props.sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            onEnd={() => void end(pathTo(apiPaths.accountSession, { id: session.id }))}
          />
        ))}
      </ul>
      <div className={styles.row}>
        {props.sessions.length > 1 && (
          <Button variant="default" onClick={() => void end(apiPaths.accountSessions)}>
            {words.endOthers}
          </Button>
        )}
        {ended !== null && <span role="status">{words.ended(ended)}</span>}
      </div>
    </>
  );
}

function SessionRow(props: {
  readonly session: AccountAnswer["sessions"][number];
  readonly onEnd: () => void;
}) {
  const words = useWords(ownAccountWords).sessions;
  const { language } = useSpeech();
  const { agent, address, seenAt, openedAt, way, here } = props.session;
  const device = deviceOf(agent);
  const name = device ? words.on(device.browser, device.system) : words.noAgent;
  return (
    <li className={styles.entry}>
      <span>
        {name} {here && <strong>· {words.here}</strong>}
        <br />
        <span className="small muted numbers">
          {address ?? words.noAddress} · {words.opened(sayMoment(openedAt, language))} {words.ways[way]} ·{" "}
          {words.seen(sayMoment(seenAt, language))}
        </span>
      </span>
      {!here && (
        <Button variant="default" size="compact-sm" aria-label={words.end(name)} onClick={props.onEnd}>
          {words.endShort}
        </Button>
      )}
    </li>
  );
}
