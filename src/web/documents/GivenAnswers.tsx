import { Button } from "@mantine/core";
import { carryWords } from "../../domain/language/web-carry.ts";
import { sayMoment } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./DocumentQuestions.module.css";
import type { QuestionDesk } from "./use-questions.ts";

/** The answers that were given, each to be taken back. */
export function GivenAnswers({ desk }: { desk: QuestionDesk }) {
  const carry = useWords(carryWords);
  const say = useNumber();
  const { language } = useSpeech();
  const { answers } = desk.data;
  if (answers.length === 0) return null;
  const count = (answer: (typeof answers)[number]["answer"]) =>
    say(answers.filter((one) => one.answer === answer).length);
  return (
    <details className={styles.given}>
      <summary>{carry.answered(count("carriedOver"), count("kept"), count("withdrawn"))}</summary>
      <ul>
        {answers.map((one) => (
          <li key={`${one.question} ${one.task}`} className={styles.question}>
            <p className={styles.words}>
              <Link href={places.task(one.task)}>{one.content}</Link>
            </p>
            <p className="small muted">
              <strong>{carry.answers[one.answer]}</strong>
              {one.into !== null && one.intoRef !== null && (
                <>
                  {" "}
                  <Link href={places.task(one.into)}>{carry.intoTask(one.intoRef)}</Link>
                </>
              )}
              {one.reason !== null && ` · ${one.reason}`} · {one.by}, {sayMoment(one.at, language)}
            </p>
            <div data-screen-only>
              <Button
                size="compact-sm"
                variant="default"
                disabled={desk.busy}
                onClick={() => void desk.takeBack([{ task: one.task, question: one.question }])}
              >
                {carry.undo}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
