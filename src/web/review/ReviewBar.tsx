import { Button, Progress } from "@mantine/core";
import type { FindingsAnswer } from "../../contract/review.ts";
import { isDoubtful } from "../../domain/document/doubt.ts";
import { reviewWords } from "../../domain/language/web-review.ts";
import { Icon } from "../components/Icon.tsx";
import { useNumber, useWords } from "../language.tsx";
import styles from "./ReviewPlace.module.css";

/** How far the review is, and what concerns all rows. */
export function ReviewBar(props: {
  readonly answer: FindingsAnswer;
  readonly saving: boolean;
  readonly onAcceptClear: () => void;
  /** Rows of a unit's own plan for which a task is proposed. */
  readonly steps: ReadonlySet<string>;
  readonly onTieAll: () => void;
  readonly onAdd: () => void;
  readonly onMerge: () => void;
  readonly onKeys: () => void;
  readonly withSource: boolean;
  readonly onSource: () => void;
  readonly marked: number;
}) {
  const words = useWords(reviewWords);
  const say = useNumber();
  const { findings } = props.answer;
  const open = findings.filter((one) => one.decision === null);
  const done = findings.length - open.length;
  const doubtful = open.filter((one) => isDoubtful(one.doubt)).length;
  const steps = open.filter((one) => props.steps.has(one.id)).length;
  const clear = open.filter((one) => one.clear).length;
  return (
    <div className={styles.bar} data-screen-only>
      <p className={styles.progress} role="status">
        <strong className="numbers">{words.checked(say(done), say(findings.length))}</strong>
        <span className="numbers">· {words.doubtful(say(doubtful))}</span>
        <span className="numbers">· {words.left(say(open.length))}</span>
        <span className="small muted">{props.saving ? words.saving : words.saved}</span>
      </p>
      <Progress
        className={styles.meter}
        size="xs"
        value={findings.length === 0 ? 0 : (done / findings.length) * 100}
        aria-label={words.checked(say(done), say(findings.length))}
      />
      <div className={styles.tools}>
        {steps > 0 && (
          <Button size="compact-sm" onClick={props.onTieAll}>
            {words.tieAll(say(steps))}
          </Button>
        )}
        {clear > 0 && (
          <Button size="compact-sm" variant={steps > 0 ? "default" : "filled"} onClick={props.onAcceptClear}>
            {words.acceptClear(say(clear))}
          </Button>
        )}
        {props.marked > 0 && (
          <Button size="compact-sm" variant="default" onClick={props.onMerge}>
            {words.actions.merge} ({say(props.marked)})
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={props.onAdd}>
          {words.actions.add}
        </Button>
        <button type="button" className={styles.tool} onClick={props.onSource}>
          <Icon name="source" />
          {props.withSource ? words.hideSource : words.showSource}
        </button>
        <button type="button" className={styles.tool} onClick={props.onKeys}>
          <Icon name="keys" />
          {words.keys}
        </button>
      </div>
    </div>
  );
}
