import { Button, PasswordInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure, Result } from "../../domain/basics/result.ts";
import { accountWords } from "../../domain/language/web-accounts.ts";
import { ownAccountWords } from "../../domain/language/web-own-account.ts";
import { ask } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import styles from "./Door.module.css";
import { canUsePasskeys, showPasskey } from "./passkey.ts";

/**
 * For what changes rights, keys or factors: asks the server, and when that wants a new proof of who sits there, asks the
 * person for it and then the server again. `dialog` has to stand somewhere in the place.
 */
export function useProof(): {
  readonly asProved: <T>(request: () => Promise<Result<T>>) => Promise<Result<T>>;
  readonly dialog: ReactNode;
} {
  const [waiting, setWaiting] = useState<((proved: boolean) => void) | null>(null);
  return {
    asProved: async (request) => {
      const answer = await request();
      if (answer.ok || answer.failure.code !== "account.proof-needed") return answer;
      const proved = await new Promise<boolean>((resolve) => setWaiting(() => resolve));
      setWaiting(null);
      return proved ? request() : answer;
    },
    dialog: waiting && <ProofDialog onEnd={waiting} />,
  };
}

function ProofDialog({ onEnd }: { onEnd: (proved: boolean) => void }) {
  const words = useWords(ownAccountWords).proof;
  const door = useWords(accountWords);
  const [password, setPassword] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const end = (answer: Result<unknown>) => {
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) onEnd(true);
  };
  const byPassword = async (event: FormEvent) => {
    event.preventDefault();
    if (password !== "") end(await ask("POST", apiPaths.sessionProof, { password }));
  };
  const byPasskey = async () => {
    const shown = await showPasskey();
    end(shown.ok ? await ask("POST", apiPaths.sessionProofPasskey, { response: shown.value }) : shown);
  };
  return (
    <Dialog title={words.title} onClose={() => onEnd(false)}>
      <form className={styles.fields} onSubmit={(event) => void byPassword(event)}>
        <p>{words.text}</p>
        {failure && <FailureNote failure={failure} />}
        <PasswordInput
          data-autofocus
          label={words.password}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ "aria-label": door.showPassword }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit">{words.confirm}</Button>
        {canUsePasskeys() && (
          <Button variant="default" onClick={() => void byPasskey()}>
            {words.passkey}
          </Button>
        )}
      </form>
    </Dialog>
  );
}
