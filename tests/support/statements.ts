import { Kysely, PostgresDialect } from "kysely";
import type { Rows } from "../../src/store/database.ts";
import type { Tables } from "../../src/store/schema.ts";

/** The rows of a database, and what it is asked by them, the opening and closing of transactions apart. */
export function listenTo({ pool }: Rows): { readonly kysely: Kysely<Tables>; readonly statements: string[] } {
  const statements: string[] = [];
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => {
      if (!/set_config|^\s*(begin|commit|rollback)/i.test(query.sql)) statements.push(query.sql);
    },
  });
  return { kysely, statements };
}
