import { Button, NativeSelect, Textarea } from "@mantine/core";
import { useState } from "react";
import type { DutyAnswer } from "../../contract/duty.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { proposalKinds } from "../../domain/duty/change-proposal.ts";
import { changeProposalWords } from "../../domain/language/web-change-proposals.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import record from "../tasks/TaskPlace.module.css";
import styles from "./Duties.module.css";
import { Proposal } from "./Proposal.tsx";
import { useProposals, useProposalsChanged } from "./use-proposals.ts";

/** What the unit met on its way, and how it would have the task changed; its own people write here. */
export function DutyProposals({ duty }: { duty: DutyAnswer }) {
  const words = useWords(changeProposalWords);
  const [writing, setWriting] = useState(false);
  const { data } = useProposals({ duty: duty.id });
  if (!duty.mayReport && (data?.proposals.length ?? 0) === 0) return null;
  return (
    <section aria-labelledby="proposals-title">
      <h2 id="proposals-title" className={record.heading}>
        {words.title}
      </h2>
      {data && data.proposals.length > 0 && (
        <ol>
          {data.proposals.map((one) => (
            <li key={`${one.id} ${one.version}`} className={styles.report}>
              <Proposal proposal={one} mayDecide={data.mayDecide} ofDuty />
            </li>
          ))}
        </ol>
      )}
      {duty.mayReport &&
        (writing ? (
          <WriteForm duty={duty.id} onClose={() => setWriting(false)} />
        ) : (
          <Button size="compact-sm" variant="default" data-screen-only onClick={() => setWriting(true)}>
            {words.write}
          </Button>
        ))}
    </section>
  );
}

function WriteForm({ duty, onClose }: { duty: string; onClose: () => void }) {
  const words = useWords(changeProposalWords);
  const changed = useProposalsChanged();
  const [kind, setKind] = useState<(typeof proposalKinds)[number]>("obstacle");
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async () => {
    setTried(true);
    if (text.trim() === "") return;
    const answer = await ask("POST", pathTo(apiPaths.dutyProposals, { id: duty }), { kind, text });
    setFailure(answer.ok ? null : answer.failure);
    await changed();
    if (answer.ok) onClose();
  };
  return (
    <form
      className={`${styles.form} ${styles.panel}`}
      aria-label={words.write}
      data-screen-only
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {failure && <FailureNote failure={failure} />}
      <NativeSelect
        size="xs"
        label={words.kind}
        value={kind}
        data={proposalKinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(event) => setKind(proposalKinds.find((one) => one === event.currentTarget.value) ?? kind)}
      />
      <Textarea
        size="xs"
        rows={3}
        label={words.text}
        description={words.textHelp}
        value={text}
        error={tried && text.trim() === "" ? words.textMissing : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button size="compact-sm" type="submit">
          {words.send}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
