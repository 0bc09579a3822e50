import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { EngineAccount } from "./engine-account.ts";

/** The folder of the cluster inside the data folder. */
export const clusterName = "database";

/** Says in the data folder asked for where the data really are. */
const signpost = "WHERE";

/** Where the data of an installation are kept. */
export interface DataPlace {
  readonly folder: string;
  /** True when the account of the database server cannot reach the folder asked for, so that another one is used. */
  readonly moved: boolean;
}

/**
 * Finds the data folder: the one asked for, the one its signpost names, or, when the account cannot write there (a
 * private folder above it), one under `fallback`, whose name is made from `identity`. Makes the folder and the
 * signpost. Fails with `database.folder-unwritable`.
 */
export function findDataPlace(request: {
  readonly folder: string;
  readonly identity: string;
  readonly account: EngineAccount | null;
  readonly fallback: string;
}): Result<DataPlace> {
  const { folder, identity, account, fallback } = request;
  try {
    mkdirSync(folder, { recursive: true });
    const named = readSignpost(folder);
    if (named !== null) return succeed({ folder: named, moved: true });
    if (account === null || canWriteInside(folder, account)) return succeed({ folder, moved: false });
    // Data that are here must not seem gone because a right changed.
    if (existsSync(join(folder, clusterName))) return fail("database.folder-unwritable", { folder });

    const other = join(fallback, createHash("sha256").update(identity).digest("hex").slice(0, 12));
    for (const step of [fallback, other]) openFolder(step);
    if (!canWriteInside(other, account)) return fail("database.folder-unwritable", { folder: other });
    writeFileSync(
      join(folder, signpost),
      `${other}\n\nDữ liệu nằm ở thư mục trên, vì tài khoản "${account.name}" chạy cơ sở dữ liệu không vào được thư mục này.\n` +
        `The data are in the folder above: the account "${account.name}" that runs the database cannot reach this one.\n`,
    );
    return succeed({ folder: other, moved: true });
  } catch (error) {
    if (isRefusal(error)) return fail("database.folder-unwritable", { folder });
    throw error;
  }
}

/** Copies the programs of a PostgreSQL to where the account can run them, once per version; gives the new `bin`. */
export function copyBinaries(native: string, place: string, version: string): string {
  const target = join(place, `postgresql-${version}`);
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`;
    cpSync(native, half, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith(".a") && basename(path) !== "pkgconfig",
    });
    readableByAll(half);
    if (existsSync(target)) rmSync(half, { recursive: true });
    else renameSync(half, target);
  }
  return join(target, "bin");
}

function readSignpost(folder: string): string | null {
  const path = join(folder, signpost);
  const named = existsSync(path) ? (readFileSync(path, "utf8").split("\n")[0] ?? "") : "";
  return named !== "" && existsSync(named) ? named : null;
}

/** Whether the account can write in a folder inside this one that belongs to it, as the cluster will. */
function canWriteInside(folder: string, account: EngineAccount): boolean {
  const cluster = join(folder, clusterName);
  const isNew = !existsSync(cluster);
  if (isNew) {
    mkdirSync(cluster, { mode: 0o700 });
    chownSync(cluster, account.uid, account.gid);
  }
  const run = spawnSync("/bin/sh", ["-c", 'cd "$0" && test -w .', cluster], {
    cwd: "/",
    uid: account.uid,
    gid: account.gid,
    stdio: "ignore",
  });
  if (isNew) rmSync(cluster, { recursive: true });
  return run.status === 0;
}

/** Makes a folder that every account may pass through, whatever the mask of new files is. */
function openFolder(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) {
    mkdirSync(path);
    chmodSync(path, 0o755);
  }
}

function readableByAll(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.isDirectory() || (stat.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) readableByAll(join(path, name));
}

function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : "";
  return ["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"].includes(String(code));
}
