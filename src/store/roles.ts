import pg from "pg";

/** The group whose members may work with rows; migrations grant to it. It cannot log in and owns nothing. */
export const rowsRole = "sauro_rows";

/** The group of the logins that work off the queue; its members make and own the tables of the schema `jobs`. */
export const jobsRole = "sauro_jobs_group";

/** Makes a role when it does not exist; with a password it may log in. Names are ours, never typed by a person. */
export async function ensureRole(
  client: pg.ClientBase,
  name: string,
  password: string | null,
): Promise<void> {
  const known = await client.query("select 1 from pg_roles where rolname = $1", [name]);
  if (known.rowCount === 0) await client.query(`create role ${pg.escapeIdentifier(name)}`);
  if (password !== null)
    await client.query(
      `alter role ${pg.escapeIdentifier(name)} login password ${pg.escapeLiteral(password)}`,
    );
}

/** Makes a database when it does not exist; only its owner and members of our groups may connect. */
export async function ensureDatabase(client: pg.ClientBase, name: string, owner: string): Promise<void> {
  const known = await client.query("select 1 from pg_database where datname = $1", [name]);
  const database = pg.escapeIdentifier(name);
  if (known.rowCount === 0) {
    await client.query(`create database ${database} owner ${pg.escapeIdentifier(owner)}`);
    await client.query(`revoke all on database ${database} from public`);
  }
  await client.query(`grant connect on database ${database} to ${rowsRole}, ${jobsRole}`);
}

/** What a login is allowed, as far as it concerns how the program is set up. */
export interface LoginRights {
  readonly name: string;
  readonly mayMakeRoles: boolean;
  readonly seesThroughRowSecurity: boolean;
  readonly isInRowsRole: boolean;
  readonly isInJobsRole: boolean;
}

export async function rightsOfLogin(client: pg.ClientBase): Promise<LoginRights> {
  interface Row {
    readonly name: string;
    readonly roles: boolean;
    readonly bypass: boolean;
    readonly groups: readonly string[];
  }
  const { rows } = await client.query<Row>(
    `select rolname as name, rolsuper or rolcreaterole as roles, rolsuper or rolbypassrls as bypass,
            array(select g.rolname::text from pg_roles g
                   where g.rolname = any($1) and pg_has_role(current_user, g.oid, 'USAGE')) as groups
       from pg_roles where rolname = current_user`,
    [[rowsRole, jobsRole]],
  );
  const row = rows[0];
  if (row === undefined) throw new Error("the server does not list the login that asks");
  return {
    name: row.name,
    mayMakeRoles: row.roles,
    seesThroughRowSecurity: row.bypass,
    isInRowsRole: row.groups.includes(rowsRole),
    isInJobsRole: row.groups.includes(jobsRole),
  };
}
