import { Button } from "@mantine/core";
import type { FindingAnswer } from "../../contract/review.ts";
import { describeSchedule } from "../../domain/calendar/describe.ts";
import { sayTarget } from "../../domain/duty/target-words.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { reviewWords } from "../../domain/language/web-review.ts";
import { targetWords } from "../../domain/language/web-targets.ts";
import { useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { doubtOf, sayPlace } from "../read/task-view.ts";
import { KindChoice } from "../targets/KindChoice.tsx";
import styles from "./FindingDetail.module.css";

/** What a person may do with the chosen row. */
export interface RowActions {
  readonly accept: () => void;
  readonly general: () => void;
  readonly edit: () => void;
  readonly split: () => void;
  readonly drop: () => void;
  readonly undo: () => void;
}

/** Below the chosen row: why it should be looked at, what the document says where it was changed, what can be done. */
export function FindingDetail(props: {
  readonly finding: FindingAnswer;
  readonly actions: RowActions;
  readonly onTargets: (targets: FindingAnswer["task"]["targets"]) => void;
}) {
  const { finding, actions } = props;
  return (
    <div className={styles.detail}>
      <Remarks finding={finding} />
      <Targets finding={finding} onTargets={props.onTargets} />
      <Actions finding={finding} actions={actions} />
    </div>
  );
}

function Remarks({ finding }: { finding: FindingAnswer }) {
  const words = useWords(reviewWords);
  const read = useWords(readWords);
  const { language } = useSpeech();
  const { task } = finding;
  const doubt = doubtOf(task.doubts, Object.keys(task.doubts), read);
  const before = Object.fromEntries(
    Object.entries(finding.read).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  const known = task.sources.filter((place) => place.page !== null || place.lineFrom !== null);
  const lines: readonly (readonly [label: string, text: string])[] = [
    ...task.unclear.map((one) => [read.clears[one.clear], one.reason] as const),
    ...(doubt ? [[read.filters.doubtful, doubt] as const] : []),
    ...(finding.reason ? [["", words.why(finding.reason)] as const] : []),
    ...(task.schedule && task.time
      ? [["", words.understood(describeSchedule(task.schedule, language))] as const]
      : []),
    ...finding.edited.flatMap((field) => {
      const text = before[field];
      return text === undefined ? [] : [[`${words.wasRead} (${read.fields[field] ?? field})`, text] as const];
    }),
    ...(task.approver ? [[read.approver, task.approver] as const] : []),
    ...(known.length > 0 ? [[read.at, known.map((place) => sayPlace(place, read)).join("; ")] as const] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <dl className={styles.remarks}>
      {lines.map(([label, text]) => (
        <div key={label + text}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The measurable results and how each is reached, which a person may say otherwise. */
function Targets(props: {
  readonly finding: FindingAnswer;
  readonly onTargets: (targets: FindingAnswer["task"]["targets"]) => void;
}) {
  const { finding, onTargets } = props;
  const words = useWords(targetWords);
  const { language } = useSpeech();
  const { targets } = finding.task;
  if (targets.length === 0 || finding.task.general) return null;
  return (
    <ul className={styles.targets} aria-label={words.title}>
      {targets.map((target, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: targets have no name but their place
        <li key={at}>
          <span>
            {words.title}: {sayTarget(target, language)}
          </span>
          <KindChoice
            target={target}
            onChange={
              finding.decision === null
                ? (changed) => onTargets(targets.map((one, i) => (i === at ? changed : one)))
                : null
            }
          />
        </li>
      ))}
    </ul>
  );
}

function Actions({ finding, actions }: { finding: FindingAnswer; actions: RowActions }) {
  const words = useWords(reviewWords);
  const button = (label: string, key: string, act: () => void, filled = false) => (
    <Button size="compact-sm" variant={filled ? "filled" : "default"} onClick={act}>
      {label}
      <span className={styles.key} aria-hidden="true">
        {key}
      </span>
    </Button>
  );
  if (finding.decision !== null)
    return (
      <div className={styles.actions}>
        {button(words.actions.undo, "U", actions.undo)}
        {finding.taskId && <Link href={places.task(finding.taskId)}>{words.opensTask}</Link>}
      </div>
    );
  return (
    <div className={styles.actions}>
      {button(words.actions.accept, "↵", actions.accept, true)}
      {button(words.actions.edit, "E", actions.edit)}
      {button(words.actions.general, "G", actions.general)}
      {button(words.actions.split, "S", actions.split)}
      {button(words.actions.drop, "X", actions.drop)}
    </div>
  );
}
