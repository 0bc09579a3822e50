import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkout, makeDataFolder } from "./server.ts";

/** What a program that ran to its end said. */
export interface ProgramRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real program, serving. */
export interface ServedProgram {
  readonly origin: string;
  /** The one-time link of the first administrator; null when there is one. */
  readonly setupLink: string | null;
  readonly dataFolder: string;
  readonly process: ChildProcess;
  /** Stops it in order and, when it made its own data folder, removes that. */
  readonly stop: () => Promise<ProgramRun>;
}

type Environment = Readonly<Record<string, string>>;

const patience = 60_000;

/** Runs a command of the program, unbuilt, to its end. */
export async function runProgram(
  words: readonly string[],
  environment: Environment = {},
): Promise<ProgramRun> {
  return ending(launch(words, environment));
}

/** Serves on a free port of its own and its own data folder, unless the environment names others; `words` are options of the command. */
export async function serveProgram(
  environment: Environment = {},
  words: readonly string[] = [],
): Promise<ServedProgram> {
  const ownFolder = environment.SAURO_DATA === undefined ? makeDataFolder() : null;
  const dataFolder = environment.SAURO_DATA ?? ownFolder ?? "";
  const child = launch(["serve", ...words], { SAURO_PORT: "0", ...environment, SAURO_DATA: dataFolder });
  const end = ending(child);
  const said = await saidUntil(child, end, /is running: (\S+)\n(?:.*Make the first[^\n]*\n\s*(\S+)\n)?/);
  return {
    origin: said[1] ?? "",
    setupLink: said[2] ?? null,
    dataFolder,
    process: child,
    stop: async () => {
      child.kill("SIGTERM");
      const run = await end;
      if (ownFolder !== null) rmSync(ownFolder, { recursive: true, force: true });
      return run;
    },
  };
}

/** Whether a process lives; one that has ended and waits to be noticed does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}

function launch(words: readonly string[], environment: Environment): ChildProcess {
  const own = Object.entries(process.env).filter(([name]) => !/^(SAURO_|DATABASE_|NODE_|VITEST)/.test(name));
  return spawn(process.execPath, [join(checkout, "src/main.ts"), ...words], {
    env: { ...Object.fromEntries(own), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function ending(child: ChildProcess): Promise<ProgramRun> {
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
    });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said })));
}

/** Waits until the program has said what is looked for; it may add to it for a moment. */
async function saidUntil(
  child: ChildProcess,
  end: Promise<ProgramRun>,
  pattern: RegExp,
): Promise<RegExpExecArray> {
  let text = "";
  const said = new Promise<void>((resolve) => {
    child.stdout?.on("data", (part: string) => {
      text += part;
      // All lines about where it runs are printed one after the other; a busy machine may take a moment for it.
      if (pattern.exec(text)?.[2]) resolve();
      else if (pattern.test(text)) setTimeout(resolve, 1000);
    });
  });
  const tired = new Promise<"tired">((resolve) => setTimeout(() => resolve("tired"), patience).unref());
  const outcome = await Promise.race([said, end, tired]);
  const match = pattern.exec(text);
  if (match !== null) return match;
  child.kill("SIGKILL");
  throw new Error(`the program did not serve: ${outcome === "tired" ? "no answer" : outcome?.stderr}`);
}
