import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { type Connection, connect, type DatabaseLogins } from "./connection.ts";
import { type EngineAccount, findEngineAccount } from "./engine-account.ts";
import {
  type EngineBinaries,
  linkLibraries,
  machineFolders,
  oldestMajor,
  packageFolder,
  tryBinaries,
} from "./engine-binaries.ts";
import { claimFolder, leaveBehind, livingOwner, publishSocket } from "./engine-owner.ts";
import { clusterName, copyBinaries, type DataPlace, findDataPlace } from "./engine-place.ts";
import {
  chooseGuard,
  createCluster,
  type EngineProcess,
  type Guard,
  startProcess,
} from "./engine-process.ts";
import { ensureDatabase, ensureRole, jobsRole, rowsRole } from "./roles.ts";
import { jobsPassword, openSecrets, readSecrets, type Secrets } from "./secrets.ts";

/** What the engine needs to know of the installation and the machine. */
export interface EngineRequest {
  /** Folder of the program; `node_modules` with the packaged PostgreSQL is in it. */
  readonly checkout: string;
  /** The data folder asked for. */
  readonly dataFolder: string;
  /** From what the name of the data folder elsewhere is made, when the one asked for cannot be reached. */
  readonly identity: string;
  /** Value of PATH, where PostgreSQL programs of the machine are looked for. */
  readonly searchPath: string;
  /** Which PostgreSQL may be used: the packaged one and then the machine's, or only one of the two. */
  readonly source?: EngineBinaries["source"];
  readonly guard?: Guard;
  /** Where data go that the database's account cannot reach otherwise; `/var/lib/sauro` when not given. */
  readonly fallback?: string;
  /** Further parameters of the server, `name=value`. */
  readonly parameters?: readonly string[];
  /** Told what is being done when it may take a while. */
  readonly onProgress?: (step: EngineStep) => void;
}

export type EngineStep =
  | { readonly kind: "copying-programs" }
  | { readonly kind: "creating"; readonly version: string }
  | { readonly kind: "starting"; readonly version: string }
  | { readonly kind: "waiting-for-former" };

/** A database server that this process runs. */
export interface RunningEngine {
  readonly logins: DatabaseLogins;
  /** The login that may do all; for making databases, not for the program's work. */
  readonly superuser: Connection;
  readonly place: DataPlace;
  readonly binaries: EngineBinaries;
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

const ownerLogin = "sauro_owner";
const programLogin = "sauro_program";
const jobsLogin = "sauro_jobs";
const superuserLogin = "postgres";
const databaseName = "sauro";

/**
 * Starts the database server of an installation, making its cluster at the first start. One process runs it; a
 * second one gets `database.in-use`. Other failures: those of the parts, and `database.no-programs`.
 */
export async function startEngine(request: EngineRequest): Promise<Result<RunningEngine>> {
  const account = findEngineAccount(process.getuid?.() ?? null);
  if (!account.ok) return account;
  const place = placeOf(request, account.value);
  if (!place.ok) return place;
  const folder = place.value.folder;

  const owner = claimFolder(folder);
  if (owner !== null) return fail("database.in-use", { folder, pid: String(owner.pid) });
  const started = await startClaimed(request, place.value, account.value);
  if (!started.ok) leaveBehind(folder);
  return started;
}

/** The logins of the server that another living process runs on this data folder, or null when none does. */
export function findRunningEngine(
  request: EngineRequest,
): { logins: DatabaseLogins; place: DataPlace } | null {
  const account = findEngineAccount(process.getuid?.() ?? null);
  if (!account.ok) return null;
  const place = placeOf(request, account.value);
  if (!place.ok) return null;
  const socketFolder = livingOwner(place.value.folder)?.socketFolder;
  const secrets = readSecrets(place.value.folder);
  return socketFolder && secrets !== null
    ? { logins: loginsOf(socketFolder, secrets), place: place.value }
    : null;
}

/** Where the data of an installation are, with the engine or without. */
export function dataPlace(request: EngineRequest): Result<DataPlace> {
  const account = findEngineAccount(process.getuid?.() ?? null);
  return account.ok ? placeOf(request, account.value) : account;
}

function placeOf(request: EngineRequest, account: EngineAccount | null): Result<DataPlace> {
  return findDataPlace({
    folder: request.dataFolder,
    identity: request.identity,
    account,
    fallback: request.fallback ?? "/var/lib/sauro",
  });
}

async function startClaimed(
  request: EngineRequest,
  place: DataPlace,
  account: EngineAccount | null,
): Promise<Result<RunningEngine>> {
  const { folder } = place;
  const binaries = findBinaries(request, folder, account);
  if (!binaries.ok) return binaries;
  const secrets = openSecrets(folder);
  if (!existsSync(join(folder, clusterName))) {
    request.onProgress?.({ kind: "creating", version: binaries.value.version });
    const created = createCluster({
      ...{ folder, account, binaries: binaries.value },
      ...{ superuser: superuserLogin, password: secrets.superuser },
    });
    if (!created.ok) return created;
  }
  request.onProgress?.({ kind: "starting", version: binaries.value.version });
  const server = await startPatiently(request, folder, binaries.value, account);
  if (!server.ok) return server;
  publishSocket(folder, server.value.socketFolder);
  const stop = async () => {
    await server.value.stop();
    leaveBehind(folder);
  };
  const superuser = loginAs(server.value.socketFolder, superuserLogin, secrets.superuser, superuserLogin);
  const prepared = await prepareDatabase(superuser, secrets);
  if (!prepared.ok) {
    await stop();
    return prepared;
  }
  return succeed({
    ...{ logins: loginsOf(server.value.socketFolder, secrets), superuser, place, stop },
    ...{ binaries: binaries.value, ended: server.value.ended },
  });
}

/**
 * A process that was killed leaves its server shutting down for a moment; the claim on the folder is ours already, so
 * whoever still holds the cluster is on its way out and is waited for.
 */
async function startPatiently(
  request: EngineRequest,
  folder: string,
  binaries: EngineBinaries,
  account: EngineAccount | null,
): Promise<Result<EngineProcess>> {
  const start = {
    ...{ folder, binaries, account, temporary: tmpdir() },
    guard: request.guard ?? chooseGuard(),
    parameters: request.parameters ?? [],
  };
  for (let attempt = 0; ; attempt += 1) {
    const server = await startProcess(start);
    if (server.ok || server.failure.code !== "database.in-use" || attempt >= 40) return server;
    if (attempt === 0) request.onProgress?.({ kind: "waiting-for-former" });
    await sleep(250);
  }
}

/** The PostgreSQL to run: of the version of the cluster when there is one. */
function findBinaries(
  request: EngineRequest,
  folder: string,
  account: EngineAccount | null,
): Result<EngineBinaries> {
  const versionFile = join(folder, clusterName, "PG_VERSION");
  const cluster = existsSync(versionFile) ? Number.parseInt(readFileSync(versionFile, "utf8"), 10) : null;
  const fits = (binaries: EngineBinaries | null): binaries is EngineBinaries =>
    binaries !== null && binaries.major >= oldestMajor && (cluster === null || binaries.major === cluster);

  if (request.source !== "machine") {
    const packaged = findPackaged(request, folder, account);
    if (fits(packaged)) return succeed(packaged);
  }
  if (request.source !== "package")
    for (const candidate of machineFolders(request.searchPath)) {
      const binaries = tryBinaries(candidate, "machine", account);
      if (fits(binaries)) return succeed(binaries);
    }
  return cluster === null
    ? fail("database.no-programs", { oldest: oldestMajor })
    : fail("database.other-version", { folder, version: cluster });
}

function findPackaged(
  request: EngineRequest,
  folder: string,
  account: EngineAccount | null,
): EngineBinaries | null {
  const packaged = packageFolder(request.checkout, process.platform, process.arch);
  if (!existsSync(packaged)) return null;
  linkLibraries(packaged);
  const native = join(packaged, "native");
  const direct = tryBinaries(join(native, "bin"), "package", account);
  if (direct !== null || account === null) return direct;
  const forUs = tryBinaries(join(native, "bin"), "package", null);
  if (forUs === null) return null;
  request.onProgress?.({ kind: "copying-programs" });
  return tryBinaries(copyBinaries(native, folder, forUs.version), "package", account);
}

async function prepareDatabase(superuser: Connection, secrets: Secrets): Promise<Result<null>> {
  const client = await connect(superuser);
  if (!client.ok) return client;
  try {
    await ensureRole(client.value, rowsRole, null);
    await ensureRole(client.value, ownerLogin, secrets.owner);
    await ensureRole(client.value, programLogin, secrets.program);
    await client.value.query(`grant ${rowsRole} to ${programLogin}`);
    await ensureRole(client.value, jobsRole, null);
    await ensureRole(client.value, jobsLogin, jobsPassword(secrets));
    await client.value.query(`grant ${jobsRole} to ${jobsLogin}`);
    await ensureDatabase(client.value, databaseName, ownerLogin);
    return succeed(null);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === "53100")
      return fail("database.disk-full", { folder: "" });
    throw error;
  } finally {
    await client.value.end().catch(() => undefined);
  }
}

function loginsOf(socketFolder: string, secrets: Secrets): DatabaseLogins {
  return {
    owner: loginAs(socketFolder, ownerLogin, secrets.owner, databaseName),
    program: loginAs(socketFolder, programLogin, secrets.program, databaseName),
    jobs: loginAs(socketFolder, jobsLogin, jobsPassword(secrets), databaseName),
  };
}

function loginAs(socketFolder: string, user: string, password: string, database: string): Connection {
  return { host: socketFolder, port: 5432, user, password, database };
}
