import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RegisteredTaskAnswer, TaskListAnswer } from "../../contract/task.ts";
import type { JoinCandidatesAnswer, JoinPreviewAnswer, JoinRequestBody } from "../../contract/task-join.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { joinWords } from "../../domain/language/web-joins.ts";
import { lineageWords } from "../../domain/language/web-lineage.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { SearchBox } from "../components/SearchBox.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { DocumentName } from "../documents/document-name.tsx";
import { useNumber, useWords } from "../language.tsx";
import { useGo } from "../navigation.tsx";
import { places, writeQuery } from "../places.ts";
import { JoinOutcome, JoinPair } from "./JoinPair.tsx";
import styles from "./JoinTask.module.css";

/** Chooses the task that is the same as this one, shows both with what will be, and joins them. */
export function JoinTask({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useWords(joinWords);
  const [other, setOther] = useState<string | null>(null);
  return (
    <Dialog title={words.title} wide onClose={onClose}>
      {other === null ? (
        <Choice id={id} onChoose={setOther} />
      ) : (
        <Confirmation one={id} other={other} onBack={() => setOther(null)} onClose={onClose} />
      )}
    </Dialog>
  );
}

/** The likeliest tasks first, and those that a search finds. */
function Choice({ id, onChoose }: { id: string; onChoose: (other: string) => void }) {
  const words = useWords(joinWords);
  const say = useNumber();
  const [typed, setTyped] = useState("");
  const likely = useQuery({
    queryKey: ["join-candidates", id],
    queryFn: () => fetchAnswer<JoinCandidatesAnswer>(pathTo(apiPaths.joinCandidates, { id })),
  });
  const found = useQuery({
    queryKey: ["join-search", typed],
    queryFn: () => fetchAnswer<TaskListAnswer>(`${apiPaths.tasks}${writeQuery({ q: typed, limit: "20" })}`),
    enabled: typed.trim() !== "",
  });
  if (likely.error instanceof FailureError) return <FailureNote failure={likely.error.failure} />;
  if (!likely.data) return <Waiting />;
  const others = found.data?.tasks.filter((task) => task.id !== id);
  return (
    <div className={styles.steps}>
      <p>{words.choose}</p>
      {likely.data.tasks.length === 0 ? (
        <p className="muted">{words.nothingLikely}</p>
      ) : (
        <section aria-label={words.likely}>
          <h3 className={styles.heading}>{words.likely}</h3>
          <ul className={styles.choices}>
            {likely.data.tasks.map(({ task, score, reasons }) => (
              <Offered key={task.id} task={task} onChoose={onChoose} why={<Why {...{ score, reasons }} />} />
            ))}
          </ul>
        </section>
      )}
      <SearchBox label={words.search} value={typed} onSearch={setTyped} />
      {others && (
        <section aria-label={words.found}>
          <h3 className={styles.heading}>{`${words.found} ${say(others.length)}`}</h3>
          {others.length === 0 && <p className="muted">{words.nothingFound}</p>}
          <ul className={styles.choices}>
            {others.map((task) => (
              <Offered key={task.id} task={task} onChoose={onChoose} why={null} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

type Reasons = JoinCandidatesAnswer["tasks"][number];

function Why({ score, reasons }: Pick<Reasons, "score" | "reasons">) {
  const words = useWords(joinWords);
  const lineage = useWords(lineageWords);
  const say = useNumber();
  const said = reasons.map((reason) => lineage.reasons[reason.code](reason.words));
  return <>{[words.score(say(score)), ...said].join("; ")}</>;
}

function Offered(props: {
  readonly task: {
    readonly id: string;
    readonly ref: string;
    readonly content: string;
    readonly document: Parameters<typeof DocumentName>[0]["of"];
  };
  readonly why: React.ReactNode;
  readonly onChoose: (id: string) => void;
}) {
  const { task } = props;
  return (
    <li>
      <button type="button" className={styles.choice} onClick={() => props.onChoose(task.id)}>
        <span className={styles.words}>{task.content}</span>
        <span className="small muted">
          <DocumentName of={task.document} /> · {task.ref}
          {props.why !== null && <> · {props.why}</>}
        </span>
      </button>
    </li>
  );
}

function Confirmation(props: {
  readonly one: string;
  readonly other: string;
  readonly onBack: () => void;
  readonly onClose: () => void;
}) {
  const words = useWords(joinWords);
  const queries = useQueryClient();
  const go = useGo();
  const { one: id, other } = props;
  const [wording, setWording] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const preview = useQuery({
    queryKey: ["join-preview", id, other],
    queryFn: () =>
      fetchAnswer<JoinPreviewAnswer>(pathTo(apiPaths.joinPreview, { id }) + writeQuery({ other })),
    staleTime: 0,
    retry: false,
  });
  const back = (
    <Button size="xs" variant="default" onClick={props.onBack}>
      {words.other}
    </Button>
  );
  if (preview.error instanceof FailureError)
    return (
      <div className={styles.steps}>
        <FailureNote failure={preview.error.failure} />
        <div>{back}</div>
      </div>
    );
  if (!preview.data) return <Waiting />;
  const { kept, gone } = preview.data;
  const join = async () => {
    const [mine, theirs] = kept.id === id ? [kept, gone] : [gone, kept];
    const body: JoinRequestBody = {
      ...{ version: mine.version, other: theirs.id, otherVersion: theirs.version },
      words: wording ?? kept.id,
    };
    const answer = await ask<RegisteredTaskAnswer>("POST", pathTo(apiPaths.taskJoins, { id }), body);
    if (!answer.ok) return setFailure(answer.failure);
    props.onClose();
    go(places.task(answer.value.id), { replace: true });
    await queries.invalidateQueries();
  };
  return (
    <div className={styles.steps}>
      <JoinPair kept={kept} gone={gone} units={preview.data.units} />
      <fieldset className={styles.wording}>
        <legend className={styles.heading}>{words.wording}</legend>
        {[kept, gone].map((task) => (
          <label key={task.id}>
            <input
              type="radio"
              name="wording"
              checked={(wording ?? kept.id) === task.id}
              onChange={() => setWording(task.id)}
            />
            {task.content}
          </label>
        ))}
      </fieldset>
      <JoinOutcome preview={preview.data} />
      {failure && <FailureNote failure={failure} />}
      <div className={styles.actions}>
        <Button size="xs" onClick={() => void join()}>
          {words.confirm}
        </Button>
        {back}
      </div>
    </div>
  );
}
