import { openWebhook } from "../delivery/webhook.ts";
import type { CallOut } from "../operations/send-webhook.ts";
import type { Settings } from "../settings.ts";
import { openSealer } from "../store/sealed-text.ts";
import { openSecrets } from "../store/secrets.ts";

/** How this installation calls programs of others. */
export function openCallOut(
  { webhookHosts }: Pick<Settings, "webhookHosts">,
  { dataFolder, origin }: { readonly dataFolder: string; readonly origin: string },
): CallOut {
  return {
    port: openWebhook({ privateHosts: webhookHosts }),
    sealer: openSealer(openSecrets(dataFolder)),
    origin,
  };
}
