import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { IssuedCode } from "../../contract/account.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { PersonAnswer } from "../../contract/people.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { IssuedCodeDialog } from "../accounts/IssuedCodeDialog.tsx";
import { useProof } from "../accounts/use-proof.tsx";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { Facts } from "../components/Facts.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { usePart } from "../navigation.tsx";
import styles from "./People.module.css";
import { type PersonAct, PersonDialog } from "./PersonDialog.tsx";
import { PostWords } from "./Posts.tsx";

/** One person: how he is reached, his posts past, now and to come, and who acts for him. */
export default function PersonPlace() {
  const id = usePart("id");
  const words = useWords(peopleWords);
  const queries = useQueryClient();
  const [act, setAct] = useState<PersonAct | null>(null);
  const person = useQuery({
    queryKey: ["person", id],
    queryFn: () => fetchAnswer<PersonAnswer>(pathTo(apiPaths.person, { id })),
  });
  const recovery = useRecovery(id, person.data?.name ?? "");
  if (person.error instanceof FailureError)
    return (
      <Page title={words.person}>
        <FailureNote failure={person.error.failure} onRetry={() => void person.refetch()} />
      </Page>
    );
  if (!person.data)
    return (
      <Page title={words.person}>
        <Waiting />
      </Page>
    );
  const shown = person.data;
  const actions = shown.mayChange && (
    <>
      <Button size="xs" onClick={() => setAct({ kind: "give" })}>
        {words.givePost}
      </Button>
      <Button size="xs" variant="default" onClick={() => setAct({ kind: "edit" })}>
        {words.edit}
      </Button>
      {shown.mayGiveAll && shown.leftOn === null && (
        <>
          <Button size="xs" variant="default" onClick={() => void recovery.make()}>
            {words.recover}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAct({ kind: "leave" })}>
            {words.leave}
          </Button>
        </>
      )}
    </>
  );
  return (
    <Page
      title={shown.name}
      line={shown.leftOn ? words.leftOn(sayDay(shown.leftOn)) : undefined}
      actions={actions}
    >
      {recovery.windows}
      <PersonFacts person={shown} />
      <h2 className="subtitle">{words.posts}</h2>
      <PostTable person={shown} onAct={setAct} />
      {act && (
        <PersonDialog
          person={shown}
          act={act}
          onClose={() => setAct(null)}
          onDone={() => {
            setAct(null);
            void queries.invalidateQueries();
          }}
        />
      )}
    </Page>
  );
}

/** Gives a person who cannot get in a code for a new password; `windows` have to stand where they are printed too. */
function useRecovery(
  person: string,
  name: string,
): { readonly make: () => Promise<void>; readonly windows: ReactNode } {
  const words = useWords(peopleWords);
  const [made, setMade] = useState<IssuedCode | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { asProved, dialog } = useProof();
  return {
    make: async () => {
      const answer = await asProved(() => ask<IssuedCode>("POST", apiPaths.recoveries, { person }));
      setFailure(answer.ok ? null : answer.failure);
      setMade(answer.ok ? answer.value : null);
    },
    windows: (
      <>
        {dialog}
        {failure && <FailureNote failure={failure} />}
        {made && (
          <IssuedCodeDialog
            title={words.recoverMade(name)}
            place="recovery"
            made={made}
            onEnd={() => setMade(null)}
          >
            <p>{words.recoverText}</p>
          </IssuedCodeDialog>
        )}
      </>
    ),
  };
}

function PersonFacts({ person }: { person: PersonAnswer }) {
  const words = useWords(peopleWords);
  const say = useNumber();
  const hidden = <span className="muted">{words.hidden}</span>;
  return (
    <Facts
      facts={[
        { label: words.email, value: person.email ?? hidden },
        { label: words.phone, value: person.phone ?? (person.email === null ? hidden : "–") },
        { label: words.tasksInHand, value: words.work(say(person.work)) },
      ]}
    />
  );
}

function PostTable({ person, onAct }: { person: PersonAnswer; onAct: (act: PersonAct) => void }) {
  const words = useWords(peopleWords);
  const days = (from: string, to: string | null) => words.until(sayDay(from), to && sayDay(to));
  if (person.posts.length === 0) return <p className="muted">{words.noPost}</p>;
  return (
    <table className={`${styles.table} ${styles.people}`}>
      <tbody>
        {person.posts.map((post) => (
          <tr key={post.id}>
            <th scope="row">
              <PostWords post={post} />
              {person.standIns
                .filter((one) => one.post === post.id)
                .map(({ name, from, to }) => (
                  <div key={`${name} ${from}`} className="small muted">
                    {words.standIn(name, days(from, to))}
                  </div>
                ))}
            </th>
            <td>
              {words.time[post.time]}, {days(post.from, post.to)}
              {post.document && <div className="small muted">{post.document}</div>}
            </td>
            <td data-screen-only>
              {person.mayChange && post.time !== "past" && (
                <div className={styles.line}>
                  {post.actingFor === null && (
                    <>
                      <button
                        type="button"
                        className="link-button"
                        onClick={() => onAct({ kind: "act", post })}
                      >
                        {words.actFor}
                      </button>
                      <button
                        type="button"
                        className="link-button"
                        onClick={() => onAct({ kind: "handOver", post })}
                      >
                        {words.handOver}
                      </button>
                    </>
                  )}
                  <button type="button" className="link-button" onClick={() => onAct({ kind: "end", post })}>
                    {words.endPost}
                  </button>
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
