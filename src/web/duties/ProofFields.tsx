import { Button, Checkbox, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import type { ProofFilesAnswer, ProofRequest } from "../../contract/duty.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import { failureOf } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Icon } from "../components/Icon.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";
import { upload } from "../upload.ts";
import styles from "./Duties.module.css";

const none = { title: null, issuedOn: null, sha256: null, size: null } as const;

/** Documents by number, links and files that prove a report. */
export function ProofFields(props: {
  readonly proofs: readonly ProofRequest[];
  readonly onChange: (proofs: readonly ProofRequest[]) => void;
}) {
  const { proofs, onChange } = props;
  const words = useWords(dutyWords);
  const [adding, setAdding] = useState<"document" | "link" | null>(null);
  const add = (...more: readonly ProofRequest[]) => {
    onChange([...proofs, ...more]);
    setAdding(null);
  };
  return (
    <fieldset className={styles.form}>
      <legend className="small">{words.proofs}</legend>
      {proofs.length > 0 && (
        <ul className={styles.proofs}>
          {proofs.map((proof) => (
            <li key={`${proof.kind} ${proof.reference} ${proof.sha256 ?? ""}`} className={styles.proof}>
              <span>
                {proof.title ? `${proof.reference}: ${proof.title}` : proof.reference}
                {proof.issuedOn && `, ${sayDay(proof.issuedOn)}`}
              </span>
              <button
                type="button"
                className="link-button"
                aria-label={words.remove(proof.reference)}
                onClick={() => onChange(proofs.filter((one) => one !== proof))}
              >
                <Icon name="close" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {adding && <Typed kind={adding} onAdd={add} onClose={() => setAdding(null)} />}
      <div className={styles.buttons}>
        <Button size="compact-sm" variant="default" onClick={() => setAdding("document")}>
          {words.addDocument}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAdding("link")}>
          {words.addLink}
        </Button>
        <Files onAdd={add} />
      </div>
    </fieldset>
  );
}

/** A document by its number and day, or a link; each with a name, if one is wanted. */
function Typed(props: {
  readonly kind: "document" | "link";
  readonly onAdd: (proof: ProofRequest) => void;
  readonly onClose: () => void;
}) {
  const { kind } = props;
  const words = useWords(dutyWords);
  const [reference, setReference] = useState("");
  const [title, setTitle] = useState("");
  const [on, setOn] = useState("");
  const add = () => {
    if (reference.trim() === "") return;
    props.onAdd({
      ...none,
      ...{ kind, reference: reference.trim(), title: title.trim() || null, issuedOn: on || null },
    });
  };
  return (
    // Enter adds the proof and does not send the report around it.
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields inside are what is entered
    <div
      className={styles.form}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        add();
      }}
    >
      <div className={styles.pair}>
        <TextInput
          size="xs"
          autoFocus
          label={kind === "document" ? words.proofNumber : words.proofLink}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        {kind === "document" && (
          <TextInput
            size="xs"
            type="date"
            label={words.proofDay}
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
        )}
      </div>
      <TextInput
        size="xs"
        label={`${words.proofTitle} (${words.optional})`}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button size="compact-sm" onClick={add}>
          {kind === "document" ? words.addDocument : words.addLink}
        </Button>
        <Button size="compact-sm" variant="default" onClick={props.onClose}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}

/** Files are sent as they are chosen; one that cannot be read needs the person's declaration. */
function Files({ onAdd }: { onAdd: (...proofs: readonly ProofRequest[]) => void }) {
  const words = useWords(dutyWords);
  const { language } = useSpeech();
  const input = useRef<HTMLInputElement>(null);
  const [declared, setDeclared] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ProofFilesAnswer["refused"]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setBusy(true);
    const address = apiPaths.proofFiles + (declared ? "?declared=1" : "");
    const quiet = { onProgress: () => undefined, onSent: () => undefined };
    const answer = await upload<ProofFilesAnswer>(address, files, quiet).answer;
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setRefused(answer.value.refused);
    const kept = answer.value.kept.map(
      ({ name, sha256, size }): ProofRequest => ({ ...none, kind: "file", reference: name, sha256, size }),
    );
    if (kept.length > 0) onAdd(...kept);
  };
  return (
    <>
      <Button size="compact-sm" variant="default" loading={busy} onClick={() => input.current?.click()}>
        {words.addFile}
      </Button>
      <Checkbox
        size="xs"
        label={words.declare}
        checked={declared}
        onChange={(event) => setDeclared(event.currentTarget.checked)}
      />
      {busy && <Waiting for={words.sendingFile} />}
      {failure && <FailureNote failure={failure} />}
      {refused.map(({ name, failure: why }) => (
        <p key={name} role="alert" className="small">
          {sayFailure(failureOf({ error: why }), language)}
        </p>
      ))}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.addFile}
        onChange={(event) => {
          void send([...(event.currentTarget.files ?? [])]);
          // So that the same file can be chosen again.
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
