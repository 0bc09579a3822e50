import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { PersonAnswer, PostAnswer } from "../../contract/people.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { useProof } from "../accounts/use-proof.tsx";
import { ask } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import styles from "./People.module.css";
import { type ChosenPerson, PersonChoice } from "./PersonChoice.tsx";
import { emptyPost, PostFields } from "./PostFields.tsx";

/** What is to be done with a person or one of his posts. */
export type PersonAct =
  | { readonly kind: "give" | "edit" | "leave" }
  | { readonly kind: "act" | "handOver" | "end"; readonly post: PostAnswer };

interface Draft {
  readonly name: string;
  readonly phone: string;
  readonly post: typeof emptyPost;
  readonly from: string;
  readonly to: string;
  readonly document: string;
  readonly other: ChosenPerson | null;
}

interface ActRequest {
  readonly method: "POST" | "PATCH";
  readonly path: string;
  readonly body: object;
}

/** What the API is asked for; null while somebody has to be chosen. */
function requestOf(person: PersonAnswer, act: PersonAct, draft: Draft): ActRequest | null {
  const { version } = person;
  const { other, from, document } = draft;
  const to = draft.to || null;
  const own = { from, to, document: document || null };
  switch (act.kind) {
    case "edit": {
      const body = { version, name: draft.name, phone: draft.phone.trim() || null };
      return { method: "PATCH", path: pathTo(apiPaths.person, { id: person.id }), body };
    }
    case "leave": {
      const body = { version, on: draft.to, successor: other?.id ?? null };
      return { method: "POST", path: pathTo(apiPaths.personLeaving, { id: person.id }), body };
    }
    case "give": {
      const { role, unit, title } = draft.post;
      const body = { ...own, role, unit: unit || null, title: title || null, actingFor: null };
      return { method: "POST", path: pathTo(apiPaths.personPosts, { id: person.id }), body };
    }
    case "act": {
      const body = { ...own, role: null, unit: null, title: null, actingFor: act.post.id };
      return other && { method: "POST", path: pathTo(apiPaths.personPosts, { id: other.id }), body };
    }
    case "handOver": {
      const body = { version: act.post.version, on: draft.to, to: other?.id };
      return other && { method: "POST", path: pathTo(apiPaths.postHandOver, { id: act.post.id }), body };
    }
    case "end": {
      const body = { version: act.post.version, on: draft.to };
      return { method: "POST", path: pathTo(apiPaths.postEnd, { id: act.post.id }), body };
    }
  }
}

/** The form of one thing that is done with a person. */
export function PersonDialog(props: {
  readonly person: PersonAnswer;
  readonly act: PersonAct;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const words = useWords(peopleWords);
  const { person, act } = props;
  const dated = act.kind === "leave" || act.kind === "handOver" || act.kind === "end";
  const [draft, setDraft] = useState<Draft>({
    ...{ name: person.name, phone: person.phone ?? "", post: emptyPost, document: "", other: null },
    ...{ from: person.today, to: dated ? person.today : "" },
  });
  const [failure, setFailure] = useState<Failure | null>(null);
  const { asProved, dialog } = useProof();
  const titles: Record<PersonAct["kind"], string> = {
    ...{ give: words.givePost, edit: words.edit, leave: words.leave, act: words.actFor },
    ...{ handOver: words.handOver, end: words.endPost },
  };
  const request = requestOf(person, act, draft);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!request) return;
    const answer = await asProved(() => ask(request.method, request.path, request.body));
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) props.onDone();
  };
  return (
    <Dialog title={`${titles[act.kind]}: ${person.name}`} onClose={props.onClose}>
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        {failure && <FailureNote failure={failure} />}
        <ActFields person={person} act={act} draft={draft} onChange={setDraft} />
        <div className={styles.line}>
          <Button size="xs" type="submit" disabled={request === null}>
            {words.save}
          </Button>
          <Button size="xs" variant="default" onClick={props.onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
      {dialog}
    </Dialog>
  );
}

function ActFields(props: {
  readonly person: PersonAnswer;
  readonly act: PersonAct;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}) {
  const words = useWords(peopleWords);
  const { act, draft, onChange } = props;
  const text = (name: "name" | "phone" | "document" | "from" | "to", label: string, type = "text") => (
    <TextInput
      size="sm"
      type={type}
      label={label}
      value={draft[name]}
      onChange={(event) => onChange({ ...draft, [name]: event.currentTarget.value })}
    />
  );
  const choice = (label: string) => (
    <PersonChoice label={label} chosen={draft.other} onChoose={(other) => onChange({ ...draft, other })} />
  );
  const optional = (label: string) => `${label} (${words.optional})`;
  switch (act.kind) {
    case "edit":
      return (
        <>
          {text("name", words.name)}
          {text("phone", optional(words.phone), "tel")}
        </>
      );
    case "leave":
      return (
        <>
          <p className="muted">{words.leaveText}</p>
          {text("to", words.lastDay, "date")}
          {choice(optional(words.successor))}
        </>
      );
    case "handOver":
      return (
        <>
          <p className="muted">{words.handOverText}</p>
          {text("to", words.lastDay, "date")}
          {choice(words.successor)}
        </>
      );
    case "end":
      return text("to", words.lastDay, "date");
    case "give":
    case "act":
      return (
        <>
          {act.kind === "act" ? (
            choice(words.whoActs)
          ) : (
            <PostFields
              draft={draft.post}
              all={props.person.mayGiveAll}
              onChange={(post) => onChange({ ...draft, post })}
            />
          )}
          {text("from", words.from, "date")}
          {text("to", optional(words.to), "date")}
          {text("document", optional(words.document))}
        </>
      );
  }
}
