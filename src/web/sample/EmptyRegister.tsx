import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { SampleAnswer } from "../../contract/sample.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { documentWords } from "../../domain/language/web-documents.ts";
import { overviewWords } from "../../domain/language/web-overview.ts";
import { sampleWords } from "../../domain/language/web-sample.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { FileDrop } from "../components/FileDrop.tsx";
import { Page } from "../components/Page.tsx";
import { useImports } from "../documents/imports.ts";
import { useWords } from "../language.tsx";
import { useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./EmptyRegister.module.css";

const kinds = ".docx,.docm,.doc,.pdf,.xlsx,.xls,.html,.htm,.mht,.txt";

/** The first page of a register with nothing in it: drop a document, or open the sample. */
export function EmptyRegister({ sample }: { sample: SampleAnswer | null }) {
  const words = useWords(overviewWords);
  const { dropTitle, dropOr, choose } = useWords(documentWords);
  const sayings = useWords(sampleWords);
  const { store } = useImports();
  const go = useGo();
  return (
    <Page title={words.title} line={words.none}>
      <div className={styles.empty}>
        <p className="muted">{words.noneText}</p>
        <FileDrop
          title={dropTitle}
          or={dropOr}
          choose={choose}
          help={sayings.dropHelp}
          accept={kinds}
          onFiles={(files) => {
            store.add(files, { together: false, declaredOpen: false });
            go(places.importing);
          }}
        >
          <p className="small muted">{sayings.secrecy}</p>
        </FileDrop>
        {sample?.offered && <SampleOffer />}
      </div>
    </Page>
  );
}

function SampleOffer() {
  const words = useWords(sampleWords);
  return (
    <section className={styles.offer} aria-labelledby="sample-offer">
      <div>
        <h2 id="sample-offer" className="subtitle">
          {words.offer}
        </h2>
        <p className="muted">{words.holds}</p>
      </div>
      <FillButton label={words.open} />
    </section>
  );
}

/** Begins or goes on with the filling. */
export function FillButton({ label }: { label: string }) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const fill = async () => {
    setBusy(true);
    const answer = await ask<SampleAnswer>("POST", apiPaths.sample);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) queries.setQueryData(["sample"], answer.value);
  };
  return (
    <div className={styles.fill}>
      <Button variant="default" loading={busy} onClick={() => void fill()}>
        {label}
      </Button>
      {failure && <FailureNote failure={failure} />}
    </div>
  );
}
