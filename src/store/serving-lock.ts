import type pg from "pg";

/** Known to all programs on a database; the number is arbitrary and ours. */
const servingLock = 5_203_002;

/** Says that a program serves this database, as long as the connection lives; several may. */
export async function announceServing(client: pg.ClientBase): Promise<void> {
  await client.query("select pg_advisory_lock_shared($1)", [servingLock]);
}

/** Makes sure that no program serves this database and none begins to, as long as the connection lives. */
export async function keepServersOut(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1) as free", [
    servingLock,
  ]);
  return rows[0]?.free === true;
}
