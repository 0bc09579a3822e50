import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { SourceAnswer } from "../../contract/document.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RegisteredTaskAnswer } from "../../contract/task.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { taskImportWords } from "../../domain/language/web-task-import.ts";
import { taskWords } from "../../domain/language/web-tasks.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { UndoBar } from "../components/UndoBar.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { Coordination } from "../coordination/Coordination.tsx";
import { useDocumentName } from "../documents/document-name.tsx";
import { TaskDuties } from "../duties/TaskDuties.tsx";
import { useWords } from "../language.tsx";
import { Link, usePart } from "../navigation.tsx";
import { TaskAssignments } from "../people/TaskAssignments.tsx";
import { places } from "../places.ts";
import { SourceView } from "../read/SourceView.tsx";
import { indexSource, lightWords, regionOf } from "../read/source-index.ts";
import { TaskTargets } from "../targets/TaskTargets.tsx";
import { EditTask } from "./EditTask.tsx";
import { EditWhoWhen, type WhoWhenUndo } from "./EditWhoWhen.tsx";
import { Occurrences } from "./Occurrences.tsx";
import { TaskFacts } from "./TaskFacts.tsx";
import { TaskHistory } from "./TaskHistory.tsx";
import { JoinedHere, TaskJoins } from "./TaskJoins.tsx";
import { TaskLineage } from "./TaskLineage.tsx";
import styles from "./TaskPlace.module.css";
import { TaskSteps } from "./TaskSteps.tsx";
import { useTask } from "./use-task.ts";
import { WaitingEvents } from "./WaitingEvents.tsx";

/** One task: its facts, its life, and its text in its document. */
export default function TaskPlace() {
  const id = usePart("id");
  const task = useTask(id);
  if (task.error instanceof FailureError)
    return <FailureNote failure={task.error.failure} onRetry={() => void task.refetch()} />;
  if (!task.data) return <Waiting />;
  return (
    <>
      {task.data.id !== id && <JoinedHere />}
      <Shown task={task.data} key={id} />
    </>
  );
}

function Shown({ task }: { task: RegisteredTaskAnswer }) {
  const words = useWords(taskWords);
  const [editing, setEditing] = useState(false);
  const [who, setWho] = useState(false);
  const [undo, setUndo] = useState<WhoWhenUndo | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = useWords(taskImportWords);
  const queries = useQueryClient();
  const takeBack = async () => {
    const edit = { version: task.version, ...undo };
    const answer = await ask("PATCH", pathTo(apiPaths.task, { id: task.id }), edit);
    setUndo(null);
    setFailure(answer.ok ? null : answer.failure);
    await queries.invalidateQueries();
  };
  const name = useDocumentName()(task.document);
  return (
    <Page
      title={task.label ? `${words.columns.content} ${task.label}` : words.columns.content}
      line={<Link href={places.document(task.document.id)}>{name}</Link>}
      actions={
        <>
          <Button size="xs" variant="default" onClick={() => setEditing(true)}>
            {words.edit}
          </Button>
          <Button size="xs" variant="default" onClick={() => setWho(true)}>
            {change.change}
          </Button>
          <Button size="xs" variant="default" onClick={() => window.print()}>
            {words.print}
          </Button>
        </>
      }
    >
      <div className={styles.record}>
        <div className={styles.column}>
          {editing ? (
            <EditTask task={task} onClose={() => setEditing(false)} />
          ) : (
            <p className={styles.content}>{task.content}</p>
          )}
          {failure && <FailureNote failure={failure} />}
          {who && <EditWhoWhen task={task} onClose={() => setWho(false)} onSaved={setUndo} />}
          <TaskFacts task={task} withTargets={task.general} />
          <TaskTargets task={task} />
          {undo && (
            <UndoBar
              said={change.saved}
              undo={change.undo}
              onUndo={() => void takeBack()}
              onOver={() => setUndo(null)}
            />
          )}
          <Unclear task={task} />
        </div>
        <div className={styles.column}>
          <TaskDuties task={task} />
          <Coordination task={task.id} />
          <TaskAssignments task={task} />
          <WaitingEvents task={task} />
          <Occurrences task={task} />
          <TaskSteps task={task.id} />
          <TaskLineage id={task.id} />
          <TaskJoins id={task.id} />
          <TaskHistory id={task.id} />
        </div>
      </div>
      <InDocument task={task} />
    </Page>
  );
}

function Unclear({ task }: { task: RegisteredTaskAnswer }) {
  const words = useWords(taskWords);
  const { clears } = useWords(readWords);
  return (
    <section aria-labelledby="unclear-title">
      <h2 id="unclear-title" className={styles.heading}>
        {words.unclearTitle}
      </h2>
      {task.unclear.length === 0 ? (
        <p className="muted">{words.nothingUnclear}</p>
      ) : (
        <ul>
          {task.unclear.map((one) => (
            <li key={one.clear + one.reason}>
              <strong>{clears[one.clear]}: </strong>
              {one.reason}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The document's own text, at the place of the task. */
function InDocument({ task }: { task: RegisteredTaskAnswer }) {
  const words = useWords(taskWords);
  const { id } = task.document;
  const source = useQuery({
    queryKey: ["source", id],
    queryFn: () => fetchAnswer<SourceAnswer>(pathTo(apiPaths.documentSource, { id })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const index = useMemo(() => source.data && indexSource(source.data.source), [source.data]);
  const light = useMemo(() => {
    if (!index) return null;
    const region = regionOf(index, { sources: task.sources, content: task.content });
    return { region, words: lightWords(index, region, task.content) };
  }, [index, task.sources, task.content]);
  if (source.error instanceof FailureError) return <FailureNote failure={source.error.failure} />;
  if (!index) return null;
  return (
    <section aria-labelledby="source-title" data-screen-only>
      <h2 id="source-title" className={styles.heading}>
        {words.inDocument}
      </h2>
      <div className={styles.source}>
        <SourceView index={index} light={light} />
      </div>
    </section>
  );
}
