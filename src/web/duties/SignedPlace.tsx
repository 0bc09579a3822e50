import { Button } from "@mantine/core";
import { useState } from "react";
import type { SignedListAnswer, SignedState } from "../../contract/signed.ts";
import type { Failure, Result } from "../../domain/basics/result.ts";
import { signedWords } from "../../domain/language/web-signed.ts";
import { FailureError } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { UndoBar } from "../components/UndoBar.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { ScanList } from "../documents/ScanList.tsx";
import { useNumber, useWords } from "../language.tsx";
import { Link, useGo, useQueryOf } from "../navigation.tsx";
import { places } from "../places.ts";
import { SettledPaper } from "./SettledPaper.tsx";
import styles from "./Signed.module.css";
import { SignedDrop } from "./SignedDrop.tsx";
import { takeBack, useSigned, useSignedChanged } from "./use-signed.ts";
import { WaitingPaper } from "./WaitingPaper.tsx";

const names = ["state", "unit", "duty"] as const;
/** Documents shown at once, and how many more each time. */
const atOnce = 20;
/** As many as the contract allows. */
const most = 200;
const states: readonly SignedState[] = ["waiting", "matched", "aside"];

/** What was just done with a document, and how it is taken back. */
interface Done {
  readonly said: string;
  readonly undo: () => Promise<Result<unknown>>;
}

/** Signed documents that units send back: handed in here, those that wait for a place, and what became of the others. */
export default function SignedPlace() {
  const words = useWords(signedWords);
  const say = useNumber();
  const go = useGo();
  const asked = useQueryOf(names);
  const state = states.find((one) => one === asked.state) ?? "waiting";
  const [limit, setLimit] = useState(atOnce);
  const list = useSigned(state, asked.unit, limit);
  const hidden = (list.data?.counts[state] ?? 0) - (list.data?.papers.length ?? 0);
  const changed = useSignedChanged();
  const [done, setDone] = useState<Done | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const onDone = (said: string, id: string, path: "signedMatch" | "signedAside") => {
    setDone({ said, undo: () => takeBack(id, path) });
    void changed();
  };
  const undo = async () => {
    const undone = await done?.undo();
    setDone(null);
    setFailure(undone && !undone.ok ? undone.failure : null);
    await changed();
  };
  const note = asked.duty ? words.dropForDuty : null;
  return (
    <Page
      title={words.title}
      line={list.data && words.line(say(list.data.counts.waiting))}
      actions={
        <Button
          size="xs"
          variant="default"
          onClick={() => go(asked.duty ? places.duty(asked.duty) : places.duties())}
        >
          {words.back}
        </Button>
      }
    >
      <SignedDrop unit={asked.unit} duty={asked.duty} note={note} onReceived={() => void changed()} />
      <ScanList signed />
      <StateTabs asked={asked} state={state} counts={list.data?.counts} />
      {failure && <FailureNote failure={failure} />}
      {list.error instanceof FailureError ? (
        <FailureNote failure={list.error.failure} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Waiting />
      ) : list.data.papers.length === 0 ? (
        <EmptyState title={words.none[state]}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <ol className={styles.papers}>
          {list.data.papers.map((paper) => (
            <li key={`${paper.id} ${paper.version}`} className={styles.paper}>
              {paper.outcome === null ? (
                <WaitingPaper paper={paper} duty={asked.duty} onDone={onDone} />
              ) : (
                <SettledPaper paper={paper} onFailed={setFailure} />
              )}
            </li>
          ))}
        </ol>
      )}
      {hidden > 0 && limit < most && (
        <Button size="xs" variant="default" onClick={() => setLimit(Math.min(most, limit + atOnce))}>
          {words.more(say(hidden))}
        </Button>
      )}
      {done && (
        <UndoBar said={done.said} undo={words.undo} onUndo={() => void undo()} onOver={() => setDone(null)} />
      )}
    </Page>
  );
}

/** The lists by state, each with how many it has. */
function StateTabs(props: {
  readonly asked: { readonly [name in (typeof names)[number]]?: string };
  readonly state: SignedState;
  readonly counts: SignedListAnswer["counts"] | undefined;
}) {
  const words = useWords(signedWords);
  const say = useNumber();
  return (
    <nav className={styles.tabs} aria-label={words.title} data-screen-only>
      {states.map((one) => (
        <Link
          key={one}
          href={places.signed({ ...props.asked, state: one === "waiting" ? undefined : one })}
          aria-current={one === props.state ? "page" : undefined}
        >
          {words.tabs[one]} <span className="muted numbers">{say(props.counts?.[one] ?? 0)}</span>
        </Link>
      ))}
    </nav>
  );
}
