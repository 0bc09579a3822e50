import { Progress } from "@mantine/core";
import type { SampleAnswer } from "../../contract/sample.ts";
import type { FailureCode } from "../../domain/basics/result.ts";
import { overviewWords } from "../../domain/language/web-overview.ts";
import { sampleWords } from "../../domain/language/web-sample.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { useNumber, useWords } from "../language.tsx";
import styles from "./EmptyRegister.module.css";
import { FillButton } from "./EmptyRegister.tsx";

const steps = ["reading", "reviewing", "recording"] as const;

/** How far the filling is, or that it was broken off and how to go on. */
export function SampleFilling({ sample }: { sample: SampleAnswer }) {
  const words = useWords(sampleWords);
  const { title } = useWords(overviewWords);
  return (
    <Page title={title}>
      <div className={styles.progress}>
        {sample.state === "filling" ? <Steps progress={sample.progress} /> : <Stopped sample={sample} />}
        {sample.state === "filling" && <p className="muted">{words.fillingText}</p>}
      </div>
    </Page>
  );
}

function Steps({ progress }: Pick<SampleAnswer, "progress">) {
  const words = useWords(sampleWords);
  const say = useNumber();
  const { step, done, of } = progress ?? { step: "reading" as const, done: 0, of: 0 };
  // Each document goes through three steps.
  const share = of === 0 ? 0 : (steps.indexOf(step) * of + done) / (steps.length * of);
  return (
    <>
      <h2 className="subtitle">{words.filling}</h2>
      <Progress value={share * 100} aria-label={words.filling} />
      <p className="numbers" role="status">
        {of > 0 && words.step[step](say(done + 1), say(of))}
      </p>
    </>
  );
}

function Stopped({ sample }: { sample: SampleAnswer }) {
  const words = useWords(sampleWords);
  return (
    <>
      <h2 className="subtitle">{words.stopped}</h2>
      {sample.error && (
        // The server sends codes of the catalogue; an unknown one is said as such.
        <FailureNote failure={{ code: sample.error.code as FailureCode, detail: sample.error.detail }} />
      )}
      <p className="muted">{words.stoppedText}</p>
      <FillButton label={words.goOn} />
    </>
  );
}
