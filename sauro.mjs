#!/usr/bin/env node
// The one door of the program: `npm start`, `npm test`, `npm run check`, `npm run prove` and `sauro <command>` come
// through here.
// It installs what is missing, finds Node 24, builds when sources are newer, and hands over. Plain JavaScript for
// Node 20 and later, without any package, because it runs before there are any.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import module from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const checkout = dirname(fileURLToPath(import.meta.url));
const packages = join(checkout, "node_modules");
/** Our own marks and caches, where no tool looks and nothing is committed. */
const workshop = join(packages, ".sauro");
const neededNode = 24;
const started = Date.now();

class Refusal extends Error {}

async function main() {
  const [command = "--help", ...args] = process.argv.slice(2);
  ensureInstalled();
  if (command === "test") return run(["scripts/start-tests.ts", ...args]);
  if (command === "verify") return run(["scripts/check.ts", ...args]);
  if (command === "prove") return run(["scripts/start-prove.ts", ...args]);
  ensureBuilt();
  if (command === "build") return;
  const program = join(checkout, "dist", "main.js");
  if (majorOf(process.versions.node) >= neededNode) {
    process.argv[1] = program;
    module.enableCompileCache?.(join(workshop, "compile-cache"));
    await import(pathToFileURL(program).href);
  } else await run([program, command, ...args], { NODE_COMPILE_CACHE: join(workshop, "compile-cache") });
}

// ── Installing ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Installs the packages of the lock file unless exactly they are there. */
function ensureInstalled() {
  const lockText = readFileSync(join(checkout, "package-lock.json"), "utf8");
  const wanted = createHash("sha256")
    .update(lockText)
    .update(process.platform + process.arch)
    .digest("hex");
  const mark = join(workshop, "installed");
  if (readOrNull(mark) === wanted) return;
  alone(() => {
    if (readOrNull(mark) === wanted) return;
    const lock = JSON.parse(lockText);
    if (findDifference(lock) !== null) {
      say(
        "Đang cài các gói cần thiết (lần đầu, khoảng nửa phút)…",
        "Installing the packages needed (first time, about half a minute)…",
      );
      runNpm();
      const difference = findDifference(lock);
      if (difference !== null)
        throw new Refusal(
          `Cài đặt chưa đúng với package-lock.json: ${difference}. Đề nghị chạy lại.\n` +
            `What was installed differs from package-lock.json: ${difference}. Please run again.`,
        );
    }
    writeFileSync(mark, wanted);
  });
}

/**
 * Not `npm ci`: it insists on entries for packages of other platforms that a registry may not offer, and empties the
 * folder under the feet of a running program. `npm install` takes the versions of the lock file; `findDifference` proves it.
 */
function runNpm() {
  const options = ["install", "--no-save", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const quiet = ["--no-progress", "--loglevel=error"];
  const npm = findNpm();
  const env = { ...process.env, NODE_ENV: "" };
  if (!canWriteHome()) env.npm_config_cache = join(tmpdir(), `sauro-npm-${process.getuid?.() ?? 0}`);
  const done = spawnSync(npm.program, [...npm.words, ...options, ...quiet], {
    cwd: checkout,
    stdio: ["ignore", 2, 2],
    env,
    shell: npm.shell,
  });
  if (done.status !== 0)
    throw new Refusal(
      "Không cài được các gói cần thiết. Đề nghị kiểm tra mạng và quyền ghi vào thư mục chương trình, rồi chạy lại.\n" +
        "The packages could not be installed. Please check the network and that this folder may be written, and run again.",
    );
}

function findNpm() {
  const node = dirname(process.execPath);
  const scripts = [
    process.env.npm_execpath,
    join(node, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    join(node, "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  const script = scripts.find((path) => path?.endsWith("npm-cli.js") && existsSync(path));
  if (script) return { program: process.execPath, words: [script], shell: false };
  return { program: "npm", words: [], shell: process.platform === "win32" };
}

function canWriteHome() {
  try {
    accessSync(process.env.HOME ?? process.env.USERPROFILE ?? "", constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** What is installed otherwise than the lock file says, or null when nothing is. */
function findDifference(lock) {
  const text = readOrNull(join(packages, ".package-lock.json"));
  if (text === null) return "node_modules";
  const installed = JSON.parse(text).packages;
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === "") continue;
    const found = installed[path];
    if (found === undefined ? !entry.optional && !entry.devOptional : found.version !== entry.version)
      return path;
    if (
      found?.integrity !== undefined &&
      entry.integrity !== undefined &&
      found.integrity !== entry.integrity
    )
      return path;
    if (found !== undefined && !existsSync(join(checkout, path, "package.json"))) return path;
  }
  return Object.keys(installed).find((path) => !(path in lock.packages) && !installed[path].optional) ?? null;
}

// ── Building ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Builds `dist/` unless it was built from these very sources. */
function ensureBuilt() {
  const mark = join(checkout, "dist", ".built-from");
  if (readOrNull(mark) === sourcesMark()) return;
  alone(() => {
    const sources = sourcesMark();
    if (readOrNull(mark) === sources) return;
    say(
      "Đang chuẩn bị chương trình (sau mỗi lần cập nhật, vài giây)…",
      "Building the program (after each update, a few seconds)…",
    );
    const done = spawnSync(findNode(), ["scripts/build.ts", sources], {
      cwd: checkout,
      stdio: ["ignore", 2, 2],
    });
    if (done.status !== 0)
      throw new Refusal(
        "Không dựng được chương trình; lỗi ở trên.\nThe program could not be built; the error is above.",
      );
  });
}

/** Changes when a source file is added, removed, or written; tests are no sources. */
function sourcesMark() {
  const digest = createHash("sha256");
  const take = (path) => {
    const { size, mtimeMs } = statSync(path);
    digest.update(`${path}\0${size}\0${mtimeMs}\n`);
  };
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (!/\.test\.tsx?$/.test(entry.name)) take(path);
    }
  };
  walk(join(checkout, "src"));
  // What prints the sample is built in; its facts are read when they are asked for.
  walk(join(checkout, "samples"));
  for (const name of readdirSync(join(checkout, "scripts")))
    if (name.endsWith(".ts")) take(join(checkout, "scripts", name));
  take(join(checkout, "package-lock.json"));
  return digest.digest("hex");
}

// ── Handing over ────────────────────────────────────────────────────────────────────────────────────────────────────

function findNode() {
  if (majorOf(process.versions.node) >= neededNode) return process.execPath;
  const system = process.platform === "win32" ? "win" : process.platform;
  const file = process.platform === "win32" ? "node.exe" : "node";
  const names = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`];
  const found = names.map((name) => join(packages, name, "bin", file)).find((path) => existsSync(path));
  if (found) return found;
  throw new Refusal(
    `Cần Node.js ${neededNode} trở lên (máy đang có ${process.versions.node}). Đề nghị cài từ nodejs.org.\n` +
      `Node.js ${neededNode} or newer is needed (this is ${process.versions.node}). Please install it from nodejs.org.`,
  );
}

/** Runs a script under Node 24 with our input and output, passes signals on, and ends as it ends. */
function run(words, environment = {}) {
  const [script, ...args] = words;
  const child = spawn(findNode(), [join(checkout, script.replace(checkout, "")), ...args], {
    // The channel tells the program of our death, even a sudden one.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...environment },
  });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      for (const name of signals) process.off(name, pass);
      if (signal) process.kill(process.pid, signal);
      process.exitCode = code ?? 1;
      resolve();
    });
  });
}

/** Does work while no other start of the program in this folder does any. */
function alone(work) {
  try {
    mkdirSync(workshop, { recursive: true });
  } catch (error) {
    throw new Refusal(
      `Không ghi được vào ${checkout} (${error.code}). Đề nghị cấp quyền ghi, hoặc chạy một lần bằng tài khoản có quyền.\n` +
        `${checkout} cannot be written to (${error.code}). Please allow it, or run once from an account that may.`,
    );
  }
  const lock = join(workshop, "busy");
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const holder = Number(readOrNull(lock) || process.pid);
      const isOld = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? started) > 10_000;
      if (holder === process.pid ? isOld : !isAlive(holder)) rmSync(lock, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function readOrNull(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function majorOf(version) {
  return Number.parseInt(version, 10);
}

function say(vietnamese, english) {
  process.stderr.write(`${vietnamese}\n${english}\n`);
}

try {
  if (majorOf(process.versions.node) < 20)
    throw new Refusal("Cần Node.js 20 trở lên.\nNode.js 20 or newer is needed.");
  await main();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
