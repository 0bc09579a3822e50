import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPublicAddress, openWebhook } from "./webhook.ts";

interface Heard {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const heard: Heard[] = [];
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, answer) => {
    void text(request).then((body) => {
      const path = request.url ?? "";
      heard.push({ path, headers: request.headers, body });
      if (path === "/hang") return;
      if (path === "/half") return void answer.writeHead(200).write("…");
      if (path === "/cut") return void answer.destroy();
      if (path === "/elsewhere") return void answer.writeHead(302, { location: `${origin}/ok` }).end();
      if (path === "/slow") return void setTimeout(() => answer.writeHead(204).end(), 150);
      const status = Number(path.slice(1)) || 200;
      answer.writeHead(status).end(status === 200 ? "" : `không nhận ${"x".repeat(1_000_000)}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this form.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const secret = `whsec_${Buffer.from("một khóa chỉ để thử, ba mươi hai").toString("base64")}`;
const at = new Date("2026-03-02T03:04:05Z");
const body = { text: "Sở Y tế: 2 việc quá hạn" };
const local = openWebhook({ privateHosts: ["127.0.0.1"], patience: 400 });
const call = (path: string) => local.call({ url: `${origin}${path}`, secret, id: "urging.52.1", at, body });

describe("a call", () => {
  it("carries the message, its name, the time, and a signature over all three", async () => {
    expect(await call("/ok")).toEqual({ ok: true, value: null });
    const last = heard.at(-1);
    if (!last) throw new Error("nothing was heard");
    const { headers, body: sent } = last;
    expect(JSON.parse(sent)).toEqual(body);
    expect(headers).toMatchObject({ "webhook-id": "urging.52.1", "webhook-timestamp": "1772420645" });
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    const signed = createHmac("sha256", key).update(`urging.52.1.1772420645.${sent}`).digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${signed}`);
    expect(JSON.stringify(headers)).not.toContain(secret);
  });

  it.each([
    ["a slow answer in time", "/slow", null],
    ["an answer that never comes", "/hang", "duty.webhook-unsent"],
    ["an answer that never ends", "/half", null],
    ["a connection that is cut", "/cut", "duty.webhook-unsent"],
    ["a server in trouble", "/500", "duty.webhook-unsent"],
    ["a server that is not there for a while", "/503", "duty.webhook-unsent"],
    ["too many calls", "/429", "duty.webhook-unsent"],
    ["a refusal", "/403", "duty.webhook-refused"],
    ["an address that is gone", "/410", "duty.webhook-refused"],
    ["a redirect, which is not followed", "/elsewhere", "duty.webhook-refused"],
  ])("%s", async (_, path, code) => {
    const before = heard.length;
    const done = await call(path);
    expect(done.ok ? null : done.failure.code).toBe(code);
    expect(heard.length).toBe(before + 1);
    if (!done.ok) expect(String(done.failure.detail.said).length).toBeLessThan(250);
  });

  it("to a port on which nobody listens may be tried later", async () => {
    const done = await local.call({ url: "http://127.0.0.1:9/", secret, id: "1", at, body });
    expect(done).toMatchObject({
      failure: { code: "duty.webhook-unsent", detail: { said: "ECONNREFUSED" } },
    });
  });
});

describe("an address inside the own network", () => {
  const strict = openWebhook({ privateHosts: [], patience: 400 });
  it.each([
    ["this machine, by number", "https://127.0.0.1/"],
    ["this machine, by name", "https://localhost/"],
    ["this machine, in the sixth version", "https://[::1]/"],
    ["this machine, as one number", "https://2130706433/"],
    ["the address of a cloud's own data", "https://169.254.169.254/latest/"],
    ["an office network", "https://192.168.1.10/"],
    ["no TLS", "http://example.gov.vn/"],
  ])("is not called: %s", async (_, url) => {
    const before = heard.length;
    expect(await strict.call({ url, secret, id: "1", at, body })).toMatchObject({
      failure: { code: "duty.webhook-refused" },
    });
    expect(heard.length).toBe(before);
  });

  it.each([
    ["8.8.8.8", true],
    ["2001:4860:4860::8888", true],
    ["10.1.2.3", false],
    ["172.31.255.255", false],
    ["172.32.0.1", true],
    ["100.64.0.1", false],
    ["::ffff:10.0.0.1", false],
    ["::ffff:8.8.8.8", true],
    ["fd00::1", false],
    ["fe80::1", false],
    ["::", false],
    ["không phải địa chỉ", false],
  ])("%s is one of the world's: %s", (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});
