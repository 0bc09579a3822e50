import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/** Who runs the database server of a data folder, and where its socket is once it runs. */
export interface EngineOwner {
  readonly pid: number;
  /** When the process began, so that a later process with the same number is not taken for it. */
  readonly began: string;
  /** Folder of the socket; null while the server is starting. */
  readonly socketFolder: string | null;
}

/** How the names of socket folders begin. */
export const socketFolderPrefix = "sauro-";

const fileName = "engine.json";

/**
 * Claims a data folder for this process. Gives null when claimed, otherwise the living process that has it. What a
 * process that died left behind is taken over.
 */
export function claimFolder(folder: string): EngineOwner | null {
  const path = join(folder, fileName);
  const claim: EngineOwner = { pid: process.pid, began: beginOf(process.pid) ?? "", socketFolder: null };
  const half = `${path}.${process.pid}`;
  writeFileSync(half, JSON.stringify(claim), { mode: 0o600 });
  try {
    for (;;) {
      if (linkIfFree(half, path)) return null;
      const owner = livingOwner(folder);
      if (owner !== null) return owner;
      leaveBehind(folder);
    }
  } finally {
    rmSync(half, { force: true });
  }
}

/** The living process that runs the server of a data folder, or null. */
export function livingOwner(folder: string): EngineOwner | null {
  const owner = readOwner(folder);
  return owner !== null && beginOf(owner.pid) === owner.began ? owner : null;
}

/** Publishes where the socket is. */
export function publishSocket(folder: string, socketFolder: string): void {
  const path = join(folder, fileName);
  const owner: EngineOwner = { pid: process.pid, began: beginOf(process.pid) ?? "", socketFolder };
  writeFileSync(`${path}.new`, JSON.stringify(owner), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Gives the folder back; removes the socket folder of whoever had it. */
export function leaveBehind(folder: string): void {
  const socketFolder = readOwner(folder)?.socketFolder;
  if (socketFolder && basename(socketFolder).startsWith(socketFolderPrefix))
    rmSync(socketFolder, { recursive: true, force: true });
  rmSync(join(folder, fileName), { force: true });
}

/** A link appears whole or not at all, so that nobody reads half a claim. */
function linkIfFree(half: string, path: string): boolean {
  try {
    linkSync(half, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function readOwner(folder: string): EngineOwner | null {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, fileName), "utf8"));
    return isOwner(value) ? value : null;
  } catch {
    return null;
  }
}

function isOwner(value: unknown): value is EngineOwner {
  return (
    typeof value === "object" &&
    value !== null &&
    "pid" in value &&
    typeof value.pid === "number" &&
    "began" in value &&
    typeof value.began === "string" &&
    "socketFolder" in value &&
    (value.socketFolder === null || typeof value.socketFolder === "string")
  );
}

/** Names the life of a process: boot and moment of its start where /proc tells them; null for a dead one. */
function beginOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? null : `${boot}:${fields[19]}`;
  } catch {
    return "alive";
  }
}
