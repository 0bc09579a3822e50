import { randomBytes, randomUUID } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { asLogin, openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { migrations, startTestServer, type TestServer, unwrap } from "../../tests/support/server.ts";
import type { Connection } from "../store/connection.ts";
import { type FileStore, openFileFolder } from "../store/files.ts";
import { announceServing } from "../store/serving-lock.ts";
import { backup } from "./backup.ts";
import { restore } from "./restore.ts";

let folder: string;
let source: TestDatabase;
let files: FileStore;
let machine: { server: TestServer; stop: () => Promise<void> } | null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sauro-backup-"));
  files = openFileFolder(join(folder, "files"));
  machine = await startTestServer("machine").catch(() => null);
  source = await openTestDatabase();
  await fill(source.superuser);
  await files.put(bytesOf("Công văn số 1"));
  await files.put(bytesOf(randomBytes(300_000)));
});

afterAll(async () => {
  await machine?.stop();
  await source.drop();
  rmSync(folder, { recursive: true });
});

async function* bytesOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === "string" ? Buffer.from(content) : content;
}

/** Rows of two provinces and of accounts, with everything that text can hold, keys between them, and an identity. */
async function fill(connection: Connection): Promise<void> {
  await asLogin(connection, async (client) => {
    for (let row = 0; row < 200; row += 1)
      await client.query("insert into history values ($1, $2, now(), $3, 'w', $4, null, $5)", [
        row % 2 === 0 ? 52 : 48,
        randomUUID(),
        `Nguyễn\tVăn\\ "A"\n${row}`,
        row % 3 === 0 ? "" : "\\N",
        JSON.stringify({ row, words: "đ\u2028ề" }),
      ]);
    await client.query(
      "insert into accounts.users values ('u1', 'Lê', 'le@vi.du', true, null, true, now(), now())",
    );
    await client.query(
      "insert into accounts.sessions values ('s1', 'u1', 't', now(), null, null, now(), now())",
    );
    await client.query(
      "insert into accounts.sign_in_attempts (at, email, succeeded) values (now(), 'x@vi.du', false)",
    );
  });
}

/** Everything that is stored, as text that can be compared. */
async function contentOf(connection: Connection): Promise<string> {
  return asLogin(connection, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname in ('public', 'accounts', 'jobs', 'reference') and tablename <> 'migration' order by 1`,
    );
    const parts: string[] = [];
    for (const { name } of rows) {
      const content = await client.query(`select t::text as row from ${name} t order by 1`);
      parts.push(name, ...content.rows.map(({ row }) => String(row)));
    }
    return parts.join("\n");
  });
}

function makeBackup(owner: Connection, path: string, from: FileStore = files) {
  return backup({ ...plain, owner, files: from, path, migrations, program: "0.1.0", postgres: "18", now });
}

/** Not encrypted, and not told to the log, so that what was restored can be compared. */
const plain = { passphrase: null, newId: null };
const now = new Date("2026-05-06T07:08:09Z");

function putBack(owner: Connection, path: string, to: FileStore, replace = false) {
  return restore({ ...plain, owner, files: to, path, migrations, replace, workFile: newPath(), now });
}

function newPath(): string {
  return join(folder, `${randomUUID()}.zip`);
}

function newStore(): FileStore {
  return openFileFolder(join(folder, randomUUID()));
}

async function hashesOf(store: FileStore): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { hash } of store.list()) found.push(hash);
  return found.sort();
}

/** A database of the machine's own PostgreSQL, empty. */
async function emptyOnMachine(server: TestServer): Promise<{ owner: Connection; superuser: Connection }> {
  const name = `restored_${randomBytes(4).toString("hex")}`;
  await asLogin(server.superuser, (client) =>
    client.query(`create database ${name} owner ${server.owner.user}`),
  );
  return { owner: { ...server.owner, database: name }, superuser: { ...server.superuser, database: name } };
}

describe("a backup", () => {
  it("goes from the embedded PostgreSQL to the machine's own and back, and is the same", async (context) => {
    if (machine === null) return context.skip("PostgreSQL 15 or newer is not on this machine");
    const there = newPath();
    const written = unwrap(await makeBackup(source.owner, there));
    expect(written.manifest.parts.reduce((sum, part) => sum + part.rows, 0)).toBe(2 * 200 + 3 + 34);
    const older = await emptyOnMachine(machine.server);
    const olderFiles = newStore();
    unwrap(await putBack(older.owner, there, olderFiles));
    expect(await contentOf(older.superuser)).toBe(await contentOf(source.superuser));

    const back = newPath();
    unwrap(await makeBackup(older.owner, back, olderFiles));
    const target = await openTestDatabase("empty");
    const targetFiles = newStore();
    unwrap(await putBack(target.owner, back, targetFiles));
    expect(await contentOf(target.superuser)).toBe(await contentOf(source.superuser));
    expect(await hashesOf(targetFiles)).toEqual(await hashesOf(files));
    await target.drop();
  });

  it("leaves walls, keys, rights and counters standing where it was restored", async () => {
    const path = newPath();
    unwrap(await makeBackup(source.owner, path));
    const target = await openTestDatabase("empty");
    unwrap(await putBack(target.owner, path, newStore()));
    const shape = (connection: Connection) =>
      asLogin(connection, async (client) => {
        const keys = await client.query(
          "select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where contype = 'f' order by 1, 2",
        );
        const walls = await client.query(
          "select relname, relrowsecurity, relforcerowsecurity, relacl::text from pg_class where relkind in ('r', 'S') and relnamespace = any(array['public', 'accounts', 'reference', 'jobs']::regnamespace[]) order by 1",
        );
        const counter = await client.query(
          "select last_value, is_called from accounts.sign_in_attempts_id_seq",
        );
        return [keys.rows, walls.rows, counter.rows];
      });
    expect(await shape(target.superuser)).toEqual(await shape(source.superuser));
    await target.drop();
  });

  it("is of one moment, though rows come in meanwhile", async () => {
    const path = newPath();
    const database = await openTestDatabase();
    await fill(database.superuser);
    const written = unwrap(
      await backup({
        ...{ owner: database.owner, files: newStore(), path, migrations, program: "0.1.0", postgres: "18" },
        ...{ ...plain, now },
        // A table is about to be written: what is added now belongs to the next backup.
        onStep: () => addLate(database.superuser),
      }),
    );
    const history = written.manifest.parts.filter(({ name }) => name === "history");
    expect(history.reduce((sum, part) => sum + part.rows, 0)).toBe(200);
    await database.drop();
  });

  it("is this account's to read and nobody else's", async () => {
    const path = newPath();
    unwrap(await makeBackup(source.owner, path));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(existsSync(`${path}.partial`)).toBe(false);
  });

  it("never overwrites a file, and says where it cannot write", async () => {
    const path = newPath();
    writeFileSync(path, "older");
    expect(await makeBackup(source.owner, path)).toMatchObject({ failure: { code: "backup.file-exists" } });
    expect(readFileSync(path, "utf8")).toBe("older");
    expect(await makeBackup(source.owner, "/nowhere/at/all.zip")).toMatchObject({
      failure: { code: "backup.cannot-write", detail: { reason: "ENOENT" } },
    });
  });

  it("names a kept file whose content has changed, and leaves it out", async () => {
    const place = join(folder, randomUUID());
    const store = openFileFolder(place);
    const { hash } = await store.put(bytesOf("nguyên vẹn"));
    writeFileSync(join(place, hash.slice(0, 2), hash.slice(2, 4), hash), "đã sửa");
    const written = unwrap(await makeBackup(source.owner, newPath(), store));
    expect(written).toMatchObject({ damaged: [hash], manifest: { files: { count: 0 } } });
  });
});

async function addLate(connection: Connection): Promise<void> {
  await asLogin(connection, (client) =>
    client.query("insert into history values (52, gen_random_uuid(), now(), 'late', 'w', 's', null, null)"),
  );
}

describe("restoring", () => {
  let path: string;
  let target: TestDatabase;

  beforeAll(async () => {
    path = newPath();
    unwrap(await makeBackup(source.owner, path));
    target = await openTestDatabase();
    await asLogin(target.superuser, (client) =>
      client.query(
        "insert into history values (52, gen_random_uuid(), now(), 'present', 'w', 's', null, null)",
      ),
    );
  });

  afterAll(() => target.drop());

  it("does not go over data unless asked to", async () => {
    const before = await contentOf(target.superuser);
    expect(await putBack(target.owner, path, newStore())).toMatchObject({
      failure: { code: "backup.has-data", detail: { table: "public.history" } },
    });
    expect(await contentOf(target.superuser)).toBe(before);
  });

  it("does not go over a database that is being served", async () => {
    await asLogin(target.owner, async (client) => {
      await announceServing(client);
      expect(await putBack(target.owner, path, newStore(), true)).toMatchObject({
        failure: { code: "backup.in-use" },
      });
    });
  });

  const damages: readonly [string, (copy: string) => void, string][] = [
    ["a byte changed in the middle", (copy) => change(copy, 0.5), "backup.damaged"],
    ["a byte changed near the beginning", (copy) => change(copy, 0.02), "backup.damaged"],
    [
      "cut short",
      (copy) => writeFileSync(copy, readFileSync(copy).subarray(0, -5000)),
      "backup.not-a-backup",
    ],
    ["empty", (copy) => writeFileSync(copy, ""), "backup.not-a-backup"],
    [
      "something else",
      (copy) => writeFileSync(copy, "Kính gửi: Ủy ban nhân dân tỉnh"),
      "backup.not-a-backup",
    ],
  ];
  it.each(damages)("touches nothing when the backup is %s", async (_, damage, code) => {
    const copy = newPath();
    copyFileSync(path, copy);
    damage(copy);
    const before = await contentOf(target.superuser);
    const store = newStore();
    expect(await putBack(target.owner, copy, store, true)).toMatchObject({ failure: { code } });
    expect(await contentOf(target.superuser)).toBe(before);
    expect(await hashesOf(store)).toEqual([]);
  });

  it("says when there is no such file", async () => {
    expect(await putBack(target.owner, "/nowhere.zip", newStore())).toMatchObject({
      failure: { code: "backup.cannot-open" },
    });
  });

  it("refuses a backup of a newer schema", async () => {
    const older = restore({
      ...{ owner: target.owner, files: newStore(), path, replace: true, workFile: newPath() },
      ...{ ...plain, now },
      migrations: migrations.slice(0, migrations.length - 1),
    });
    expect(await older).toMatchObject({ failure: { code: "backup.newer" } });
  });

  it("leaves the old data when it breaks off after tables were filled", async () => {
    const before = await contentOf(target.superuser);
    const later = { number: migrations.length + 1, name: "9999-breaks", sql: "select 1 / 0", sha256: "x" };
    const broken = restore({
      ...{ owner: target.owner, files: newStore(), path, replace: true, workFile: newPath() },
      ...{ ...plain, now },
      migrations: [...migrations, later],
    });
    await expect(broken).rejects.toThrow(/division by zero/);
    expect(await contentOf(target.superuser)).toBe(before);
  });

  it("brings an older backup up to the present schema", async () => {
    const later = {
      number: migrations.length + 1,
      name: "9999-later",
      sql: "alter table history add column more int default 7",
      sha256: "x",
    };
    const other = await openTestDatabase("empty");
    unwrap(
      await restore({
        ...{ owner: other.owner, files: newStore(), path, replace: false, workFile: newPath() },
        ...{ ...plain, now },
        migrations: [...migrations, later],
      }),
    );
    const { rows } = await asLogin(other.superuser, (client) =>
      client.query("select distinct more from history"),
    );
    expect(rows).toEqual([{ more: 7 }]);
    await other.drop();
  });

  it("replaces everything when asked to", async () => {
    unwrap(await putBack(target.owner, path, newStore(), true));
    expect(await contentOf(target.superuser)).toBe(await contentOf(source.superuser));
  });
});

describe("an encrypted backup", () => {
  const passphrase = "mười hai con giáp vàng";
  let path: string;
  let target: TestDatabase;
  const workFile = () => join(folder, "restore.partial");

  const open = (from: string, given: string | null) =>
    restore({
      ...{ owner: target.owner, files: newStore(), path: from, migrations, replace: true, now },
      ...{ passphrase: given, workFile: workFile(), newId: randomUUID },
    });

  beforeAll(async () => {
    path = newPath();
    const request = { owner: source.owner, files, path, migrations, program: "0.1.0", postgres: "18", now };
    unwrap(await backup({ ...request, passphrase, newId: randomUUID }));
    target = await openTestDatabase("empty");
  });
  afterAll(() => target.drop());

  const entriesOf = (connection: Connection, what: string) =>
    asLogin(connection, async (client) => {
      const { rows } = await client.query(
        "select province_id, who, kind, subject, after from history where what = $1 order by province_id",
        [what],
      );
      return rows;
    });

  it("shows nothing of what is in it, and stands in the log of each province that has one", async () => {
    const bytes = readFileSync(path);
    expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
    expect(bytes.includes("manifest.json")).toBe(false);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const told = {
      who: "sauro backup",
      kind: "export",
      subject: "installation",
      after: { encrypted: true, files: 2 },
    };
    expect(await entriesOf(source.superuser, "backup")).toMatchObject([
      { province_id: 48, ...told },
      { province_id: 52, ...told },
    ]);
  });

  it("needs its passphrase: none, a wrong one and a short one are clear sentences", async () => {
    expect(await open(path, null)).toMatchObject({ failure: { code: "backup.passphrase-needed" } });
    expect(await open(path, "một cụm mật khẩu khác")).toMatchObject({
      failure: { code: "backup.wrong-passphrase", detail: { path } },
    });
    const request = { owner: source.owner, files, migrations, program: "0.1.0", postgres: "18", now };
    expect(await backup({ ...request, path: newPath(), passphrase: "ngắn", newId: null })).toMatchObject({
      failure: { code: "backup.passphrase-short" },
    });
  }, 60_000);

  it.each([
    ["a bit flipped in the middle", (copy: string) => change(copy, 0.5)],
    ["a bit flipped near the end", (copy: string) => change(copy, 0.999)],
    ["its end cut off", (copy: string) => writeFileSync(copy, readFileSync(copy).subarray(0, -70_000))],
  ])(
    "with %s is refused whole, and nothing plain is left behind",
    async (_, damage) => {
      const copy = newPath();
      copyFileSync(path, copy);
      damage(copy);
      expect(await open(copy, passphrase)).toMatchObject({
        failure: { code: "backup.cipher-damaged", detail: { path: copy } },
      });
      expect(existsSync(workFile())).toBe(false);
    },
    60_000,
  );

  it("comes back whole, with an entry of the restore in each log, and leaves nothing plain behind", async () => {
    expect(unwrap(await open(path, passphrase)).files.count).toBe(2);
    expect(existsSync(workFile())).toBe(false);
    const told = {
      who: "sauro restore",
      kind: "change",
      after: { madeAt: now.toISOString(), encrypted: true },
    };
    expect(await entriesOf(target.superuser, "restore")).toMatchObject([told, told]);
    const present = (connection: Connection) =>
      asLogin(connection, async (client) => {
        const { rows } = await client.query(
          "select h::text as row from history h where what not in ('backup', 'restore') order by 1",
        );
        return rows;
      });
    expect(await present(target.superuser)).toEqual(await present(source.superuser));
  }, 60_000);
});

it("runs on the embedded PostgreSQL here", () => {
  expect(inject("server").source).toBe("package");
});

/** Flips a byte at a share of the file's length. */
function change(path: string, share: number): void {
  const at = Math.floor(statSync(path).size * share);
  const byte = readFileSync(path)[at] ?? 0;
  writeSync(openSync(path, "r+"), Buffer.from([byte ^ 0xff]), 0, 1, at);
}
