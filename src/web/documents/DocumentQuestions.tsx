import { Button } from "@mantine/core";
import { carryWords } from "../../domain/language/web-carry.ts";
import { lineageWords } from "../../domain/language/web-lineage.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { ReasonDialog } from "../components/ReasonDialog.tsx";
import { UndoBar } from "../components/UndoBar.tsx";
import { useNumber, useWords } from "../language.tsx";
import { AskedTask } from "./AskedTask.tsx";
import styles from "./DocumentQuestions.module.css";
import { GivenAnswers } from "./GivenAnswers.tsx";
import { type QuestionDesk, useQuestions } from "./use-questions.ts";

/**
 * What the document asks about tasks of earlier ones: half done where it replaces theirs, orders that dropped out where it
 * is the plan that they wanted. Nothing is shown to people who do not review, nor where nothing was ever asked.
 */
export function DocumentQuestions({ id }: { id: string }) {
  const words = useWords(lineageWords);
  const carry = useWords(carryWords);
  const say = useNumber();
  const desk = useQuestions(id);
  if (!desk) return null;
  const { asked, answers } = desk.data;
  return (
    <section className={styles.questions} aria-labelledby="questions-title">
      <h2 id="questions-title" className="subtitle">
        {words.questions}
      </h2>
      <p className="small muted numbers">
        {words.questionBalance(say(asked.length + answers.length), say(answers.length), say(asked.length))}
      </p>
      <Troubles desk={desk} />
      <Offers desk={desk} />
      <AskedList desk={desk} />
      <GivenAnswers desk={desk} />
      {desk.undo && (
        <UndoBar
          said={carry.done(say(desk.undo.length))}
          undo={carry.undo}
          onUndo={() => void desk.takeBack(desk.undo ?? [])}
          onOver={desk.forgetUndo}
        />
      )}
      {desk.answering && (
        <ReasonDialog
          words={desk.answering.answer === "kept" ? words.keepDialog : words.withdrawDialog}
          onReason={(reason) => void desk.answer(reason)}
          onClose={() => desk.setAnswering(null)}
        />
      )}
    </section>
  );
}

function Troubles({ desk }: { desk: QuestionDesk }) {
  const carry = useWords(carryWords);
  const say = useNumber();
  const { failure, refused } = desk;
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      {refused.length > 0 && (
        <div role="alert">
          <p>{carry.refused(say(refused.length))}</p>
          <ul>
            {refused.map((one) => (
              <li key={one.task}>{one.failure.message}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** What can be done for many at once. */
function Offers({ desk }: { desk: QuestionDesk }) {
  const words = useWords(lineageWords);
  const carry = useWords(carryWords);
  const say = useNumber();
  const replaced = desk.data.asked.filter(({ question }) => question === "replaced");
  if (replaced.length === 0) return null;
  const why = <p>{words.replaced(say(replaced.length))}</p>;
  if (desk.data.into.length === 0)
    return (
      <>
        {why}
        <p className="muted">{carry.nothingYet}</p>
      </>
    );
  const sure = replaced.filter((one) => one.carry?.sure);
  return (
    <>
      {why}
      <div className={styles.actions} data-screen-only>
        {sure.length > 0 && (
          <Button
            size="xs"
            disabled={desk.busy}
            onClick={() =>
              void desk.carryOver(
                sure.map(({ task, carry: pair }) => ({ task: task.id, into: pair?.into ?? "" })),
              )
            }
          >
            {desk.busy ? carry.waiting : carry.carrySure(say(sure.length))}
          </Button>
        )}
        <span className="small muted">{carry.keys}</span>
      </div>
    </>
  );
}

function AskedList({ desk }: { desk: QuestionDesk }) {
  const carry = useWords(carryWords);
  const { asked } = desk.data;
  if (asked.length === 0) return null;
  return (
    <ul
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever comes by keyboard stops here once, not at each row
      tabIndex={0}
      aria-label={carry.list}
      className={styles.list}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && desk.onKey(event.key)) event.preventDefault();
      }}
    >
      {asked.map((one, at) => (
        <AskedTask
          key={`${one.question} ${one.task.id} ${one.thing}`}
          one={one}
          desk={desk}
          chosen={at === desk.at}
        />
      ))}
    </ul>
  );
}
