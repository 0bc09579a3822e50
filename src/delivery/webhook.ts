import { createHmac } from "node:crypto";
import { lookup } from "node:dns";
import { request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { fail, type Result, succeed } from "../domain/basics/result.ts";

/** A call to be made. */
export interface WebhookCall {
  readonly url: string;
  /** "whsec_" and base64. */
  readonly secret: string;
  /** The same for the same message however often it is tried, so that whoever is called can leave out what he had. */
  readonly id: string;
  readonly at: Date;
  readonly body: object;
}

/** Calls a program of others; `openWebhook` makes it. */
export interface WebhookPort {
  /**
   * Hands over a message as JSON. Fails with `duty.webhook-refused` when trying again is of no use (an answer of the 400s,
   * a redirect, an address that may not be called), and with `duty.webhook-unsent` when it may be tried later.
   */
  readonly call: (call: WebhookCall) => Promise<Result<null>>;
}

/** Addresses of this machine and of networks that the world does not see (RFC 6890, RFC 4193), told one by one. */
const notPublic = new BlockList();
for (const [network, bits] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
  ] as const),
  ...([
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
  ] as const),
  ...([
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
])
  notPublic.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ...([
    ["::", 127],
    ["64:ff9b:1::", 48],
    ["100::", 64],
    ["2001:db8::", 32],
    ["fc00::", 7],
    ["fe80::", 10],
  ] as const),
  ...([["ff00::", 8]] as const),
])
  notPublic.addSubnet(network, bits, "ipv6");

/** Whether an address is one of the world's; one of version 4 inside one of version 6 is judged as what it is. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const version = isIP(plain);
  return version !== 0 && !notPublic.check(plain, version === 4 ? "ipv4" : "ipv6");
}

/** How long (ms) a call may take, from looking up the name to the end of the answer. */
const usualPatience = 10_000;

/** Characters of an answer that are kept for whoever looks for the reason. */
const mostSaid = 200;

/**
 * Makes calls by HTTPS, signed as Standard Webhooks 1.0 has it (HMAC-SHA256 over id, time and body). What a name leads to
 * is checked at the very look-up that the connection uses, so that no second answer can lead elsewhere. `privateHosts` are
 * names or addresses that whoever installed the program lets it call inside its own network, without TLS too.
 */
export function openWebhook({
  privateHosts,
  patience = usualPatience,
}: {
  readonly privateHosts: readonly string[];
  readonly patience?: number;
}): WebhookPort {
  return {
    call: async ({ url, secret, id, at, body }) => {
      const target = new URL(url);
      const host = target.hostname.replace(/^\[|\]$/g, "");
      const isTrusted = privateHosts.includes(host);
      const refuse = (said: string) => fail("duty.webhook-refused", { host, said });
      if (target.protocol !== "https:" && !isTrusted) return refuse("http:");
      if (!isTrusted && isIP(host) !== 0 && !isPublicAddress(host)) return refuse(host);
      const text = JSON.stringify(body);
      const time = String(Math.floor(at.getTime() / 1000));
      const answer = await post(target, {
        ...{ text, patience, lookUp: isTrusted ? undefined : publicLookup },
        headers: {
          ...{ "content-type": "application/json; charset=utf-8", "user-agent": "Sau-Ro" },
          ...{ "webhook-id": id, "webhook-timestamp": time },
          "webhook-signature": signatureOf({ id, time, text, secret }),
        },
      });
      if ("trouble" in answer)
        return answer.trouble === notPublicCode
          ? refuse(answer.trouble)
          : fail("duty.webhook-unsent", { host, said: answer.trouble });
      const { status } = answer;
      if (status >= 200 && status < 300) return succeed(null);
      const said = `${status} ${answer.said}`.trim();
      // Too early, too many, took too long: later it may do. Any other answer of the 300s and 400s stays what it is.
      const isLater = status >= 500 || [408, 425, 429].includes(status);
      return isLater ? fail("duty.webhook-unsent", { host, said }) : refuse(said);
    },
  };
}

/** The signature of a call: "v1," and base64. */
export function signatureOf(call: {
  readonly id: string;
  readonly time: string;
  readonly text: string;
  readonly secret: string;
}): string {
  const key = Buffer.from(call.secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${call.id}.${call.time}.${call.text}`).digest("base64")}`;
}

const notPublicCode = "ENOTPUBLIC";

/** Looks a name up and gives the address only when it is one of the world's. */
const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, "", 0);
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
      return done(Object.assign(new Error(notPublicCode), { code: notPublicCode }), "", 0);
    return options.all ? done(null, addresses) : done(null, first.address, first.family);
  });
};

/** Posts a text and gives the status with the beginning of the answer, or what stood in the way. Follows no redirect. */
function post(
  target: URL,
  how: {
    readonly text: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly patience: number;
    readonly lookUp: LookupFunction | undefined;
  },
): Promise<{ readonly status: number; readonly said: string } | { readonly trouble: string }> {
  const { text, headers, patience, lookUp } = how;
  return new Promise((resolve) => {
    const ask = target.protocol === "https:" ? tlsRequest : plainRequest;
    const request = ask(
      target,
      {
        ...{ method: "POST", headers: { ...headers, "content-length": Buffer.byteLength(text) } },
        ...{ signal: AbortSignal.timeout(patience), agent: false },
        ...(lookUp && { lookup: lookUp }),
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        // It was taken; nobody waits for what else is said.
        if (status >= 200 && status < 300) {
          resolve({ status, said: "" });
          return void answer.destroy();
        }
        let said = "";
        const over = () => {
          resolve({ status, said: said.replace(/\s+/g, " ").slice(0, mostSaid) });
          answer.destroy();
        };
        answer.setEncoding("utf8");
        answer.on("data", (part: string) => {
          said += part;
          if (said.length >= mostSaid) over();
        });
        answer.on("end", over);
        answer.on("error", over);
      },
    );
    request.on("error", (error: Error & { code?: string }) =>
      resolve({
        trouble:
          error.name === "TimeoutError" || error.name === "AbortError"
            ? "timeout"
            : (error.code ?? error.message),
      }),
    );
    request.end(text);
  });
}
