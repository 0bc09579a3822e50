import pg, { type ClientConfig } from "pg";
import { fail, type Result, succeed } from "../domain/basics/result.ts";

/** How to reach a database as one login. */
export type Connection = Readonly<
  Pick<ClientConfig, "host" | "port" | "user" | "password" | "database" | "connectionString">
>;

/**
 * The logins of an installation: one owns the tables, one works with rows and owns nothing, one works off the queue and
 * sees nothing else.
 */
export interface DatabaseLogins {
  readonly owner: Connection;
  readonly program: Connection;
  readonly jobs: Connection;
}

/** Name under which our connections appear in the server's own lists. */
export const applicationName = "sauro";

/** Opens one connection. Fails with `database.unreachable`, `.refused` or `.disk-full`; never shows a password. */
export async function connect(connection: Connection): Promise<Result<pg.Client>> {
  const client = new pg.Client({
    ...connection,
    application_name: applicationName,
    connectionTimeoutMillis: 15_000,
  });
  // A connection that breaks later shows itself in the query that needs it.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return succeed(client);
  } catch (error) {
    return fail(...explain(error, connection));
  }
}

/** Runs work on a connection of its own and closes it. */
export async function withClient<T>(
  connection: Connection,
  work: (client: pg.Client) => Promise<Result<T>>,
): Promise<Result<T>> {
  const client = await connect(connection);
  if (!client.ok) return client;
  try {
    return await work(client.value);
  } finally {
    await client.value.end().catch(() => undefined);
  }
}

/** Where a connection leads, without its password: `host:port/database`. */
export function describeConnection(connection: Connection): string {
  if (connection.connectionString === undefined) return `${connection.host}/${connection.database}`;
  const url = new URL(connection.connectionString);
  return `${url.hostname || "localhost"}:${url.port || "5432"}${url.pathname}`;
}

/** The SQLSTATE of an error of the server, or null. */
export function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null;
}

function explain(
  error: unknown,
  connection: Connection,
): readonly ["database.refused" | "database.unreachable" | "database.disk-full", Record<string, string>] {
  const server = describeConnection(connection);
  const state = sqlState(error);
  if (state === "53100") return ["database.disk-full", { folder: server }];
  const reason = error instanceof Error ? error.message : String(error);
  return [state === null ? "database.unreachable" : "database.refused", { server, reason }];
}
