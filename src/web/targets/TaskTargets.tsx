import { Fragment, lazy, Suspense, useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { TargetAnswer } from "../../contract/read.ts";
import type {
  SourceRequest,
  TargetPeriodLine,
  TaskTargetAnswer,
  TaskTargetsAnswer,
} from "../../contract/target.ts";
import type { RegisteredTaskAnswer } from "../../contract/task.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { sayTarget } from "../../domain/duty/target-words.ts";
import { targetWords } from "../../domain/language/web-targets.ts";
import { ask, FailureError } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { UndoBar } from "../components/UndoBar.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import record from "../tasks/TaskPlace.module.css";
import { sayReached, sayWanted } from "./figure-words.ts";
import { KindChoice } from "./KindChoice.tsx";
import { StandingMark } from "./StandingMark.tsx";
import { TargetBar } from "./TargetBar.tsx";
import { TargetBehind } from "./TargetBehind.tsx";
import styles from "./Targets.module.css";
import { useTargets, useTargetsChanged } from "./use-targets.ts";

/** What the task shall reach: how each target is counted, its plans, and how far it is in each period. */
export function TaskTargets({ task }: { task: RegisteredTaskAnswer }) {
  return task.targets.length === 0 || task.general ? null : <Section task={task} />;
}

function Section({ task }: { task: RegisteredTaskAnswer }) {
  const words = useWords(targetWords);
  const targets = useTargets(task.id);
  const changed = useTargetsChanged(task.id);
  const [before, setBefore] = useState<readonly TargetAnswer[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const setKinds = async (next: readonly TargetAnswer[], undo: readonly TargetAnswer[] | null) => {
    const edit = { version: task.version, targets: next };
    const answer = await ask("PATCH", pathTo(apiPaths.task, { id: task.id }), edit);
    setFailure(answer.ok ? null : answer.failure);
    setBefore(answer.ok ? undo : null);
    await changed();
  };
  return (
    <section aria-labelledby="targets-title">
      <h2 id="targets-title" className={record.heading}>
        {words.title}
      </h2>
      {failure && <FailureNote failure={failure} />}
      {targets.error instanceof FailureError ? (
        <FailureNote failure={targets.error.failure} onRetry={() => void targets.refetch()} />
      ) : !targets.data ? (
        <Waiting />
      ) : (
        targets.data.targets.map((one, at) => (
          <OneTarget
            key={one.key}
            task={task.id}
            one={one}
            answer={targets.data}
            onKind={(target) =>
              void setKinds(
                task.targets.map((old, i) => (i === at ? target : old)),
                task.targets,
              )
            }
          />
        ))
      )}
      {before && (
        <UndoBar
          said={words.kindSaved}
          undo={words.undo}
          onUndo={() => void setKinds(before, null)}
          onOver={() => setBefore(null)}
        />
      )}
    </section>
  );
}

function OneTarget(props: {
  readonly task: string;
  readonly one: TaskTargetAnswer;
  readonly answer: TaskTargetsAnswer;
  readonly onKind: (target: TargetAnswer) => void;
}) {
  const { one, answer } = props;
  const words = useWords(targetWords);
  const { language } = useSpeech();
  const [open, setOpen] = useState<string | null>(null);
  const { columns } = words;
  return (
    <div className={styles.target}>
      <div className={styles.head}>
        <strong>{sayTarget(one.target, language)}</strong>
        <KindChoice target={one.target} onChange={answer.mayChangeKind ? props.onKind : null} />
      </div>
      <CountedFrom task={props.task} one={one} mayChange={answer.mayChangeKind} />
      {one.periods.length > 0 && (
        <PlainTable
          stacks
          heads={[
            { title: columns.period },
            { title: columns.plan },
            { title: columns.claimed },
            { title: columns.standing },
          ]}
        >
          {one.periods.map((line) => (
            <Fragment key={line.key}>
              <Line
                line={line}
                isOpen={open === line.key}
                onOpen={() => setOpen(open === line.key ? null : line.key)}
              />
              {open === line.key && (
                <tr>
                  <td colSpan={4}>
                    <TargetBehind task={props.task} target={one.key} period={line.key} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </PlainTable>
      )}
    </div>
  );
}

const SourceForm = lazy(() => import("./SourceForm.tsx"));

/** What the target is counted from, where it is not reports, and the way to say so. */
function CountedFrom(props: {
  readonly task: string;
  readonly one: TaskTargetAnswer;
  readonly mayChange: boolean;
}) {
  const { task, one, mayChange } = props;
  const words = useWords(targetWords);
  const { language } = useSpeech();
  const changed = useTargetsChanged(task);
  const [editing, setEditing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { source } = one;
  const drop = async () => {
    const body: SourceRequest = { target: one.key, source: null, version: source?.version ?? null };
    const answer = await ask("PUT", pathTo(apiPaths.taskTargetSource, { id: task }), body);
    setFailure(answer.ok ? null : answer.failure);
    await changed();
  };
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      {(source || mayChange) && (
        <p className="small muted">
          {source && `${words.source.from(source.name[language])}. `}
          {mayChange && !editing && (
            <button type="button" className="link-button" data-screen-only onClick={() => setEditing(true)}>
              {source ? words.source.edit : words.source.set}
            </button>
          )}{" "}
          {mayChange && source && (
            <button type="button" className="link-button" data-screen-only onClick={() => void drop()}>
              {words.source.drop}
            </button>
          )}
        </p>
      )}
      {editing && (
        <Suspense fallback={<Waiting />}>
          <SourceForm task={task} target={one.key} source={source} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </>
  );
}

/** One period: plan, how far, in numbers and in a word; its name opens what stands behind. */
function Line(props: {
  readonly line: TargetPeriodLine;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) {
  const { line, isOpen } = props;
  const words = useWords(targetWords);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="link-button"
          aria-expanded={isOpen}
          title={words.open(line.key)}
          onClick={props.onOpen}
        >
          {line.key}
        </button>
      </th>
      <td data-label={words.columns.plan}>
        <Wanted line={line} />
      </td>
      <td data-label={words.columns.claimed}>
        <Reached line={line} />
        <Bar line={line} />
      </td>
      <td>
        <StandingMark standing={line.standing} />
      </td>
    </tr>
  );
}

function Wanted({ line }: { line: TargetPeriodLine }) {
  const words = useWords(targetWords);
  const { language } = useSpeech();
  const said = sayWanted(line.wanted, language);
  // Nothing is left to be given where every unit has a plan of its own.
  if (said === null)
    return <span className="muted">{line.standing === "missingPlan" ? words.toBeGiven : "–"}</span>;
  return (
    <>
      {said}
      {line.plan && (
        <span className={styles.second}>
          {line.plan.document ?? words.setBy(line.plan.setBy, sayDay(line.plan.setAt.slice(0, 10)))}
        </span>
      )}
    </>
  );
}

/** Of a target of each unit the bar tells how many units reach it. */
function Bar({ line }: { line: TargetPeriodLine }) {
  const words = useWords(targetWords);
  const { language } = useSpeech();
  const say = useNumber();
  if (line.reached) {
    const { met, of } = line.reached;
    return <TargetBar claimed={met} proven={met} wanted={of} said={words.units(say(met), say(of))} />;
  }
  const { wanted, claimed, proven } = line;
  if (line.parts) {
    const { met, of } = line.parts;
    return <TargetBar claimed={met} proven={met} wanted={of} said={words.parts(say(met), say(of))} />;
  }
  return (
    <TargetBar
      claimed={claimed ?? 0}
      proven={proven ?? 0}
      wanted={typeof wanted === "number" ? wanted : (wanted?.[0] ?? null)}
      said={words.bar(say(claimed ?? 0), say(proven ?? 0), sayWanted(wanted, language) ?? words.toBeGiven)}
    />
  );
}

function Reached({ line }: { line: TargetPeriodLine }) {
  const words = useWords(targetWords);
  const { language } = useSpeech();
  const say = useNumber();
  const { reached, parts, proven, owing, told } = line;
  const notes = [
    ...(parts ? [words.parts(say(parts.met), say(parts.of))] : []),
    ...(proven === null || reached ? [] : [words.proven(say(proven))]),
    ...(owing > 1 ? [words.told(say(told), say(owing))] : []),
  ];
  return (
    <>
      {reached ? words.units(say(reached.met), say(reached.of)) : sayReached(line, language)}
      {notes.length > 0 && <span className={styles.second}>{notes.join(" · ")}</span>}
    </>
  );
}
