import { Button, NativeSelect } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { ImportPreviewAnswer, ImportRequest } from "../../contract/record.ts";
import { type Failure, fail, type Result } from "../../domain/basics/result.ts";
import type { Declaration } from "../../domain/cooperation/declaration.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { NoSuchPlace } from "../App.tsx";
import { ask, failureOf } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { FileDrop } from "../components/FileDrop.tsx";
import listStyles from "../components/List.module.css";
import { Page } from "../components/Page.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { ImportColumns } from "./ImportColumns.tsx";
import { ImportedRows } from "./ImportedRows.tsx";
import styles from "./Records.module.css";
import { TakenLists } from "./TakenLists.tsx";
import { useDeclaration, useRegisters } from "./use-records.ts";

/** A list of a register as its owner has it: its columns, what its rows come to, and taking it. */
export default function ImportRecordsPlace() {
  const declaration = useDeclaration();
  return declaration ? <Importing key={declaration.key} declaration={declaration} /> : <NoSuchPlace />;
}

async function sendList(register: string, owner: string, file: File): Promise<Result<ImportPreviewAnswer>> {
  const form = new FormData();
  form.append("files", file, file.name);
  form.append("owner", owner);
  try {
    const response = await fetch(pathTo(apiPaths.recordImports, { register }), {
      method: "POST",
      body: form,
    });
    const answer: unknown = await response.json();
    // The contract's own answer: server and page are built from the same schema.
    return response.ok
      ? { ok: true, value: answer as ImportPreviewAnswer }
      : { ok: false, failure: failureOf(answer) };
  } catch {
    return fail("server.unreachable");
  }
}

function Importing({ declaration }: { declaration: Declaration }) {
  const words = useWords(recordWords);
  const { language } = useSpeech();
  const registers = useRegisters();
  const { focal = false, units = [] } = registers.data?.enters ?? {};
  const owners = [
    ...(focal ? [{ value: "", label: words.focal }] : []),
    ...units.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const [owner, setOwner] = useState<string | null>(null);
  const [list, setList] = useState<ImportPreviewAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setList(null);
    const answer = await sendList(declaration.key, owner ?? owners[0]?.value ?? "", file);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setList(answer.value);
  };
  return (
    <Page
      title={`${words.importList}: ${declaration.name[language]}`}
      line={
        <>
          <Link href={places.records(declaration.key)}>{declaration.name[language]}</Link> ·{" "}
          {words.import.line}
        </>
      }
    >
      {declaration.owned === "each" && owners.length > 1 && !list && (
        <div className={styles.form}>
          <NativeSelect
            size="xs"
            label={words.owner}
            value={owner ?? owners[0]?.value ?? ""}
            data={owners}
            onChange={(event) => setOwner(event.currentTarget.value)}
          />
        </div>
      )}
      <FileDrop
        title={list ? words.import.other : words.import.drop}
        or={words.import.or}
        choose={words.import.choose}
        help={words.import.help}
        accept=".xlsx,.xls,.ods,.csv"
        compact={list !== null}
        onFiles={([first]) => void send(first)}
      />
      {busy && <p role="status">{words.import.reading}</p>}
      {failure && <FailureNote failure={failure} />}
      {list && <SentList key={list.id} {...{ declaration, list, onList: setList }} />}
      {!list && <TakenLists declaration={declaration} />}
    </Page>
  );
}

function SentList(props: {
  readonly declaration: Declaration;
  readonly list: ImportPreviewAnswer;
  readonly onList: (list: ImportPreviewAnswer) => void;
}) {
  const { declaration, list, onList } = props;
  const words = useWords(recordWords);
  const say = useNumber();
  const queries = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [isTaken, setIsTaken] = useState(false);
  const settle = async (path: string, changes: Partial<ImportRequest>) => {
    const request: ImportRequest = {
      mapping: list.columns.map(({ key }) => key),
      likely: list.likely,
      ...changes,
    };
    setBusy(true);
    const address = pathTo(path, { register: declaration.key, id: list.id });
    const answer = await ask<ImportPreviewAnswer>("POST", address, request);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) onList(answer.value);
    return answer.ok;
  };
  const take = async () => {
    if (!(await settle(apiPaths.recordImportTake, {}))) return;
    setIsTaken(true);
    await queries.invalidateQueries({ queryKey: ["records"] });
  };
  const { added, changed, unchanged, refused } = list.counts;
  const counts = [list.rows, added, changed, unchanged, refused].map(say);
  const [rows = "", more = "", altered = "", same = "", not = ""] = counts;
  const balance = (isTaken ? words.import.taken : words.import.balance)(rows, more, altered, same, not);
  return (
    <>
      <p role="status">{balance}</p>
      {list.otherTables > 0 && <p className="muted">{words.import.otherTables(say(list.otherTables))}</p>}
      {failure && <FailureNote failure={failure} />}
      {isTaken ? (
        <>
          <p>
            <Link href={places.records(declaration.key)}>{words.import.toList}</Link>
          </p>
          <TakenLists declaration={declaration} />
        </>
      ) : (
        <>
          <ImportColumns
            {...{ declaration, list }}
            onChange={(changes) => void settle(apiPaths.recordImportPreview, changes)}
          />
          <div className={listStyles.filters}>
            <Button size="xs" disabled={added + changed === 0} loading={busy} onClick={() => void take()}>
              {words.import.take(say(added + changed))}
            </Button>
            {added + changed === 0 && <span className="muted">{words.import.nothing}</span>}
          </div>
        </>
      )}
      <ImportedRows {...{ declaration, list }} />
    </>
  );
}
