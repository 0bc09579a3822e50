import { Button } from "@mantine/core";
import { useState } from "react";
import type { ChangeProposalAnswer } from "../../contract/change-proposal.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { changeProposalWords } from "../../domain/language/web-change-proposals.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { sayDay, sayMoment } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { DecideForm } from "./DecideForm.tsx";
import styles from "./Duties.module.css";
import { useProposalsChanged } from "./use-proposals.ts";

/** One obstacle or proposal: what the unit says, and what was decided or may be decided now. */
export function Proposal(props: {
  readonly proposal: ChangeProposalAnswer;
  readonly mayDecide: boolean;
  /** It stands at the page of its duty, which need not be named. */
  readonly ofDuty?: boolean;
}) {
  const { proposal } = props;
  const words = useWords(changeProposalWords);
  const { language } = useSpeech();
  const changed = useProposalsChanged();
  const [deciding, setDeciding] = useState<"amended" | "refused" | "noted" | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const act = async (path: string) => {
    const answer = await ask("DELETE", pathTo(path, { id: proposal.id }), { version: proposal.version });
    setFailure(answer.ok ? null : answer.failure);
    await changed();
  };
  return (
    <>
      <p>
        <strong>{words.kinds[proposal.kind]}</strong>{" "}
        <span className="small muted">
          {proposal.holder.name} · {words.by(proposal.writtenBy, sayMoment(proposal.writtenAt, language))}
        </span>
      </p>
      <p className={styles.text}>{proposal.text}</p>
      {!props.ofDuty && (
        <p className="small">
          <Link href={places.duty(proposal.duty)}>{proposal.task.content}</Link>{" "}
          <span className="muted">{proposal.source.number}</span>
        </p>
      )}
      {failure && <FailureNote failure={failure} />}
      {proposal.outcome !== null ? (
        <Decided proposal={proposal} />
      ) : (
        deciding && <DecideForm proposal={proposal} outcome={deciding} onClose={() => setDeciding(null)} />
      )}
      <div className={styles.buttons} data-screen-only>
        {proposal.outcome === null && props.mayDecide && !deciding && (
          <>
            <Button size="compact-sm" onClick={() => setDeciding("amended")}>
              {proposal.kind === "withdrawal" ? words.withdraw : words.amend}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setDeciding("refused")}>
              {words.refuse}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setDeciding("noted")}>
              {words.noteIt}
            </Button>
          </>
        )}
        {proposal.outcome === null && proposal.own && (
          <Button size="compact-sm" variant="default" onClick={() => void act(apiPaths.proposal)}>
            {words.takeBack}
          </Button>
        )}
        {proposal.outcome !== null && props.mayDecide && (
          <Button size="compact-sm" variant="default" onClick={() => void act(apiPaths.proposalDecision)}>
            {words.undo}
          </Button>
        )}
      </div>
    </>
  );
}

/** What was decided, what it rests on, and the task before and after. */
function Decided({ proposal }: { proposal: ChangeProposalAnswer }) {
  const words = useWords(changeProposalWords);
  const { language } = useSpeech();
  const { outcome, document, documentOn, note, decidedAt, decidedBy, changes } = proposal;
  if (outcome === null || decidedAt === null) return null;
  const sayValue = (field: string, value: string | null) =>
    value === null ? words.nothing : field === "withdrawnOn" ? sayDay(value) : value;
  const ground = [[document, documentOn && sayDay(documentOn)].filter(Boolean).join(", "), note].filter(
    Boolean,
  );
  return (
    <>
      <p>
        <strong>{words.outcomes[outcome]}</strong>
        {ground.length > 0 && `: ${ground.join(" · ")}`}{" "}
        <span className="small muted">{words.by(decidedBy ?? "", sayMoment(decidedAt, language))}</span>
      </p>
      {changes.length > 0 && (
        <ul className="small">
          {changes.map(({ field, before, after }) => (
            <li key={field}>
              {words.fields[field] ?? field}: <del>{sayValue(field, before)}</del> →{" "}
              <ins>{sayValue(field, after)}</ins>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
