import { proposalKinds } from "../../domain/duty/change-proposal.ts";
import { changeProposalWords } from "../../domain/language/web-change-proposals.ts";
import { FailureError } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { FilterChip } from "../components/FilterChip.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useNumber, useWords } from "../language.tsx";
import { Link, useGo, useQueryOf } from "../navigation.tsx";
import { places } from "../places.ts";
import tasks from "../tasks/TasksPlace.module.css";
import { Proposal } from "./Proposal.tsx";
import styles from "./Signed.module.css";
import { useProposals } from "./use-proposals.ts";

const names = ["state", "kind"] as const;

/** Obstacles and proposals of units: those that wait for a decision, and those that have one. */
export default function ProposalsPlace() {
  const words = useWords(changeProposalWords);
  const say = useNumber();
  const { state: asked, kind = "" } = useQueryOf(names);
  const go = useGo();
  const state = asked === "decided" ? "decided" : "waiting";
  const list = useProposals({ state, kind });
  return (
    <Page title={words.title} line={list.data && words.line(say(list.data.waiting))}>
      <nav className={styles.tabs} aria-label={words.title} data-screen-only>
        {(["waiting", "decided"] as const).map((one) => (
          <Link
            key={one}
            href={places.proposals({ state: one === "waiting" ? undefined : one, kind })}
            aria-current={one === state ? "page" : undefined}
          >
            {words.tabs[one]}
          </Link>
        ))}
      </nav>
      <search className={tasks.filters} data-screen-only>
        <FilterChip
          label={words.kind}
          all={words.allKinds}
          value={kind}
          choices={proposalKinds.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(value) => go(places.proposals({ state: asked, kind: value }))}
        />
      </search>
      {list.error instanceof FailureError ? (
        <FailureNote failure={list.error.failure} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Waiting />
      ) : list.data.proposals.length === 0 ? (
        <EmptyState title={words.none[state]}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <ol>
          {list.data.proposals.map((one) => (
            <li key={`${one.id} ${one.version}`} className={styles.paper}>
              <Proposal proposal={one} mayDecide={list.data.mayDecide} />
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}
