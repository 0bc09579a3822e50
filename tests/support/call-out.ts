import { openWebhook } from "../../src/delivery/webhook.ts";
import type { CallOut } from "../../src/operations/send-webhook.ts";
import { openSealer } from "../../src/store/sealed-text.ts";

/** Calls of tests, which may lead to this very machine. */
export const testCallOut: CallOut = {
  port: openWebhook({ privateHosts: ["127.0.0.1"], patience: 500 }),
  sealer: openSealer({ session: "a session of tests" }),
  origin: "https://sauro.vd.gov.vn",
};
