import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ChangeProposalAnswer, ProposalDecisionRequest } from "../../contract/change-proposal.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RegisteredTaskAnswer } from "../../contract/task.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { changeProposalWords } from "../../domain/language/web-change-proposals.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useWords } from "../language.tsx";
import { useTask } from "../tasks/use-task.ts";
import styles from "./Duties.module.css";
import { useProposalsChanged } from "./use-proposals.ts";

interface Props {
  readonly proposal: ChangeProposalAnswer;
  readonly outcome: "amended" | "refused" | "noted";
  readonly onClose: () => void;
}

/** Records a decision; an amendment begins with the task as it stands. */
export function DecideForm(props: Props) {
  const task = useTask(props.proposal.task.id);
  if (props.outcome !== "amended") return <Form {...props} task={null} />;
  return task.data ? <Form {...props} task={task.data} key={task.data.version} /> : <Waiting />;
}

/** Who leads a task, as roles are called in the contract. */
const leading: readonly string[] = ["lead", "standing"];

interface Decision extends Props {
  readonly task: RegisteredTaskAnswer | null;
}

/** What a person types of a decision, and how it is sent. */
function useDecision({ proposal, outcome, task, onClose }: Decision) {
  const changed = useProposalsChanged();
  const [ground, setGround] = useState({ document: "", documentOn: "", note: "" });
  const initial = fieldsOf(task);
  const [fields, setFields] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const decided = (documentOn: string | null) =>
    proposal.kind === "withdrawal" && task
      ? { withdrawnOn: documentOn ?? task.today }
      : changeOf(task, initial, fields);
  const send = async () => {
    setBusy(true);
    const { document, documentOn, note } = ground;
    const said = {
      ...{ version: proposal.version, document: document.trim() || null },
      ...{ documentOn: documentOn || null, note: note.trim() || null },
    };
    const body: ProposalDecisionRequest =
      outcome === "amended"
        ? { ...said, outcome, taskVersion: task?.version ?? 0, change: decided(said.documentOn) }
        : { ...said, outcome };
    const answer = await ask("POST", pathTo(apiPaths.proposalDecision, { id: proposal.id }), body);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    await changed();
    onClose();
  };
  const field = (name: keyof typeof fields, label: string) => ({
    ...{ size: "xs" as const, label, value: fields[name] },
    onChange: (event: { currentTarget: { value: string } }) =>
      setFields({ ...fields, [name]: event.currentTarget.value }),
  });
  const groundField = (name: keyof typeof ground, label: string) => ({
    ...{ size: "xs" as const, label, value: ground[name] },
    onChange: (event: { currentTarget: { value: string } }) =>
      setGround({ ...ground, [name]: event.currentTarget.value }),
  });
  return { field, groundField, busy, failure, send };
}

function Form(props: Decision) {
  const { outcome, onClose, proposal } = props;
  const words = useWords(changeProposalWords);
  const { field, groundField, busy, failure, send } = useDecision(props);
  const withdraws = proposal.kind === "withdrawal";
  const action = {
    amended: withdraws ? words.withdraw : words.amend,
    refused: words.refuse,
    noted: words.noteIt,
  }[outcome];
  const noteLabel = { amended: words.note, refused: words.reason, noted: words.noteOptional }[outcome];
  return (
    <form
      className={`${styles.form} ${styles.panel}`}
      aria-label={action}
      data-screen-only
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <strong>{action}</strong>
      {failure && <FailureNote failure={failure} />}
      {outcome === "amended" && withdraws && <p className="small muted">{words.withdrawHelp}</p>}
      {outcome === "amended" && !withdraws && (
        <>
          <Textarea {...field("content", words.content)} autosize minRows={2} />
          <TextInput {...field("timeWords", words.timeWords)} />
          <TextInput {...field("result", words.result)} />
          <TextInput {...field("leads", words.leads)} description={words.leadsHelp} />
        </>
      )}
      {outcome !== "noted" && (
        <div className={styles.pair}>
          <TextInput {...groundField("document", words.document)} />
          <TextInput {...groundField("documentOn", words.documentOn)} type="date" />
        </div>
      )}
      <Textarea
        {...groundField("note", noteLabel)}
        rows={2}
        description={outcome === "amended" ? words.groundHelp : undefined}
      />
      <div className={styles.buttons}>
        <Button size="compact-sm" type="submit" loading={busy}>
          {words.save}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

function fieldsOf(task: RegisteredTaskAnswer | null) {
  const leads = task?.addressees.filter(({ role }) => leading.includes(role)) ?? [];
  return {
    ...{ content: task?.content ?? "", timeWords: task?.timeWords ?? "", result: task?.result ?? "" },
    leads: leads.map(({ name }) => name).join("; "),
  };
}

/** Only what differs; leads are named, and all others who take part stay. */
function changeOf(
  task: RegisteredTaskAnswer | null,
  before: ReturnType<typeof fieldsOf>,
  after: ReturnType<typeof fieldsOf>,
): Extract<ProposalDecisionRequest, { outcome: "amended" }>["change"] {
  const differs = (name: keyof typeof before) => after[name].trim() !== before[name].trim();
  const given = task?.addressees ?? [];
  const names = after.leads.split(";").map((name) => name.trim());
  const leads = names
    .filter((name) => name !== "")
    .map(
      (name) =>
        given.find((one) => leading.includes(one.role) && one.name === name) ?? {
          ...{ name, collective: false, role: "lead" as const },
        },
    );
  const others = given.filter(({ role }) => !leading.includes(role));
  return {
    ...(differs("content") && { content: after.content.trim() }),
    ...(differs("timeWords") && { timeWords: after.timeWords.trim() || null }),
    ...(differs("result") && { result: after.result.trim() || null }),
    ...(differs("leads") && { addressees: [...leads, ...others] }),
  };
}
