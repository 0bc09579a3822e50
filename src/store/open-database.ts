import { randomBytes } from "node:crypto";
import pg from "pg";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { type Connection, type DatabaseLogins, describeConnection, withClient } from "./connection.ts";
import { dataPlace, type EngineRequest, findRunningEngine, startEngine } from "./engine.ts";
import { oldestMajor } from "./engine-binaries.ts";
import { ensureRole, jobsRole, rightsOfLogin, rowsRole } from "./roles.ts";
import { jobsPassword, openSecrets } from "./secrets.ts";

/** A database that answers, with its logins ready. */
export interface OpenedDatabase {
  readonly kind: "embedded" | "server";
  readonly logins: DatabaseLogins;
  /** PostgreSQL's own version, "18.4". */
  readonly version: string;
  /** Where the data of the installation are on this machine: files and secrets, and an embedded database. */
  readonly dataFolder: string;
  /** True when another process runs the embedded server, and closing leaves it running. */
  readonly isShared: boolean;
  /** Settles when an embedded server ends, wanted or not; never for another. */
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
}

export interface DatabaseRequest {
  readonly engine: EngineRequest;
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  /** The login that works off the queue; null: it is made. */
  readonly databaseJobsUrl?: string | null;
  /** `own`: run the embedded server, fail when another process does. `join`: use that process's server then. */
  readonly manner: "own" | "join";
}

const never = new Promise<void>(() => undefined);

/**
 * Opens the database of the installation: the server by URL when there is one, otherwise our own. Makes the roles
 * that are missing. Fails with the failures of `startEngine`, with `database.unreachable`, `.refused`, `.too-old`,
 * `.login-too-strong`, and with `database.roles-needed`, whose detail `sql` an administrator can run.
 */
export async function openDatabase(request: DatabaseRequest): Promise<Result<OpenedDatabase>> {
  return request.databaseUrl === null ? openEmbedded(request) : openByUrl(request, request.databaseUrl);
}

async function openEmbedded(request: DatabaseRequest): Promise<Result<OpenedDatabase>> {
  const running = request.manner === "join" ? findRunningEngine(request.engine) : null;
  if (running !== null) {
    const version = await checkServer(running.logins.owner);
    if (!version.ok) return version;
    return succeed({
      ...{ kind: "embedded", logins: running.logins, version: version.value, isShared: true },
      ...{ dataFolder: running.place.folder, ended: never, close: async () => undefined },
    });
  }
  const engine = await startEngine(request.engine);
  if (!engine.ok) return engine;
  const { logins, binaries, place, ended, stop } = engine.value;
  return succeed({
    ...{ kind: "embedded", logins, version: binaries.version, isShared: false },
    ...{ dataFolder: place.folder, ended, close: stop },
  });
}

async function openByUrl(request: DatabaseRequest, url: string): Promise<Result<OpenedDatabase>> {
  const { databaseOwnerUrl: ownerUrl, databaseJobsUrl: jobsUrl = null } = request;
  const owner: Connection = { connectionString: ownerUrl ?? url };
  const version = await checkServer(owner);
  if (!version.ok) return version;
  const place = dataPlace(request.engine);
  if (!place.ok) return place;
  const secrets = openSecrets(place.value.folder);
  const program =
    ownerUrl === null
      ? await makeLogin(url, rowsLogin, secrets.program)
      : await admitLogin(owner, { connectionString: url }, rowsLogin);
  if (!program.ok) return program;
  const jobs =
    jobsUrl === null
      ? await makeLogin(ownerUrl ?? url, jobsLogin, jobsPassword(secrets))
      : await admitLogin(owner, { connectionString: jobsUrl }, jobsLogin);
  if (!jobs.ok) return jobs;
  for (const login of [program.value, jobs.value]) {
    const checked = await checkLogin(login);
    if (!checked.ok) return checked;
  }
  const logins = { owner, program: program.value, jobs: jobs.value };
  return succeed({
    ...{ kind: "server", logins, version: version.value },
    ...{ dataFolder: place.value.folder, isShared: true, ended: never, close: async () => undefined },
  });
}

function checkServer(owner: Connection): Promise<Result<string>> {
  return withClient(owner, async (client) => {
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    const version = /^[\d.]+\w*/.exec(rows[0]?.server_version ?? "")?.[0] ?? "";
    return Number.parseInt(version, 10) >= oldestMajor
      ? succeed(version)
      : fail("database.too-old", { version, oldest: oldestMajor });
  });
}

/** A login beside the owner's: its group, how its name begins, and the setting that names its URL. */
interface LoginKind {
  readonly role: string;
  readonly begin: string;
  readonly setting: string;
}

const rowsLogin: LoginKind = { role: rowsRole, begin: "sauro_program_", setting: "DATABASE_URL" };
const jobsLogin: LoginKind = { role: jobsRole, begin: "sauro_jobs_", setting: "DATABASE_JOBS_URL" };

/** A login that no URL names is made by the owner; its name tells the database. */
function makeLogin(ownerUrl: string, kind: LoginKind, password: string): Promise<Result<Connection>> {
  return withClient({ connectionString: ownerUrl }, async (client) => {
    const rights = await rightsOfLogin(client);
    const { rows } = await client.query<{ name: string }>("select current_database() as name");
    const database = rows[0]?.name ?? "";
    if (!rights.mayMakeRoles)
      return fail("database.roles-needed", adviceForLogin(ownerUrl, database, rights.name, kind));
    const login = `${kind.begin}${database}`.slice(0, 63);
    await ensureRole(client, kind.role, null);
    await ensureRole(client, login, password);
    await client.query(`grant ${kind.role} to ${pg.escapeIdentifier(login)}`);
    await client.query(`grant connect on database ${pg.escapeIdentifier(database)} to ${kind.role}`);
    return succeed({ connectionString: urlAs(ownerUrl, login, password) });
  });
}

/** A login that a URL names must be a member of the group that migrations grant to. */
async function admitLogin(
  owner: Connection,
  given: Connection,
  { role }: LoginKind,
): Promise<Result<Connection>> {
  const rights = await withClient(given, async (client) => succeed(await rightsOfLogin(client)));
  if (!rights.ok) return rights;
  if (role === rowsRole ? rights.value.isInRowsRole : rights.value.isInJobsRole) return succeed(given);
  const login = pg.escapeIdentifier(rights.value.name);
  return withClient(owner, async (client) => {
    if (!(await rightsOfLogin(client)).mayMakeRoles)
      return fail("database.roles-needed", {
        sql: `CREATE ROLE ${role};\nGRANT ${role} TO ${login};`,
        server: describeConnection(owner),
      });
    await ensureRole(client, role, null);
    await client.query(`grant ${role} to ${login}`);
    return succeed(given);
  });
}

/** A login before which row-level security is silent would open every province to every request. */
function checkLogin(login: Connection): Promise<Result<null>> {
  return withClient(login, async (client) => {
    const rights = await rightsOfLogin(client);
    return rights.seesThroughRowSecurity
      ? fail("database.login-too-strong", { login: rights.name })
      : succeed(null);
  });
}

/** What an administrator of the server runs when the owner may not make the login. */
function adviceForLogin(
  url: string,
  database: string,
  owner: string,
  { role, begin, setting }: LoginKind,
): { sql: string; server: string } {
  const password = randomBytes(18).toString("base64url");
  const login = `${begin}${database}`.slice(0, 63);
  return {
    server: describeConnection({ connectionString: url }),
    sql: [
      `CREATE ROLE ${role};`,
      `CREATE ROLE ${pg.escapeIdentifier(login)} LOGIN PASSWORD '${password}' IN ROLE ${role};`,
      `GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(database)} TO ${role};`,
      `ALTER DATABASE ${pg.escapeIdentifier(database)} OWNER TO ${pg.escapeIdentifier(owner)};`,
      ...(setting === "DATABASE_URL" ? ["-- DATABASE_OWNER_URL = (DATABASE_URL)"] : []),
      `-- ${setting} = ${urlAs(url, login, password)}`,
    ].join("\n"),
  };
}

function urlAs(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(user);
  changed.password = encodeURIComponent(password);
  return changed.href;
}
