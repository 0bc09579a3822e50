import type pg from "pg";

/** What was done to the whole installation at the command line. */
export interface InstallationNote {
  readonly kind: "change" | "export";
  readonly what: "backup" | "restore" | "country-reader";
  /** The command: "sauro backup". */
  readonly who: string;
  readonly at: Date;
  readonly after: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Writes an entry into the log of every province that has one, in the transaction of the connection, which is of the
 * owner's login. `newId` gives a UUID v7.
 */
export async function logInstallation(
  client: pg.ClientBase,
  { kind, what, who, at, after }: InstallationNote,
  newId: () => string,
): Promise<void> {
  const { rows } = await client.query<{ id: number }>("select id from reference.province order by id");
  for (const { id } of rows) {
    await client.query("select set_config('app.province', $1, true)", [String(id)]);
    await client.query(
      `insert into history (province_id, id, at, who, what, subject, after, kind)
       select $1, $2, $3, $4, $5, 'installation', $6::jsonb, $7
        where exists (select 1 from history where province_id = $1)`,
      [id, newId(), at, who, what, JSON.stringify(after), kind],
    );
  }
  await client.query("select set_config('app.province', '', true)");
}
