import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RegistersAnswer } from "../../contract/record.ts";
import type { Failure } from "../../domain/basics/result.ts";
import type { Declaration } from "../../domain/cooperation/declaration.ts";
import { declarationOf } from "../../domain/cooperation/declarations.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { ask, FailureError } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import listStyles from "../components/List.module.css";
import { Page } from "../components/Page.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { useUnits } from "../people/PostFields.tsx";
import { places } from "../places.ts";
import { CooperationWays } from "./CooperationWays.tsx";
import styles from "./Records.module.css";
import { useRegisters } from "./use-records.ts";

type Listed = RegistersAnswer["registers"][number] & { readonly declaration: Declaration };

/** The registers of cooperation: what stands in each, how much, and who enters it. */
export default function CooperationPlace() {
  const words = useWords(recordWords);
  const say = useNumber();
  const registers = useRegisters();
  const [naming, setNaming] = useState<Listed | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  if (registers.error instanceof FailureError)
    return <FailureNote failure={registers.error.failure} onRetry={() => void registers.refetch()} />;
  if (!registers.data) return <Waiting />;
  const listed = registers.data.registers.flatMap((one): readonly Listed[] => {
    const declaration = declarationOf(one.key);
    return declaration ? [{ ...one, declaration }] : [];
  });
  const total = listed.reduce((sum, { count }) => sum + count, 0);
  return (
    <Page title={words.title} line={words.line(say(total), say(listed.length))}>
      <CooperationWays here="registers" />
      {said && (
        <p className="muted" role="status">
          {said}
        </p>
      )}
      <PlainTable
        stacks
        heads={[{ title: words.register }, { title: words.records, isNumber: true }, { title: words.owner }]}
      >
        {listed.map((one) => (
          <RegisterLine
            key={one.key}
            listed={one}
            onName={registers.data.mayName && one.owner ? () => setNaming(one) : null}
          />
        ))}
      </PlainTable>
      {naming && <NameOwner listed={naming} onClose={() => setNaming(null)} onNamed={setSaid} />}
    </Page>
  );
}

function RegisterLine({ listed, onName }: { listed: Listed; onName: (() => void) | null }) {
  const words = useWords(recordWords);
  const say = useNumber();
  const { language } = useSpeech();
  const { declaration, owner, count } = listed;
  return (
    <tr>
      <td>
        <Link href={places.records(listed.key)} className={styles.name}>
          {declaration.name[language]}
        </Link>
        <span className="small muted">
          {declaration.about[language]}
          {declaration.restricted && ` · ${words.restricted}`}
        </span>
      </td>
      <td data-number data-label={words.records}>
        {say(count)}
      </td>
      <td data-label={words.owner}>
        {owner === null ? words.each : (owner.unit?.name ?? words.focal)}
        {owner?.sourceSystem && <span className="small muted"> · {owner.sourceSystem}</span>}{" "}
        {onName && (
          <button
            type="button"
            className="link-button"
            data-screen-only
            aria-label={`${words.nameOwner}: ${declaration.name[language]}`}
            onClick={onName}
          >
            {words.nameOwner}
          </button>
        )}
      </td>
    </tr>
  );
}

function NameOwner(props: {
  readonly listed: Listed;
  readonly onClose: () => void;
  readonly onNamed: (said: string) => void;
}) {
  const words = useWords(recordWords);
  const say = useNumber();
  const { language } = useSpeech();
  const queries = useQueryClient();
  const units = useUnits();
  const { key, owner, declaration } = props.listed;
  const [unit, setUnit] = useState(owner?.unit?.id ?? "");
  const [system, setSystem] = useState(owner?.sourceSystem ?? "");
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    const body = { unit: unit || null, sourceSystem: system.trim() || null, version: owner?.version ?? 0 };
    const answer = await ask<{ moved: number }>(
      "PUT",
      pathTo(apiPaths.registerOwner, { register: key }),
      body,
    );
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    props.onNamed(words.owned(say(answer.value.moved)));
    await queries.invalidateQueries();
    props.onClose();
  };
  return (
    <Dialog title={`${words.nameOwner}: ${declaration.name[language]}`} onClose={props.onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {failure && <FailureNote failure={failure} />}
        <p className="small muted">{words.nameOwnerText}</p>
        <NativeSelect
          size="xs"
          label={words.owner}
          value={unit}
          data={[
            { value: "", label: words.focal },
            ...(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => setUnit(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label={`${words.source} (${words.optional})`}
          maxLength={200}
          value={system}
          onChange={(event) => setSystem(event.currentTarget.value)}
        />
        <div className={listStyles.filters}>
          <Button size="xs" type="submit">
            {words.save}
          </Button>
          <Button size="xs" variant="default" onClick={props.onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
