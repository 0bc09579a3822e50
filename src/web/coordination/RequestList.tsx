import { Button } from "@mantine/core";
import { useState } from "react";
import type { CoordinationRequestAnswer } from "../../contract/coordination.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import { coordinationWords } from "../../domain/language/web-coordination.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import type { IconName } from "../components/Icon.tsx";
import { State, type Tone } from "../components/State.tsx";
import { UndoBar } from "../components/UndoBar.tsx";
import { sayDay } from "../day-words.ts";
import styles from "../duties/Duties.module.css";
import { ProofLine } from "../duties/DutyReports.tsx";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { AnswerForm } from "./AnswerForm.tsx";
import { useSending } from "./use-coordination.ts";

const looks: Readonly<
  Record<CoordinationRequestAnswer["state"], { readonly tone: Tone; readonly icon: IconName }>
> = {
  waiting: { tone: "open", icon: "clock" },
  overdue: { tone: "dueSoon", icon: "clock" },
  answered: { tone: "done", icon: "check" },
  declined: { tone: "noDeadline", icon: "rejected" },
  withdrawn: { tone: "noDeadline", icon: "past" },
};

/** Requests with their age and their answers; `withTask`: each names its task. What was said of one may be taken back. */
export function RequestList(props: {
  readonly requests: readonly CoordinationRequestAnswer[];
  readonly today: string;
  readonly withTask?: boolean;
}) {
  const { requests, today } = props;
  const words = useWords(coordinationWords);
  const sending = useSending();
  const [undo, setUndo] = useState<{
    readonly kind: Kind;
    readonly id: string;
    readonly version: number;
  } | null>(null);
  const takeBack = async ({ id, version }: NonNullable<typeof undo>) => {
    const body = { version, kind: "reopened", on: today, text: "", proofs: [] };
    if (await sending.send("POST", pathTo(apiPaths.requestFacts, { id }), body)) setUndo(null);
  };
  return (
    <>
      {sending.failure && <FailureNote failure={sending.failure} />}
      {requests.length > 0 && (
        <ul>
          {requests.map((request) => (
            <Request
              key={request.id}
              request={request}
              today={today}
              withTask={props.withTask === true}
              onSaid={(kind, version) =>
                setUndo(kind === "reopened" ? null : { kind, version, id: request.id })
              }
            />
          ))}
        </ul>
      )}
      {undo && (
        <UndoBar
          said={words.said[undo.kind]}
          undo={words.undo}
          onUndo={() => void takeBack(undo)}
          onOver={() => setUndo(null)}
        />
      )}
    </>
  );
}

type Kind = CoordinationRequestAnswer["allowed"][number];

function Request(props: {
  readonly request: CoordinationRequestAnswer;
  readonly today: string;
  readonly withTask: boolean;
  /** What was said of it, and the version that it then has. */
  readonly onSaid: (kind: Kind, version: number) => void;
}) {
  const { request, today } = props;
  const words = useWords(coordinationWords);
  const say = useNumber();
  const sending = useSending();
  const [open, setOpen] = useState<"answered" | "declined" | null>(null);
  const record = async (kind: Kind, more: { on?: string; text?: string; proofs?: object[] } = {}) => {
    const body = { version: request.version, kind, on: today, text: "", proofs: [], ...more };
    const done = await sending.send("POST", pathTo(apiPaths.requestFacts, { id: request.id }), body);
    if (!done) return;
    setOpen(null);
    props.onSaid(kind, done.requests.find(({ id }) => id === request.id)?.version ?? request.version + 1);
  };
  const look = looks[request.state];
  return (
    <li className={styles.report}>
      <p className={styles.proof}>
        <span>
          <strong>{props.withTask ? words.from(request.from.name) : request.to.name}</strong>{" "}
          <span className="small muted">{words.askedOn(sayDay(request.on), sayDay(request.dueOn))}</span>
        </span>
        <State tone={look.tone} icon={look.icon}>
          {words.states[request.state]}
          {request.age !== null && `, ${words.age(say(request.age))}`}
        </State>
      </p>
      {props.withTask && (
        <p className="small">
          <Link href={places.task(request.task.id)}>{request.task.content}</Link>
        </p>
      )}
      <p className={styles.text}>
        {[
          ...(request.document
            ? [`${request.document}${request.documentOn ? `, ${sayDay(request.documentOn)}` : ""}`]
            : []),
          ...(request.content ? [request.content] : []),
        ].join(": ")}
      </p>
      <Answer request={request} />
      {sending.failure && <FailureNote failure={sending.failure} />}
      {open ? (
        <AnswerForm
          kind={open}
          today={today}
          busy={sending.busy}
          onSend={(more) => void record(open, more)}
          onClose={() => setOpen(null)}
        />
      ) : (
        request.allowed.length > 0 && (
          <div className={styles.buttons} data-screen-only>
            {request.allowed.map((kind) => (
              <Button
                key={kind}
                size="compact-sm"
                variant={kind === "answered" ? "filled" : "default"}
                onClick={() =>
                  kind === "answered" || kind === "declined" ? setOpen(kind) : void record(kind)
                }
              >
                {words.act[kind]}
              </Button>
            ))}
          </div>
        )
      )}
    </li>
  );
}

/** What came back: the answer with what it rests on, or why it was declined. */
function Answer({ request }: { request: CoordinationRequestAnswer }) {
  const words = useWords(coordinationWords);
  const on = request.answeredOn ?? request.declinedOn;
  if (on === null) return null;
  return (
    <>
      <p className={styles.text}>
        <span className="muted">
          {words.states[request.answeredOn ? "answered" : "declined"]} {sayDay(on)}
        </span>
        {request.answer && `: ${request.answer}`}
      </p>
      {request.proofs.length > 0 && (
        <ul className={styles.proofs}>
          {request.proofs.map((proof) => (
            <li key={proof.id}>
              <ProofLine proof={proof} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
