import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Console } from "../cli/console.ts";
import { fail, type Result } from "../domain/basics/result.ts";
import { readSettings, type Settings } from "../settings.ts";
import type { EngineRequest } from "../store/engine.ts";

/** What the program gets from outside: found out by `main.ts`, handed to each command. */
export interface World extends Console {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder of the checkout: `package.json`, `data/` and `node_modules/` are in it. */
  readonly checkout: string;
  /** Folder of the program's own files: `dist/` when built, `src/` when not. */
  readonly programFolder: string;
  readonly version: string;
  readonly clock: () => Date;
  /** Columns of the terminal. */
  readonly width: number;
}

/** The settings of the environment. Fails with `setting.…`. */
export function settingsOf(world: World): Result<Settings> {
  return readSettings(world.environment, world.checkout);
}

/** What the embedded database needs to know. */
export function engineRequest(world: World, settings: Settings): EngineRequest {
  return {
    checkout: world.checkout,
    dataFolder: settings.dataFolder,
    identity: settings.dataFolderChosen ? settings.dataFolder : world.checkout,
    searchPath: world.environment.PATH ?? "",
  };
}

/** The folder of the numbered schema steps, beside the built program or in the sources. */
export function migrationsFolder(world: World): string {
  const built = join(world.programFolder, "migrations");
  return existsSync(built) ? built : join(world.programFolder, "store", "migrations");
}

/** A file of `data/`, as text. */
export function dataFile(world: World, name: string): string {
  return readFileSync(join(world.checkout, "data", name), "utf8");
}

/** Names an error of opening a port; another error is a bug and thrown. */
export function explainListenError(error: unknown, settings: Settings): Result<never> {
  const code = error instanceof Error && "code" in error ? error.code : null;
  const { port, host } = settings;
  switch (code) {
    case "EADDRINUSE":
      return fail("server.port-taken", { port: String(port), other: String(port < 65000 ? port + 1 : 3001) });
    case "EACCES":
      return fail("server.port-forbidden", { port: String(port) });
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return fail("server.no-such-address", { host });
    default:
      throw error;
  }
}

/** The program as it names itself. */
export function programOf(world: World): { version: string; node: string; platform: string } {
  return {
    version: world.version,
    node: process.versions.node,
    platform: `${process.platform}-${process.arch}`,
  };
}

/** A signal, or the death of the process that started us and holds our channel. */
export function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
    process.on("disconnect", () => resolve());
    process.channel?.unref();
  });
}

/** An error that nobody expected, whole, with what caused it. */
export function describeBug(error: unknown, now: Date): string {
  const causes: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    causes.push(cause.stack ?? cause.message);
  return `${now.toISOString()} ${causes.length > 0 ? causes.join("\n  caused by ") : String(error)}`;
}
