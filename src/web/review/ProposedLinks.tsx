import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { LineageProposalAnswer } from "../../contract/lineage.ts";
import type { FindingAnswer } from "../../contract/review.ts";
import { joiningKinds } from "../../domain/duty/lineage.ts";
import { type LineageWords, lineageWords } from "../../domain/language/web-lineage.ts";
import { sayDay } from "../day-words.ts";
import { DocumentName } from "../documents/document-name.tsx";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { TaskState } from "../tasks/TaskState.tsx";
import styles from "./ProposedLinks.module.css";
import { isJoining } from "./use-lineage.ts";
import type { Linking } from "./use-linking.ts";

/** Kinds that a person may choose for a finding. */
const kinds = [...joiningKinds, "follows", "plan"] as const;

/** Below the chosen row: the earlier work that it may give again, the words of both side by side. */
export function ProposedLinks({ finding, linking }: { finding: FindingAnswer; linking: Linking }) {
  const words = useWords(lineageWords);
  const proposals = linking
    .of(finding.id)
    .filter(({ kind }) => finding.decision === null || (finding.decision === "accepted" && !isJoining(kind)));
  if (proposals.length === 0) return null;
  return (
    <section className={styles.links} aria-label={words.proposed}>
      {proposals.map((proposal, at) => (
        <ProposedLink
          key={proposal.task.id}
          proposal={proposal}
          said={finding}
          first={at === 0}
          linking={linking}
        />
      ))}
    </section>
  );
}

function ProposedLink(props: {
  readonly proposal: LineageProposalAnswer;
  readonly said: FindingAnswer;
  readonly first: boolean;
  readonly linking: Linking;
}) {
  const { proposal, said, linking } = props;
  const words = useWords(lineageWords);
  const [kind, setKind] = useState(proposal.kind);
  const choices =
    proposal.kind === "step"
      ? (["step"] as const)
      : said.decision === null
        ? kinds
        : kinds.filter((one) => !isJoining(one));
  return (
    <div className={styles.link}>
      <p className={styles.title}>
        <strong>{words.proposed}</strong> <span className="small muted">{sayReasons(proposal, words)}</span>
      </p>
      <div className={styles.pair}>
        <div>
          <p className="small muted">
            {words.here} · {said.task.time ?? words.noDue}
          </p>
          <p className={styles.words}>{said.task.content}</p>
        </div>
        <Earlier proposal={proposal} />
      </div>
      <div className={styles.actions}>
        <NativeSelect
          size="xs"
          aria-label={words.kind}
          value={kind}
          data={choices.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(event) => setKind(choices.find((one) => one === event.currentTarget.value) ?? kind)}
        />
        <Button size="compact-sm" onClick={() => linking.link(proposal, kind)}>
          {isJoining(kind) ? words.link : words.note}
          {props.first && (
            <span className={styles.key} aria-hidden="true">
              L
            </span>
          )}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => void linking.refuse(proposal)}>
          {words.refuse}
        </Button>
      </div>
    </div>
  );
}

function Earlier({ proposal: { task } }: { proposal: LineageProposalAnswer }) {
  const words = useWords(lineageWords);
  const say = useNumber();
  const facts = [
    words.given(sayDay(task.givenOn)),
    sayDue(task, words),
    ...(task.firstDueOn === null ? [] : [words.firstDue(sayDay(task.firstDueOn))]),
    ...(task.times > 1 ? [words.times(say(task.times))] : []),
    ...task.leads,
  ];
  return (
    <div>
      <p className="small muted">
        {words.earlier} ·{" "}
        <Link href={places.task(task.id)}>
          <DocumentName of={task.document} />
        </Link>{" "}
        · {facts.join(" · ")}
      </p>
      <p className={styles.words}>{task.content}</p>
      <TaskState state={task.state} />
    </div>
  );
}

function sayDue({ dueOn, strictlyBefore }: LineageProposalAnswer["task"], words: LineageWords): string {
  if (dueOn === null) return words.noDue;
  return strictlyBefore ? words.before(sayDay(dueOn)) : words.due(sayDay(dueOn));
}

/** "Vì cùng một sản phẩm, cùng nêu …". */
function sayReasons({ reasons }: LineageProposalAnswer, words: LineageWords): string {
  if (reasons.length === 0) return "";
  return `${words.why} ${reasons.map(({ code, words: both }) => words.reasons[code](both)).join(", ")}`;
}
