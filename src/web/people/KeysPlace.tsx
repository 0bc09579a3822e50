import { Button, Checkbox, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ApiKeyRequest, ApiKeysAnswer, MadeKeyAnswer } from "../../contract/api-key.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { useProof } from "../accounts/use-proof.tsx";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayMoment } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";
import styles from "./People.module.css";
import { PeopleWays } from "./PeopleWays.tsx";

/** Keys of other programs: what each may, until when, and when it was last used. */
export default function KeysPlace() {
  const words = useWords(peopleWords);
  const [making, setMaking] = useState(false);
  const keys = useQuery({ queryKey: ["keys"], queryFn: () => fetchAnswer<ApiKeysAnswer>(apiPaths.apiKeys) });
  const make = (
    <Button size="xs" onClick={() => setMaking(true)}>
      {words.makeKey}
    </Button>
  );
  const known = keys.data?.keys ?? [];
  return (
    <Page title={words.keys} line={words.keysLine} actions={known.length > 0 && make}>
      <PeopleWays here="keys" />
      {keys.error instanceof FailureError ? (
        <FailureNote failure={keys.error.failure} onRetry={() => void keys.refetch()} />
      ) : !keys.data ? (
        <Waiting />
      ) : known.length === 0 ? (
        <EmptyState title={words.noKeys} action={make}>
          {words.noKeysText}
        </EmptyState>
      ) : (
        <KeyTable keys={known} />
      )}
      {making && keys.data && <KeyDialog scopes={keys.data.scopes} onClose={() => setMaking(false)} />}
    </Page>
  );
}

/** The last moment before a key is over: 23:59 of its last day. */
function lastMoment(over: string): string {
  return new Date(Date.parse(over) - 1000).toISOString();
}

function KeyTable({ keys }: { keys: ApiKeysAnswer["keys"] }) {
  const words = useWords(peopleWords);
  const { language } = useSpeech();
  const queries = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { asProved, dialog } = useProof();
  const revoke = async (id: string) => {
    const answer = await asProved(() => ask("DELETE", pathTo(apiPaths.apiKey, { id })));
    setFailure(answer.ok ? null : answer.failure);
    await queries.invalidateQueries({ queryKey: ["keys"] });
  };
  const columns = ["name", "scopes", "days", "used", "state"] as const;
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      {dialog}
      <table className={`${styles.table} ${styles.people}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {words.keyColumns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">{key.name}</th>
              <td>{key.scopes.map((scope) => words.actions[scope] ?? scope).join(", ")}</td>
              <td>{sayMoment(lastMoment(key.expiresAt), language)}</td>
              <td>{key.usedAt ? sayMoment(key.usedAt, language) : words.never}</td>
              <td>
                <div className={styles.line}>
                  {words.keyStates[key.state]}
                  {key.state === "works" && (
                    <button
                      type="button"
                      className="link-button"
                      aria-label={`${words.revoke}: ${key.name}`}
                      onClick={() => void revoke(key.id)}
                    >
                      {words.revoke}
                    </button>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

type Scope = ApiKeyRequest["scopes"][number];

function KeyDialog({ scopes, onClose }: { scopes: ApiKeysAnswer["scopes"]; onClose: () => void }) {
  const words = useWords(peopleWords);
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [lastDay, setLastDay] = useState("");
  const [chosen, setChosen] = useState<readonly Scope[]>([]);
  const [made, setMade] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { asProved, dialog } = useProof();
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const request: ApiKeyRequest = { name, scopes: [...chosen], lastDay };
    const answer = await asProved(() => ask<MadeKeyAnswer>("POST", apiPaths.apiKeys, request));
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setMade(answer.value.key);
    await queries.invalidateQueries({ queryKey: ["keys"] });
  };
  const turn = (scope: Scope, on: boolean) =>
    setChosen((before) => (on ? [...before, scope] : before.filter((one) => one !== scope)));
  return (
    <Dialog title={words.makeKey} onClose={onClose}>
      {made !== null ? (
        <div className={styles.form}>
          <p role="status">{words.keyOnce}</p>
          <p className={styles.secret}>{made}</p>
          <Button size="xs" onClick={onClose}>
            {words.done}
          </Button>
        </div>
      ) : (
        <form className={styles.form} onSubmit={(event) => void make(event)}>
          {failure && <FailureNote failure={failure} />}
          <TextInput
            size="sm"
            required
            data-autofocus
            label={words.keyName}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <fieldset className={styles.form}>
            <legend>{words.keyScopes}</legend>
            {scopes.map((scope) => (
              <Checkbox
                key={scope}
                size="xs"
                label={words.actions[scope] ?? scope}
                checked={chosen.includes(scope)}
                onChange={(event) => turn(scope, event.currentTarget.checked)}
              />
            ))}
          </fieldset>
          <TextInput
            size="sm"
            required
            type="date"
            label={words.lastDay}
            value={lastDay}
            onChange={(event) => setLastDay(event.currentTarget.value)}
          />
          <div className={styles.line}>
            <Button size="xs" type="submit" disabled={chosen.length === 0}>
              {words.makeKey}
            </Button>
            <Button size="xs" variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
          </div>
        </form>
      )}
      {dialog}
    </Dialog>
  );
}
