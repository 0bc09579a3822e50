import { randomBytes } from "node:crypto";
import type pg from "pg";
import { inject } from "vitest";
import { type Connection, connect } from "../../src/store/connection.ts";
import { unwrap } from "./server.ts";

/** A database of one test file. */
export interface TestDatabase {
  readonly name: string;
  /** Owns the tables; migrations and backups work as this login. */
  readonly owner: Connection;
  /** Works with rows; the program serves people as this login. */
  readonly program: Connection;
  /** Works off the queue. */
  readonly jobs: Connection;
  /** Row-level security is silent before it: for looking behind the scenes only. */
  readonly superuser: Connection;
  readonly drop: () => Promise<void>;
}

/** A database with the whole schema and the provinces; `empty` gives one without anything. Call `drop` at the end. */
export async function openTestDatabase(kind: "full" | "empty" = "full"): Promise<TestDatabase> {
  const server = inject("server");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const template = kind === "full" ? server.template : "template0";
  await asSuperuser(async (client) => {
    await client.query(`create database ${name} template ${template} owner ${server.owner.user}`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to sauro_rows, sauro_jobs_group`);
  });
  return {
    name,
    owner: { ...server.owner, database: name },
    program: { ...server.program, database: name },
    jobs: { ...server.jobs, database: name },
    superuser: { ...server.superuser, database: name },
    drop: () =>
      asSuperuser(async (client) => void (await client.query(`drop database ${name} with (force)`))),
  };
}

/** Works as a login and closes its connection. */
export async function asLogin<T>(
  connection: Connection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = unwrap(await connect(connection));
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A login as a URL; node-postgres takes the folder of a socket as a parameter of it. */
export function urlOf({ user, password, host, database }: Connection): string {
  return `postgresql://${user}:${String(password)}@localhost/${database}?host=${host}`;
}

function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  return asLogin(inject("server").superuser, work);
}
