import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAudit } from "../../src/cli/audit.ts";
import { readHeads } from "../../src/domain/basics/log-chain.ts";
import { succeed } from "../../src/domain/basics/result.ts";
import { auditLog } from "../../src/operations/audit-log.ts";
import { sealLog } from "../../src/operations/seal-log.ts";
import { openRows, provinceId, type Rows } from "../../src/store/database.ts";
import { type LogKey, openLogKey } from "../../src/store/log-key.ts";
import { asLogin, openTestDatabase, type TestDatabase } from "../support/database.ts";
import { entryId, writeEntries } from "../support/log-rows.ts";

let database: TestDatabase;
let rows: Rows;
let folder: string;
let key: LogKey;

const giaLai = provinceId(52);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sauro-log-"));
  key = openLogKey(folder);
  database = await openTestDatabase();
  rows = openRows(database.program);
  if (giaLai === null) throw new Error("52 is a province");
  await writeEntries(rows, giaLai, 1, 4);
  await sealLog({ kysely: rows.kysely, clock: () => new Date("2026-03-02T00:00:00Z"), key });
  await writeEntries(rows, giaLai, 5, 5);
});
afterAll(async () => {
  await rows.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** Runs the command on the one province of the test. */
async function check(args: readonly string[], headsText = "") {
  const said: string[] = [];
  const code = await runAudit(["--audit", ...args], {
    print: (line) => said.push(line),
    complain: (line) => said.push(line),
    audit: async ({ headsFile }) => {
      const heads = headsFile === null ? [] : readHeads(headsText);
      if (giaLai === null) throw new Error("52 is a province");
      const found = await auditLog(giaLai, { kysely: rows.kysely, publicKeys: [key.publicKey], heads });
      const headsGiven = headsFile === null ? null : heads.length;
      return succeed({ publicKey: key.publicKey, audits: [found], headsGiven });
    },
  });
  return { code, said: said.join("\n") };
}

describe("sauro check --audit", () => {
  it("says how far the log is whole, and how many entries wait since when", async () => {
    const { code, said } = await check([]);
    expect(code).toBe(0);
    expect(said).toContain("52: 4 mục liền nhau");
    expect(said).toContain(
      "1 mục chờ niêm phong từ / entries wait to be sealed since 2026-03-01T02:30:05.000Z",
    );
    expect(said).toContain(key.publicKey);
  });

  it("prints a page for the safe that it reads back itself", async () => {
    const page = (await check(["--print-heads"])).said;
    const { code, said } = await check(["--heads", "page.txt"], page);
    expect(code).toBe(0);
    expect(said).toContain("1 dấu cất nơi khác khớp");
  });

  it("names the first broken entry and ends with 1", async () => {
    await asLogin(database.owner, async (client) => {
      await client.query("select set_config('app.province', '52', false)");
      await client.query("update history set subject = 'task:9' where id = $1", [entryId(2)]);
    });
    const { code, said } = await check([]);
    expect(code).toBe(1);
    expect(said).toContain(
      `THE LOG IS BROKEN at entry 2 (${entryId(2)}): it is not what was sealed, or not in its place: 2026-03-01T02:30:02.000000Z mai edit-task task:9`,
    );
  });

  it("is called wrongly with an option that there is not", async () => {
    expect(await check(["--fast"])).toMatchObject({ code: 2 });
  });
});
