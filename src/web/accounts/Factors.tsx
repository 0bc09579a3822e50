import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AccountAnswer, AppBegun, PasskeyOptions, WrittenCodes } from "../../contract/account.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure, Result } from "../../domain/basics/result.ts";
import { ownAccountWords } from "../../domain/language/web-own-account.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { sayMoment } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";
import styles from "./Account.module.css";
import { CodesDialog, EnrolApp } from "./EnrolApp.tsx";
import { canUsePasskeys, makePasskey } from "./passkey.ts";
import { useProof } from "./use-proof.tsx";

/** App and passkeys of the own account: set up, renew, take away. `onChange` is called after each change. */
export function Factors(props: { readonly account: AccountAnswer; readonly onChange: () => void }) {
  const words = useWords(ownAccountWords).factors;
  const { asProved, dialog } = useProof();
  const [failure, setFailure] = useState<Failure | null>(null);
  const did = (answer: Result<unknown>) => {
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) props.onChange();
  };
  const parts = { account: props.account, asProved, did, onFailure: setFailure };
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      <h3 className="subtitle">{words.app}</h3>
      <p className="muted">{words.appText}</p>
      <AppFactor {...parts} />
      <h3 className="subtitle">{words.passkeys}</h3>
      <p className="muted">{words.passkeysText}</p>
      <Passkeys {...parts} />
      {dialog}
    </>
  );
}

interface FactorProps {
  readonly account: AccountAnswer;
  readonly asProved: ReturnType<typeof useProof>["asProved"];
  readonly did: (answer: Result<unknown>) => void;
  readonly onFailure: (failure: Failure | null) => void;
}

function AppFactor({ account, asProved, did, onFailure }: FactorProps) {
  const words = useWords(ownAccountWords).factors;
  const queries = useQueryClient();
  const [begun, setBegun] = useState<AppBegun | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const begin = async () => {
    const answer = await asProved(() => ask<AppBegun>("POST", apiPaths.accountApp));
    onFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setBegun(answer.value);
  };
  const renew = async () => {
    const answer = await asProved(() => ask<WrittenCodes>("POST", apiPaths.accountCodes));
    onFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setCodes(answer.value.codes);
  };
  const remove = async () => did(await asProved(() => ask("DELETE", apiPaths.accountApp)));
  const end = () => {
    setBegun(null);
    void queries.invalidateQueries();
  };
  return (
    <div className={styles.row}>
      <strong>{account.app ? words.appOn : words.appOff}</strong>
      {account.app ? (
        <>
          <Button variant="default" onClick={() => void renew()}>
            {words.codesRenew}
          </Button>
          <Button variant="default" onClick={() => void remove()}>
            {words.appRemove}
          </Button>
        </>
      ) : (
        <Button onClick={() => void begin()}>{words.appBegin}</Button>
      )}
      {begun && <EnrolApp begun={begun} onEnd={end} />}
      {codes && <CodesDialog codes={codes} onEnd={() => setCodes(null)} />}
    </div>
  );
}

function Passkeys({ account, asProved, did, onFailure }: FactorProps) {
  const words = useWords(ownAccountWords).factors;
  const { language } = useSpeech();
  const [name, setName] = useState(words.passkeyNameDefault);
  if (!canUsePasskeys()) return <p>{words.passkeyUnsupported}</p>;
  const add = async () => {
    const options = await asProved(() => ask<PasskeyOptions>("POST", apiPaths.accountPasskeyOptions));
    if (!options.ok) return onFailure(options.failure);
    const made = await makePasskey(options.value.options);
    did(made.ok ? await ask("POST", apiPaths.accountPasskeys, { name, response: made.value }) : made);
  };
  const remove = async (id: string) =>
    did(await asProved(() => ask("DELETE", pathTo(apiPaths.accountPasskey, { id }))));
  return (
    <>
      {account.passkeys.length === 0 && <p>{words.none}</p>}
      <ul className={styles.list}>
        {account.passkeys.map((key) => (
          <li key={key.id} className={styles.entry}>
            <span>
              {key.name}{" "}
              <span className="small muted">
                {words.passkeyUsed(key.usedAt && sayMoment(key.usedAt, language))}
              </span>
            </span>
            <Button variant="default" size="compact-sm" onClick={() => void remove(key.id)}>
              {words.passkeyRemove(key.name)}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.fields}>
        <TextInput
          label={words.passkeyName}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button variant="default" disabled={name.trim() === ""} onClick={() => void add()}>
          {words.passkeyAdd}
        </Button>
      </div>
    </>
  );
}
