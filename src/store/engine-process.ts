import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { EngineAccount } from "./engine-account.ts";
import type { EngineBinaries } from "./engine-binaries.ts";
import { socketFolderPrefix } from "./engine-owner.ts";
import { clusterName } from "./engine-place.ts";

/** How the server is bound to this process, so that it ends with it even when this process is killed. */
export type Guard = "parent-death-signal" | "pipe";

/** A running server process. */
export interface EngineProcess {
  readonly socketFolder: string;
  readonly pid: number;
  /** Settles when the server has ended, wanted or not. */
  readonly ended: Promise<void>;
  /** Asks it to stop and waits until it has: open transactions are rolled back. */
  readonly stop: () => Promise<void>;
}

const longestSocketFolder = 107 - "/.s.PGSQL.5432".length;
const largestLog = 10_000_000;

/** The guard that this machine has. */
export function chooseGuard(): Guard {
  const run = spawnSync("setpriv", ["--pdeathsig", "INT", "true"], { stdio: "ignore" });
  return run.status === 0 ? "parent-death-signal" : "pipe";
}

/** A private folder with a short name for the socket: its whole path may have 107 bytes at most. */
export function makeSocketFolder(temporary: string, account: EngineAccount | null): string {
  const parent = Buffer.byteLength(temporary) + 16 > longestSocketFolder ? "/tmp" : temporary;
  const folder = mkdtempSync(join(parent, socketFolderPrefix));
  if (account !== null) chownSync(folder, account.uid, account.gid);
  return folder;
}

/**
 * Makes a cluster in the data folder, whole or not at all: an interrupted attempt is thrown away by the next. Text is
 * UTF-8; letters are known by Unicode, and the default order is that of code points, the same on every machine
 * (Vietnamese order is asked for by the query). Fails with `database.disk-full` or `database.cannot-create`.
 */
export function createCluster(request: {
  readonly folder: string;
  readonly binaries: EngineBinaries;
  readonly account: EngineAccount | null;
  readonly superuser: string;
  readonly password: string;
}): Result<null> {
  const { folder, binaries, account } = request;
  const half = join(folder, `${clusterName}.new`);
  const passwordFolder = makeSocketFolder("/tmp", account);
  const passwordFile = join(passwordFolder, "password");
  writeFileSync(passwordFile, request.password, { mode: 0o600 });
  if (account !== null) chownSync(passwordFile, account.uid, account.gid);
  let complaint = "";
  try {
    for (const locale of localeChoices(binaries.major)) {
      rmSync(half, { recursive: true, force: true });
      mkdirSync(half, { mode: 0o700 });
      if (account !== null) chownSync(half, account.uid, account.gid);
      const options = [
        "-D",
        half,
        "-U",
        request.superuser,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
      ];
      const run = spawnSync(
        join(binaries.folder, "initdb"),
        [...options, "--encoding=UTF8", "--data-checksums", "--no-instructions", ...locale],
        { encoding: "utf8", ...childOptions(account) },
      );
      if (run.status === 0) {
        renameSync(half, join(folder, clusterName));
        return succeed(null);
      }
      complaint = run.stderr || String(run.error ?? "");
    }
    rmSync(half, { recursive: true, force: true });
    return isDiskFull(complaint)
      ? fail("database.disk-full", { folder })
      : fail("database.cannot-create", { reason: lastLine(complaint) });
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true });
  }
}

/**
 * Starts the server of a cluster and waits until it takes connections; after a crash it first recovers by itself.
 * `parameters` are added to its command line. Fails with `database.in-use`, `.disk-full`, `.other-version` or
 * `.cannot-start`.
 */
export async function startProcess(request: {
  readonly folder: string;
  readonly binaries: EngineBinaries;
  readonly account: EngineAccount | null;
  readonly guard: Guard;
  readonly temporary: string;
  readonly parameters: readonly string[];
}): Promise<Result<EngineProcess>> {
  const { folder, account } = request;
  const cluster = join(folder, clusterName);
  const socketFolder = makeSocketFolder(request.temporary, account);
  const logPath = join(folder, "database.log");
  if (existsSync(logPath) && statSync(logPath).size > largestLog) truncateSync(logPath);
  const log = openSync(logPath, "a", 0o600);
  const logBegin = statSync(logPath).size;
  const child = spawnGuarded(
    request,
    [
      join(request.binaries.folder, "postgres"),
      ...["-D", cluster, "-c", "listen_addresses=", "-c", `unix_socket_directories=${socketFolder}`],
      ...["-c", "unix_socket_permissions=0700", "-c", "lc_messages=C", "-c", "timezone=Asia/Ho_Chi_Minh"],
      ...["-c", "max_connections=60", "-c", "jit=off", "-c", "log_timezone=Asia/Ho_Chi_Minh"],
      ...request.parameters.flatMap((parameter) => ["-c", parameter]),
    ],
    log,
  );
  closeSync(log);

  const ended = endOf(child);
  let isEnded = false;
  void ended.then(() => {
    isEnded = true;
  });
  while (!isEnded && !isReady(cluster, socketFolder)) await sleep(15);
  if (isEnded) {
    rmSync(socketFolder, { recursive: true, force: true });
    return readComplaint(readFileSync(logPath).subarray(logBegin).toString("utf8"), folder);
  }
  return succeed({
    socketFolder,
    pid: postmasterLines(cluster).pid,
    ended,
    stop: () => stopProcess(child, cluster, ended, socketFolder),
  });
}

function localeChoices(major: number): readonly (readonly string[])[] {
  const byUnicode = major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : [];
  return [
    [...byUnicode, "--locale=C.UTF-8"],
    [...byUnicode, "--locale=C"],
  ];
}

/** Its own session: Ctrl-C at the terminal must reach the program, which then stops the server in order. */
function spawnGuarded(
  request: { readonly account: EngineAccount | null; readonly guard: Guard },
  command: readonly string[],
  log: number,
): ChildProcess {
  const options = { ...childOptions(request.account), detached: true };
  if (request.guard === "parent-death-signal")
    return spawn("setpriv", ["--pdeathsig", "INT", ...command], { ...options, stdio: ["ignore", log, log] });
  // The shell stops the server when the pipe at descriptor 3 closes, which the death of this process brings about.
  const script = '"$@" 3<&- & p=$!; (read -r _ <&3; kill -INT $p) 2>/dev/null & exec 3<&-; wait $p';
  return spawn("/bin/sh", ["-c", script, "guard", ...command], {
    ...options,
    stdio: ["ignore", log, log, "pipe"],
  });
}

function childOptions(account: EngineAccount | null) {
  const path = process.platform === "win32" ? {} : { PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin" };
  const own = account === null ? {} : { uid: account.uid, gid: account.gid };
  return { cwd: "/", env: { ...path, LC_ALL: "C" }, ...own };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  });
}

/** PostgreSQL writes its state into the eighth line of this file; the fifth names the folder of the socket. */
function postmasterLines(cluster: string): { pid: number; socketFolder: string; state: string } {
  const path = join(cluster, "postmaster.pid");
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  return { pid: Number(lines[0]), socketFolder: lines[4] ?? "", state: (lines[7] ?? "").trim() };
}

function isReady(cluster: string, socketFolder: string): boolean {
  const lines = postmasterLines(cluster);
  return lines.state === "ready" && lines.socketFolder === socketFolder;
}

async function stopProcess(
  child: ChildProcess,
  cluster: string,
  ended: Promise<void>,
  socketFolder: string,
): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    const { pid } = postmasterLines(cluster);
    if (child.exitCode === null && child.signalCode === null && pid > 1) process.kill(pid, name);
  };
  signal("SIGINT");
  const hurry = globalThis.setTimeout(() => signal("SIGQUIT"), 20_000);
  await ended;
  clearTimeout(hurry);
  child.stdio[3]?.destroy();
  rmSync(socketFolder, { recursive: true, force: true });
}

function readComplaint(log: string, folder: string): Result<never> {
  if (/lock file ".*" (already exists|is empty)|pre-existing shared memory/.test(log))
    return fail("database.in-use", { folder });
  if (isDiskFull(log)) return fail("database.disk-full", { folder });
  if (/initialized by PostgreSQL version|incompatible with server/.test(log))
    return fail("database.other-version", { folder });
  return fail("database.cannot-start", { reason: lastLine(log), log: join(folder, "database.log") });
}

function isDiskFull(text: string): boolean {
  return /No space left on device|Disk quota exceeded/.test(text);
}

function lastLine(text: string): string {
  const lines = text.split("\n").filter((line) => /FATAL|PANIC|ERROR|error|fatal/.test(line));
  return (lines.at(-1) ?? text.trim().split("\n").at(-1) ?? "").slice(0, 300);
}
