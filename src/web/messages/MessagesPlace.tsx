import { Button, Checkbox } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { MessagesAnswer } from "../../contract/message.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { messageWords } from "../../domain/language/web-messages.ts";
import { urgingSettingsWords } from "../../domain/language/web-urging-settings.ts";
import { ask, FailureError } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay, sayDistance } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { AgreementAlerts } from "./AgreementAlerts.tsx";
import { CalendarLink } from "./CalendarLink.tsx";
import { LimitAlerts } from "./LimitAlerts.tsx";
import styles from "./Messages.module.css";
import { useMessages, useReading } from "./use-messages.ts";

/** One's own messages, the newest first; each names duties and opens them. */
export default function MessagesPlace() {
  const words = useWords(messageWords);
  const say = useNumber();
  const list = useMessages();
  const read = useReading();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [first] = list.data?.pages ?? [];
  const messages = list.data?.pages.flatMap((page) => page.messages) ?? [];
  const onRead = (ids: readonly string[] | null) => void read(ids).then(setFailure);
  return (
    <Page
      title={words.title}
      line={first && words.line(say(first.unread))}
      actions={
        first &&
        first.unread > 0 && (
          <Button size="xs" variant="default" onClick={() => onRead(null)}>
            {words.readAll}
          </Button>
        )
      }
    >
      {failure && <FailureNote failure={failure} />}
      {list.error instanceof FailureError ? (
        <FailureNote failure={list.error.failure} onRetry={() => void list.refetch()} />
      ) : !first ? (
        <Waiting />
      ) : (
        <div className={styles.parts}>
          {first.alerts.length > 0 && <AgreementAlerts alerts={first.alerts} onRead={onRead} />}
          {first.limitAlerts.length > 0 && (
            <LimitAlerts alerts={first.limitAlerts} today={first.today} onRead={onRead} />
          )}
          {messages.length + first.alerts.length + first.limitAlerts.length === 0 ? (
            <EmptyState title={words.none}>
              <p>{words.noneText}</p>
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {messages.map((message) => (
                <Message key={message.id} message={message} today={first.today} onRead={onRead} />
              ))}
            </ul>
          )}
          {list.hasNextPage && (
            <div>
              <Button size="xs" variant="default" onClick={() => void list.fetchNextPage()}>
                {words.more}
              </Button>
            </div>
          )}
          <MailChoice mail={first.mail} />
          <CalendarLink />
        </div>
      )}
    </Page>
  );
}

function Message(props: {
  readonly message: MessagesAnswer["messages"][number];
  readonly today: string;
  readonly onRead: (ids: readonly string[]) => void;
}) {
  const { id, on, isRead, lines, requests, hidden } = props.message;
  const words = useWords(messageWords);
  const say = useNumber();
  const read = () => props.onRead([id]);
  return (
    <li className={styles.message} data-unread={!isRead || undefined}>
      <div className={styles.head}>
        <span>
          <strong className="numbers">{sayDay(on)}</strong> ·{" "}
          {requests.length > 0
            ? words.toldRequests(say(requests.length + hidden))
            : words.told(say(lines.length + hidden))}
          {!isRead && <span className={styles.mark}>{words.unread}</span>}
        </span>
        {!isRead && (
          <button type="button" className="link-button" aria-label={words.readOf(sayDay(on))} onClick={read}>
            {words.read}
          </button>
        )}
      </div>
      <ul className={styles.list}>
        {lines.map((line) => (
          <Line
            key={`${line.duty} ${line.kind} ${line.lastDay}`}
            {...{ line, today: props.today }}
            onOpen={isRead ? undefined : read}
          />
        ))}
        {requests.map((line) => (
          <Request
            key={`${line.request} ${line.kind}`}
            {...{ line, today: props.today }}
            onOpen={isRead ? undefined : read}
          />
        ))}
      </ul>
      {hidden > 0 && <p className="small muted">{words.hidden(say(hidden))}</p>}
    </li>
  );
}

function Line(props: {
  readonly line: MessagesAnswer["messages"][number]["lines"][number];
  readonly today: string;
  readonly onOpen: (() => void) | undefined;
}) {
  const { duty, content, unit, document, lastDay, kind, waits } = props.line;
  const words = useWords(messageWords);
  const { kinds } = useWords(urgingSettingsWords);
  const { language } = useSpeech();
  const distance = waits ? sayDistance(lastDay, props.today, language) : words.over;
  return (
    <li className={styles.line}>
      <Link href={places.duty(duty)} onClick={props.onOpen} className={styles.content}>
        {content}
      </Link>
      <span className="small muted">
        {kinds[kind]} · {unit}
        {document !== null && ` · ${document}`} · {words.due(sayDay(lastDay))} ({distance})
      </span>
    </li>
  );
}

/** A request to a co-ordinating unit: asked of one's own, or answered by another one. */
function Request(props: {
  readonly line: MessagesAnswer["messages"][number]["requests"][number];
  readonly today: string;
  readonly onOpen: (() => void) | undefined;
}) {
  const { task, content, unit, document, dueOn, kind, waits } = props.line;
  const words = useWords(messageWords);
  const { language } = useSpeech();
  const distance = waits ? sayDistance(dueOn, props.today, language) : words.requestOver;
  return (
    <li className={styles.line}>
      <Link href={places.task(task)} onClick={props.onOpen} className={styles.content}>
        {content}
      </Link>
      <span className="small muted">
        {words.requestKinds[kind](unit)}
        {document !== null && ` · ${document}`}
        {kind === "asked" && ` · ${words.due(sayDay(dueOn))} (${distance})`}
      </span>
    </li>
  );
}

/** Whether messages come by mail too, as far as the province leaves it to its people. */
function MailChoice({ mail }: { mail: MessagesAnswer["mail"] }) {
  const words = useWords(messageWords);
  const queries = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const choose = async (wanted: boolean) => {
    const answer = await ask("PUT", apiPaths.messagesMail, { wanted });
    setFailure(answer.ok ? null : answer.failure);
    await queries.invalidateQueries({ queryKey: ["messages", "list"] });
  };
  return (
    <section className={styles.part}>
      <h2 className="subtitle">{words.mail}</h2>
      {failure && <FailureNote failure={failure} />}
      {mail.isOptional ? (
        <Checkbox
          size="sm"
          label={words.mailWanted}
          description={words.mailHelp}
          checked={mail.wanted}
          onChange={(event) => void choose(event.currentTarget.checked)}
        />
      ) : (
        <p className="muted">{words.mailFixed}</p>
      )}
    </section>
  );
}
