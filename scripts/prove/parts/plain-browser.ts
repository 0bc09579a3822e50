import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import { findBrowser } from "../../../tests/support/browser.ts";

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/**
 * A browser with a profile of its own and nobody watching. The driver of the browser tests has every request tell
 * which line of which script began it, for which the browser reads the scripts a second time: times of loading are
 * taken here, by the page's own clock.
 */
export interface PlainBrowser {
  /** Milliseconds that `look`, run in the page before anything else, put into `window.proof.firstRow`. */
  readonly firstRow: (address: string) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Time enough for a page to stand, with the answers it asks for last, in milliseconds. */
const untilQuiet = 2500;

/** How often it is waited so long: a busy machine may take its time. */
const mostTurns = 8;

export async function startPlainBrowser(cookies: Cookies, look: () => void): Promise<PlainBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "sauro-profile-"));
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const child = spawn(
    findBrowser() ?? "",
    [
      ...flags,
      "--no-first-run",
      "--window-size=1366,768",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const over = new Promise((resolve) => child.once("close", resolve));
  const send = await connect(await addressSaid(child.stderr));
  await send("Storage.setCookies", { cookies });
  return {
    firstRow: async (address) => {
      const { targetId } = await send("Target.createTarget", { url: "about:blank" });
      const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
      const size = { width: 1366, height: 768, deviceScaleFactor: 1, mobile: false };
      await send("Emulation.setDeviceMetricsOverride", size, sessionId);
      await send("Page.enable", {}, sessionId);
      await send("Page.addScriptToEvaluateOnNewDocument", { source: `(${look})()` }, sessionId);
      await send("Page.navigate", { url: address }, sessionId);
      const expression = "window.proof.firstRow";
      let shown = 0;
      for (let turn = 0; turn < mostTurns && !(shown > 0); turn++) {
        await wait(untilQuiet);
        shown = Number((await send("Runtime.evaluate", { expression }, sessionId)).result.value);
      }
      await send("Target.closeTarget", { targetId });
      if (!(shown > 0)) throw new Error(`no row was shown within ${(mostTurns * untilQuiet) / 1000} s`);
      return shown;
    },
    close: async () => {
      child.kill();
      await over;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function addressSaid(stream: NodeJS.ReadableStream): Promise<string> {
  let said = "";
  for await (const part of stream) {
    said += String(part);
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
    if (address) return address;
  }
  throw new Error(`the browser did not start: ${said}`);
}

/** What the answers used here hold; each command of the protocol gives its own part. */
interface Answer {
  readonly targetId: string;
  readonly sessionId: string;
  readonly result: { readonly value: unknown };
}

/** Opens the browser's own protocol; the answer sends one command and waits for what it gives. */
async function connect(
  address: string,
): Promise<(method: string, params: object, sessionId?: string) => Promise<Answer>> {
  const socket = new WebSocket(address);
  await new Promise((resolve) => socket.addEventListener("open", resolve, { once: true }));
  const asked = new Map<number, { give: (answer: Answer) => void; fail: (reason: Error) => void }>();
  socket.addEventListener("message", ({ data }) => {
    const said = JSON.parse(String(data)) as { id?: number; result: Answer; error?: { message: string } };
    const one = asked.get(said.id ?? 0);
    if (said.error) one?.fail(new Error(said.error.message));
    else one?.give(said.result);
  });
  let last = 0;
  return (method, params, sessionId) =>
    new Promise((give, fail) => {
      asked.set(++last, { give, fail });
      socket.send(JSON.stringify({ id: last, method, params, sessionId }));
    });
}
