// How long the program takes to stand: first start on an empty data folder, second start, start after being killed,
// and what the door (sauro.mjs) adds to a command. Each from the call to the first answer of /healthz.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const door = join(checkout, "sauro.mjs");
const most = { second: 5, door: 0.5 };

interface Start {
  readonly seconds: number;
  readonly child: ChildProcess;
}

async function serve(data: string): Promise<Start> {
  const begun = performance.now();
  const child = spawn(process.execPath, [door, "serve"], {
    env: { ...process.env, SAURO_DATA: data, SAURO_PORT: "0" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let said = "";
  for await (const part of child.stdout.setEncoding("utf8")) {
    said += part;
    const origin = /is running: (\S+)/.exec(said)?.[1];
    if (origin === undefined) continue;
    await fetch(new URL("/healthz", origin));
    return { seconds: (performance.now() - begun) / 1000, child };
  }
  throw new Error(`the program ended without serving: ${said}`);
}

async function end({ child }: Start, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

function secondsOf(work: () => void): number {
  const begun = performance.now();
  work();
  return (performance.now() - begun) / 1000;
}

function version(): void {
  spawnSync(process.execPath, [door, "--version"]);
}

const data = mkdtempSync(join(tmpdir(), "sauro-prove-"));
chmodSync(data, 0o755);
version();
const first = await serve(data);
await end(first, "SIGTERM");
const second = await serve(data);
await end(second, "SIGKILL");
const third = await serve(data);
await end(third, "SIGTERM");
rmSync(data, { recursive: true, force: true });
const versions = Array.from({ length: 5 }, () => secondsOf(version)).sort((a, b) => a - b);
const doorSeconds = versions[2] ?? Number.NaN;

const rows = [
  ["first start, empty data folder", first.seconds, "–"],
  ["second start", second.seconds, `${most.second} s`],
  ["start after kill -9", third.seconds, `${most.second} s`],
  ["`sauro --version`, median of 5", doorSeconds, `${most.door} s`],
] as const;
const table = [
  "# Starting",
  "",
  `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}; packages installed, program built.`,
  "From the call of `sauro.mjs` to the first answer.",
  "",
  "| what | measured | most |",
  "|---|---|---|",
  ...rows.map(([what, seconds, limit]) => `| ${what} | ${seconds.toFixed(2)} s | ${limit} |`),
  "",
].join("\n");
writeFileSync(join(checkout, "docs/figures/start.md"), table);
console.log(table);
process.exitCode =
  second.seconds <= most.second && third.seconds <= most.second && doorSeconds <= most.door ? 0 : 1;
