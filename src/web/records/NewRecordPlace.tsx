import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { NewRecordRequest, RegistersAnswer } from "../../contract/record.ts";
import { succeed } from "../../domain/basics/result.ts";
import type { Declaration } from "../../domain/cooperation/declaration.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { NoSuchPlace } from "../App.tsx";
import { ask, FailureError } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useSpeech, useWords } from "../language.tsx";
import { Link, useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import { RecordForm, type TypedRecord } from "./RecordForm.tsx";
import { useDeclaration, useRegisters } from "./use-records.ts";

/** A new record of a register. */
export default function NewRecordPlace() {
  const declaration = useDeclaration();
  const registers = useRegisters();
  if (!declaration) return <NoSuchPlace />;
  if (registers.error instanceof FailureError)
    return <FailureNote failure={registers.error.failure} onRetry={() => void registers.refetch()} />;
  return registers.data ? <NewRecord {...{ declaration, registers: registers.data }} /> : <Waiting />;
}

function NewRecord({ declaration, registers }: { declaration: Declaration; registers: RegistersAnswer }) {
  const words = useWords(recordWords);
  const { language } = useSpeech();
  const go = useGo();
  const { key, name, one, owned } = declaration;
  const { focal, units } = registers.enters;
  const owners = [
    ...(focal ? [{ value: "", label: words.focal }] : []),
    ...units.map((unit) => ({ value: unit.id, label: unit.name })),
  ];
  const save = async ({ texts, links, owner }: TypedRecord, sure: boolean) => {
    const body: NewRecordRequest = { ...bodyOf({ texts, links }), owner: owner || null, sure };
    const answer = await ask<{ id: string }>("POST", pathTo(apiPaths.records, { register: key }), body);
    if (!answer.ok) return answer;
    go(places.record(key, answer.value.id), { replace: true });
    return succeed(null);
  };
  return (
    <Page title={words.add(one[language])} line={<Link href={places.records(key)}>{name[language]}</Link>}>
      <RecordForm
        declaration={declaration}
        draftKey={`record.${key}.new`}
        version={0}
        initial={{ texts: {}, links: {}, owner: owners[0]?.value ?? "" }}
        hidden={[]}
        owners={owned === "each" ? owners : []}
        onSave={save}
        onClose={() => {
          // A saved record was gone to already.
          if (window.location.pathname === places.newRecord(key)) go(places.records(key));
        }}
      />
    </Page>
  );
}

/** What is typed, as the API takes it. */
export function bodyOf({ texts, links }: Pick<TypedRecord, "texts" | "links">) {
  const ids = Object.entries(links).map(([key, chosen]) => [key, chosen.map(({ id }) => id)]);
  return { values: { ...texts }, links: Object.fromEntries(ids) as Record<string, string[]> };
}
