import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { WebhookAnswer, WebhookRequest } from "../../contract/urging.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { urgingSettingsWords } from "../../domain/language/web-urging-settings.ts";
import { useProof } from "../accounts/use-proof.tsx";
import { ask, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import { useMay } from "../session.ts";
import styles from "./Settings.module.css";

/** The program of others that messages are handed to; its secret is shown once. For who looks after keys. */
export function Webhook() {
  const may = useMay("manage-keys");
  const webhook = useQuery({
    queryKey: ["webhook"],
    queryFn: () => fetchAnswer<WebhookAnswer>(apiPaths.webhook),
    ...{ staleTime: 0, enabled: may },
  });
  return webhook.data ? <WebhookForm webhook={webhook.data} key={webhook.data.url ?? ""} /> : null;
}

function WebhookForm({ webhook }: { webhook: WebhookAnswer }) {
  const words = useWords(urgingSettingsWords);
  const queries = useQueryClient();
  const [url, setUrl] = useState(webhook.url ?? "");
  const [taken, setTaken] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { asProved, dialog } = useProof();
  const save = async (renew: boolean) => {
    setTaken(false);
    const newest = await ask<WebhookAnswer>("GET", apiPaths.webhook);
    if (!newest.ok) return setFailure(newest.failure);
    const request: WebhookRequest = { url: url.trim() || null, renew, version: newest.value.version };
    const answer = await asProved(() => ask<WebhookAnswer>("PUT", apiPaths.webhook, request));
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    queries.setQueryData(["webhook"], answer.value);
    await queries.invalidateQueries({ queryKey: ["urging"] });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(false);
  };
  const call = async () => {
    const answer = await ask("POST", apiPaths.webhookTrial);
    setFailure(answer.ok ? null : answer.failure);
    setTaken(answer.ok);
  };
  return (
    <section className={styles.part}>
      <h2 className="subtitle">{words.webhook}</h2>
      <p className="small muted">{words.webhookText}</p>
      <p>{webhook.url === null ? words.webhookOff : words.webhookOn}</p>
      {failure && <FailureNote failure={failure} />}
      {dialog}
      {webhook.secret !== null && (
        <div role="status">
          <p>{words.webhookOnce}</p>
          <p className={styles.secret}>{webhook.secret}</p>
        </div>
      )}
      <form className={styles.part} onSubmit={submit} noValidate>
        <TextInput
          size="sm"
          className={styles.narrow}
          label={words.webhookUrl}
          placeholder="https://"
          maxLength={500}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <div className={styles.line}>
          <Button size="xs" variant="default" type="submit">
            {words.webhookSave}
          </Button>
          {webhook.url !== null && (
            <>
              <Button size="xs" variant="default" onClick={() => void call()}>
                {words.webhookTrial}
              </Button>
              <button type="button" className="link-button" onClick={() => void save(true)}>
                {words.webhookRenew}
              </button>
            </>
          )}
          {taken && <span role="status">{words.webhookTaken}</span>}
        </div>
      </form>
    </section>
  );
}
