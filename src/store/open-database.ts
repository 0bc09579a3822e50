import { randomBytes } from "node:crypto";
import pg from "pg";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { type Connection, type DatabaseLogins, describeConnection, withClient } from "./connection.ts";
import { dataPlace, type EngineRequest, findRunningEngine, startEngine } from "./engine.ts";
import { oldestMajor } from "./engine-binaries.ts";
import { ensureRole, rightsOfLogin, rowsRole } from "./roles.ts";
import { openSecrets } from "./secrets.ts";

/** A database that answers, with both logins ready. */
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
  return request.databaseUrl === null
    ? openEmbedded(request)
    : openByUrl(request, request.databaseUrl, request.databaseOwnerUrl);
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

async function openByUrl(
  request: DatabaseRequest,
  url: string,
  ownerUrl: string | null,
): Promise<Result<OpenedDatabase>> {
  const owner: Connection = { connectionString: ownerUrl ?? url };
  const version = await checkServer(owner);
  if (!version.ok) return version;
  const place = dataPlace(request.engine);
  if (!place.ok) return place;
  const program =
    ownerUrl === null
      ? await makeProgramLogin(url, openSecrets(place.value.folder).program)
      : await admitProgramLogin(owner, { connectionString: url });
  if (!program.ok) return program;
  const checked = await checkProgramLogin(program.value);
  if (!checked.ok) return checked;
  return succeed({
    ...{ kind: "server", logins: { owner, program: program.value }, version: version.value },
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

/** With one URL, that login owns the tables, and a second one for rows is made; its name tells the database. */
function makeProgramLogin(url: string, password: string): Promise<Result<Connection>> {
  return withClient({ connectionString: url }, async (client) => {
    const rights = await rightsOfLogin(client);
    const { rows } = await client.query<{ name: string }>("select current_database() as name");
    const database = rows[0]?.name ?? "";
    if (!rights.mayMakeRoles)
      return fail("database.roles-needed", adviceForOneUrl(url, database, rights.name));
    const login = `sauro_program_${database}`.slice(0, 63);
    await ensureRole(client, rowsRole, null);
    await ensureRole(client, login, password);
    await client.query(`grant ${rowsRole} to ${pg.escapeIdentifier(login)}`);
    await client.query(`grant connect on database ${pg.escapeIdentifier(database)} to ${rowsRole}`);
    return succeed({ connectionString: urlAs(url, login, password) });
  });
}

/** With two URLs, the login for rows must be a member of the group that migrations grant to. */
async function admitProgramLogin(owner: Connection, program: Connection): Promise<Result<Connection>> {
  const rights = await withClient(program, async (client) => succeed(await rightsOfLogin(client)));
  if (!rights.ok) return rights;
  if (rights.value.isInRowsRole) return succeed(program);
  const login = pg.escapeIdentifier(rights.value.name);
  return withClient(owner, async (client) => {
    if (!(await rightsOfLogin(client)).mayMakeRoles)
      return fail("database.roles-needed", {
        sql: `CREATE ROLE ${rowsRole};\nGRANT ${rowsRole} TO ${login};`,
        server: describeConnection(owner),
      });
    await ensureRole(client, rowsRole, null);
    await client.query(`grant ${rowsRole} to ${login}`);
    return succeed(program);
  });
}

/** A login before which row-level security is silent would open every province to every request. */
function checkProgramLogin(program: Connection): Promise<Result<null>> {
  return withClient(program, async (client) => {
    const rights = await rightsOfLogin(client);
    return rights.seesThroughRowSecurity
      ? fail("database.login-too-strong", { login: rights.name })
      : succeed(null);
  });
}

function adviceForOneUrl(url: string, database: string, owner: string): { sql: string; server: string } {
  const password = randomBytes(18).toString("base64url");
  const login = `sauro_program_${database}`.slice(0, 63);
  return {
    server: describeConnection({ connectionString: url }),
    sql: [
      `CREATE ROLE ${rowsRole};`,
      `CREATE ROLE ${pg.escapeIdentifier(login)} LOGIN PASSWORD '${password}' IN ROLE ${rowsRole};`,
      `ALTER DATABASE ${pg.escapeIdentifier(database)} OWNER TO ${pg.escapeIdentifier(owner)};`,
      `-- DATABASE_OWNER_URL = (DATABASE_URL)`,
      `-- DATABASE_URL = ${urlAs(url, login, password)}`,
    ].join("\n"),
  };
}

function urlAs(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(user);
  changed.password = encodeURIComponent(password);
  return changed.href;
}
