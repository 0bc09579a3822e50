import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { ClearedSampleAnswer, SampleAnswer } from "../../contract/sample.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { sampleWords } from "../../domain/language/web-sample.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { DocumentName } from "../documents/document-name.tsx";
import { useNumber, useWords } from "../language.tsx";
import { useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./SampleNote.module.css";

/** What the sample is, and what goes when it is cleared; asked once. */
export default function ClearDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(sampleWords);
  // Counted anew each time it opens: documents may have come in since.
  const sample = useQuery({
    queryKey: ["sample", "contents"],
    queryFn: () => fetchAnswer<SampleAnswer>(apiPaths.sample),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Dialog title={words.dialog} onClose={onClose}>
      <div className={styles.text}>
        <p>{words.about}</p>
        {sample.error instanceof FailureError && <FailureNote failure={sample.error.failure} />}
        {sample.data ? (
          <Question sample={sample.data} onClose={onClose} onChanged={() => void sample.refetch()} />
        ) : (
          <Waiting />
        )}
      </div>
    </Dialog>
  );
}

function Question(props: {
  readonly sample: SampleAnswer;
  readonly onClose: () => void;
  /** There is more or less by now than was shown. */
  readonly onChanged: () => void;
}) {
  const { documents, tasks, own } = props.sample;
  const words = useWords(sampleWords);
  const say = useNumber();
  const queries = useQueryClient();
  const go = useGo();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const clear = async () => {
    setBusy(true);
    const answer = await ask<ClearedSampleAnswer>("DELETE", apiPaths.sample, { documents, tasks });
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return props.onChanged();
    props.onClose();
    go(places.first);
    await queries.invalidateQueries();
  };
  return (
    <>
      <p>{words.goes(say(documents), say(tasks))}</p>
      {own.length > 0 && (
        <div>
          <p>{words.own(say(own.length))}</p>
          <ul className={styles.own}>
            {own.map((document) => (
              <li key={document.id}>
                <DocumentName of={document} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="muted">{words.stays}</p>
      {failure && <FailureNote failure={failure} />}
      <div className={styles.buttons}>
        <Button variant="default" onClick={props.onClose} data-autofocus>
          {words.keep}
        </Button>
        <Button color="red" loading={busy} onClick={() => void clear()}>
          {words.clear}
        </Button>
      </div>
    </>
  );
}
