import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RecordAnswer } from "../../contract/record.ts";
import type { Failure } from "../../domain/basics/result.ts";
import type { Declaration } from "../../domain/cooperation/declaration.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { NoSuchPlace } from "../App.tsx";
import { ask, FailureError } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { UndoBar } from "../components/UndoBar.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useSpeech, useWords } from "../language.tsx";
import { Link, useGo, usePart } from "../navigation.tsx";
import { places } from "../places.ts";
import page from "../tasks/TaskPlace.module.css";
import { ContactLine } from "./ContactLine.tsx";
import { LinkedRecords } from "./LinkedRecords.tsx";
import { bodyOf } from "./NewRecordPlace.tsx";
import { RecordFacts } from "./RecordFacts.tsx";
import { RecordForm } from "./RecordForm.tsx";
import { RecordHistory } from "./RecordHistory.tsx";
import { specialParts } from "./special.ts";
import { ToldBy } from "./ToldBy.tsx";
import { typedRecord } from "./typed-record.ts";
import { useDeclaration, useRecord } from "./use-records.ts";

/** One record: its facts, and beside them its life. */
export default function RecordPlace() {
  const declaration = useDeclaration();
  const id = usePart("id");
  return declaration ? <Loaded key={id} {...{ declaration, id }} /> : <NoSuchPlace />;
}

const specials = new Map(Object.entries(specialParts).map(([key, load]) => [key, lazy(load)]));

function Loaded({ declaration, id }: { declaration: Declaration; id: string }) {
  const record = useRecord(declaration.key, id);
  const [removed, setRemoved] = useState<RecordAnswer | null>(null);
  if (removed) return <Removed {...{ declaration, record: removed, onBack: () => setRemoved(null) }} />;
  if (record.error instanceof FailureError)
    return <FailureNote failure={record.error.failure} onRetry={() => void record.refetch()} />;
  if (!record.data) return <Waiting />;
  return <Shown {...{ declaration, record: record.data, onRemoved: setRemoved }} />;
}

function Shown(props: {
  readonly declaration: Declaration;
  readonly record: RecordAnswer;
  readonly onRemoved: (record: RecordAnswer) => void;
}) {
  const { declaration, record } = props;
  const words = useWords(recordWords);
  const { language } = useSpeech();
  const queries = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const path = pathTo(apiPaths.record, { register: declaration.key, id: record.id });
  const remove = async () => {
    const answer = await ask("DELETE", path, { version: record.version });
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    props.onRemoved(record);
    await queries.invalidateQueries({ queryKey: ["records"] });
  };
  const Special = specials.get(declaration.key);
  return (
    <Page
      title={record.title}
      line={
        <>
          <Link href={places.records(declaration.key)}>{declaration.name[language]}</Link>
          {` · ${words.owner}: ${record.owner?.name ?? words.focal}`}
        </>
      }
      actions={
        <>
          {record.mayEdit && !editing && (
            <>
              <Button size="xs" onClick={() => setEditing(true)}>
                {words.edit}
              </Button>
              <Button size="xs" variant="default" onClick={() => void remove()}>
                {words.remove}
              </Button>
            </>
          )}
          <Button size="xs" variant="default" onClick={() => window.print()}>
            {words.print}
          </Button>
        </>
      }
    >
      {failure && <FailureNote failure={failure} />}
      {declaration.isMet && <ContactLine record={record} />}
      <div className={page.record}>
        <div className={page.column}>
          {editing ? (
            <RecordForm
              declaration={declaration}
              draftKey={`record.${declaration.key}.${record.id}`}
              version={record.version}
              initial={typedRecord(declaration, record)}
              hidden={record.hidden}
              owners={[]}
              onSave={(typed) => ask("PATCH", path, { ...bodyOf(typed), version: record.version })}
              onClose={() => setEditing(false)}
            />
          ) : (
            <RecordFacts declaration={declaration} record={record} />
          )}
        </div>
        <div className={page.column}>
          {Special && (
            <Suspense fallback={<Waiting />}>
              <Special record={record} />
            </Suspense>
          )}
          <ToldBy record={record} />
          <LinkedRecords {...{ declaration, record }} />
          <RecordHistory declaration={declaration} record={record} />
        </div>
      </div>
    </Page>
  );
}

/** A record that was just taken out, with a minute to put it back. */
function Removed(props: {
  readonly declaration: Declaration;
  readonly record: RecordAnswer;
  readonly onBack: () => void;
}) {
  const { declaration, record, onBack } = props;
  const words = useWords(recordWords);
  const { language } = useSpeech();
  const queries = useQueryClient();
  const go = useGo();
  const [failure, setFailure] = useState<Failure | null>(null);
  const restore = async () => {
    const blanks = { register: declaration.key, id: record.id };
    const answer = await ask("POST", pathTo(apiPaths.recordRestore, blanks), { version: record.version + 1 });
    if (!answer.ok) return setFailure(answer.failure);
    await queries.invalidateQueries();
    onBack();
  };
  return (
    <Page
      title={declaration.name[language]}
      line={<Link href={places.records(declaration.key)}>{declaration.name[language]}</Link>}
    >
      {failure && <FailureNote failure={failure} />}
      <UndoBar
        said={words.removed(record.title)}
        undo={words.undo}
        onUndo={() => void restore()}
        onOver={() => go(places.records(declaration.key), { replace: true })}
      />
    </Page>
  );
}
