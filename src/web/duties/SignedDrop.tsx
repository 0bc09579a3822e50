import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { SignedReceived } from "../../contract/signed.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { signedWords } from "../../domain/language/web-signed.ts";
import { failureOf } from "../api.ts";
import { FileDrop } from "../components/FileDrop.tsx";
import { kindsOfFiles } from "../components/file-kinds.ts";
import { Refusal } from "../documents/ImportOutcome.tsx";
import lines from "../documents/ImportPlace.module.css";
import { useWords } from "../language.tsx";
import { writeQuery } from "../places.ts";
import { upload } from "../upload.ts";

/** A file that was handed in, and what became of it. */
interface Sent {
  readonly id: number;
  readonly name: string;
  readonly step:
    | { readonly kind: "sending"; readonly percent: number }
    | { readonly kind: "reading" | "kept" | "waiting" }
    | { readonly kind: "refused"; readonly failure: Failure };
}

/** Where signed documents are handed in; each file has its line that says what became of it. */
export function SignedDrop(props: {
  readonly unit: string | undefined;
  readonly duty: string | undefined;
  readonly note: string | null;
  readonly onReceived: () => void;
}) {
  const words = useWords(signedWords);
  const [declared, setDeclared] = useState(false);
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const send = async (files: readonly File[]) => {
    for (const file of files) {
      const id = performance.now() + Math.random();
      const show = (step: Sent["step"]) =>
        setSent((all) => [
          ...all.filter((one) => one.id !== id),
          { id, name: file.name.normalize("NFC"), step },
        ]);
      show({ kind: "sending", percent: 0 });
      const { unit, duty } = props;
      const address = apiPaths.signed + writeQuery({ unit, duty, declared: declared ? "1" : undefined });
      const answer = await upload<SignedReceived>(address, [file], {
        onProgress: (share) => show({ kind: "sending", percent: Math.round(100 * share) }),
        onSent: () => show({ kind: "reading" }),
      }).answer;
      const line = answer.ok ? answer.value.lines[0] : undefined;
      if (!answer.ok) show({ kind: "refused", failure: answer.failure });
      else if (line?.outcome === "refused")
        show({ kind: "refused", failure: failureOf({ error: line.error }) });
      else show({ kind: line?.outcome ?? "kept" });
      props.onReceived();
    }
  };
  return (
    <>
      <FileDrop
        compact
        title={words.dropTitle}
        or={words.dropOr}
        choose={words.choose}
        help={words.dropHelp}
        accept={kindsOfFiles}
        onFiles={(files) => void send(files)}
      >
        <p className="small muted">{props.note ?? words.dropHelp}</p>
        <Checkbox
          size="xs"
          label={words.declare}
          checked={declared}
          onChange={(event) => setDeclared(event.currentTarget.checked)}
        />
      </FileDrop>
      {sent.length > 0 && (
        <ul className={lines.lines} aria-label={words.received}>
          {sent.map(({ id, name, step }) => (
            <li key={id} className={lines.line}>
              <span className={lines.name}>{name}</span>
              {step.kind === "refused" ? (
                <Refusal error={step.failure} />
              ) : (
                <span role="status">
                  {step.kind === "sending"
                    ? words.sending(step.percent)
                    : step.kind === "reading"
                      ? words.reading
                      : step.kind === "kept"
                        ? words.kept
                        : words.quarantined}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
