import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { InvitationsAnswer } from "../../contract/account.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { ownAccountWords } from "../../domain/language/web-own-account.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayMoment } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";
import styles from "./Account.module.css";
import { InviteDialog } from "./InviteDialog.tsx";

type Invitation = InvitationsAnswer["invitations"][number];

/** Invitations that still open: made, seen, withdrawn. */
export default function InvitationsPlace() {
  const words = useWords(ownAccountWords).invitations;
  const queries = useQueryClient();
  const [inviting, setInviting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = useQuery({
    queryKey: ["invitations"],
    queryFn: () => fetchAnswer<InvitationsAnswer>(apiPaths.invitations),
    staleTime: 0,
  });
  if (open.error instanceof FailureError)
    return <FailureNote failure={open.error.failure} onRetry={() => void open.refetch()} />;
  if (!open.data) return <Waiting />;
  const { invitations } = open.data;
  const refresh = () => void queries.invalidateQueries({ queryKey: ["invitations"] });
  const withdraw = async ({ id }: Invitation) => {
    const answer = await ask("DELETE", pathTo(apiPaths.invitation, { id }));
    setFailure(answer.ok ? null : answer.failure);
    refresh();
  };
  const button = <Button onClick={() => setInviting(true)}>{words.invite}</Button>;
  return (
    <Page title={words.title} line={words.line(invitations.length)} actions={button}>
      <div className={styles.parts}>
        {failure && <FailureNote failure={failure} />}
        {invitations.length === 0 ? (
          <EmptyState title={words.line(0)}>
            <p>{words.empty}</p>
          </EmptyState>
        ) : (
          <ul className={styles.list}>
            {invitations.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                invitation={invitation}
                onWithdraw={() => void withdraw(invitation)}
              />
            ))}
          </ul>
        )}
      </div>
      {inviting && (
        <InviteDialog
          mail={open.data.mail}
          onMade={refresh}
          onEnd={() => {
            setInviting(false);
            refresh();
          }}
        />
      )}
    </Page>
  );
}

function InvitationRow(props: { readonly invitation: Invitation; readonly onWithdraw: () => void }) {
  const words = useWords(ownAccountWords).invitations;
  const { language } = useSpeech();
  const people = useWords(peopleWords);
  const { name, email, posts, expiresAt, issuedBy } = props.invitation;
  const held = posts.map(({ role, unitName }) =>
    [people.roles[role], unitName ?? words.wholeProvince].join(", "),
  );
  return (
    <li className={styles.entry}>
      <span>
        <strong>{name}</strong> · {email}
        <br />
        {held.join("; ")}
        <br />
        <span className="small muted numbers">
          {words.expires(sayMoment(expiresAt, language))} · {words.by(issuedBy)}
        </span>
      </span>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={words.withdraw(name)}
        onClick={props.onWithdraw}
      >
        {words.withdrawShort}
      </Button>
    </li>
  );
}
