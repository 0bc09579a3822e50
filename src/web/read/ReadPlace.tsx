import { Checkbox } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { readWords } from "../../domain/language/web-read.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { FileDrop } from "../components/FileDrop.tsx";
import { kindsOfFiles } from "../components/file-kinds.ts";
import { useWords } from "../language.tsx";
import { DocumentView } from "./DocumentView.tsx";
import { ReadingList } from "./ReadingList.tsx";
import styles from "./ReadPlace.module.css";
import { type Reading, useReadings } from "./readings.ts";

/** The place where documents are given, and what was read from them is shown. */
export default function ReadPlace() {
  const words = useWords(readWords);
  const { readings, store } = useReadings();
  const [together, setTogether] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const shown =
    readings.find((reading) => reading.id === chosen) ??
    readings.findLast(hasTasks) ??
    readings.findLast(isOver) ??
    null;
  const drop = (
    <FileDrop
      title={words.dropTitle}
      or={words.dropOr}
      choose={readings.length === 0 ? words.choose : words.addMore}
      help={words.dropKinds}
      accept={kindsOfFiles}
      compact={readings.length > 0}
      onFiles={(files) => {
        store.add(files, together && files.length > 1);
        setChosen(null);
      }}
    >
      <Checkbox
        size="xs"
        label={words.together}
        checked={together}
        onChange={(event) => setTogether(event.currentTarget.checked)}
      />
    </FileDrop>
  );
  if (readings.length === 0) return <Beginning>{drop}</Beginning>;
  return (
    <div className={styles.place} data-shown={shown?.step.kind === "done" || undefined}>
      <div className={styles.given} data-screen-only>
        <ReadingList readings={readings} shown={shown?.id ?? null} onShow={setChosen} />
        {drop}
      </div>
      {shown && <Shown reading={shown} key={shown.id} />}
    </div>
  );
}

function isOver(reading: Reading): boolean {
  return reading.step.kind === "done" || reading.step.kind === "failed";
}

function hasTasks({ step }: Reading): boolean {
  return step.kind === "done" && step.document.output.tasks.length > 0;
}

/** Before the first document: what can be done here, and what will be seen. */
function Beginning({ children }: { children: ReactNode }) {
  const words = useWords(readWords);
  return (
    <div className={styles.beginning}>
      <header>
        <h1 className="title">{words.title}</h1>
        <p className="muted">{words.intro}</p>
      </header>
      {children}
      <div className={styles.promise}>
        <h2>{words.willShow}</h2>
        <ul>
          {words.willShowItems.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <p className="muted">{words.nothingStored}</p>
      </div>
    </div>
  );
}

function Shown({ reading }: { reading: Reading }) {
  const { store } = useReadings();
  if (reading.step.kind === "done") return <DocumentView document={reading.step.document} />;
  if (reading.step.kind === "failed")
    return <FailureNote failure={reading.step.failure} onRetry={() => store.retry(reading.id)} />;
  return null;
}
