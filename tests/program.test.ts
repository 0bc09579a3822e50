import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { asLogin, urlOf } from "./support/database.ts";
import { isRunning, runProgram, type ServedProgram, serveProgram } from "./support/program.ts";
import { checkout, makeDataFolder } from "./support/server.ts";

let data: string;
let running: ServedProgram[];

beforeEach(() => {
  data = makeDataFolder();
  running = [];
});

afterEach(async () => {
  for (const program of running) await program.stop();
  rmSync(data, { recursive: true, force: true });
});

async function serve(environment: Record<string, string> = {}): Promise<ServedProgram> {
  const program = await serveProgram({ SAURO_DATA: data, ...environment });
  running.push(program);
  return program;
}

function postmasterOf(folder: string): number {
  return Number(readFileSync(join(folder, "database/postmaster.pid"), "utf8").split("\n")[0]);
}

describe("sauro serve", () => {
  it("answers, offers the first administrator a link, and stops in order", async () => {
    const program = await serve();
    expect(program.setupLink).toMatch(/\/setup#[\w-]{40,}$/);
    const answer = await fetch(new URL("/healthz", program.origin));
    expect(await answer.json()).toEqual({ status: "ok" });
    const postmaster = postmasterOf(data);
    const run = await program.stop();
    expect(run.code).toBe(0);
    expect(isRunning(postmaster)).toBe(false);
  });

  it("starts again after being killed, and leaves no server behind", async () => {
    const first = await serve();
    const postmaster = postmasterOf(data);
    first.process.kill("SIGKILL");
    await once(first.process, "close");
    const second = await serve();
    expect(isRunning(postmaster)).toBe(false);
    expect((await fetch(new URL("/api/state", second.origin))).status).toBe(200);
  });

  it("refuses a folder that is being served, in both languages", async () => {
    await serve();
    const run = await runProgram(["serve"], { SAURO_DATA: data, SAURO_PORT: "0" });
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toMatch(/đang được một tiến trình Sáu Rõ khác dùng[\s\S]*is in use by another/);
  });

  it("says that its port is taken, and stops its database again", async () => {
    const squatter = createServer().listen(0, "127.0.0.1");
    await once(squatter, "listening");
    const address = squatter.address();
    const port = String(typeof address === "object" ? address?.port : 0);
    const run = await runProgram(["serve"], { SAURO_DATA: data, SAURO_PORT: port });
    squatter.close();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`Port ${port} is in use by another program`);
    expect(() => postmasterOf(data)).toThrow("ENOENT");
  });

  it("notices when its database dies", async () => {
    const program = await serve();
    process.kill(postmasterOf(data), "SIGQUIT");
    const [code] = await once(program.process, "close");
    expect(code).toBe(1);
  });

  it("works on a server by URL, and makes a login for rows that sees one province only", async () => {
    const server = inject("server");
    const name = `by_url_${process.pid}`;
    await asLogin(server.superuser, (client) => client.query(`create database ${name}`));
    const url = urlOf({ ...server.superuser, database: name });
    const program = await serve({ DATABASE_URL: url });
    const state = await (await fetch(new URL("/api/state", program.origin))).json();
    expect(state).toMatchObject({ database: { kind: "server", reachable: true } });
    await program.stop();

    const weak = await runProgram(["check"], {
      SAURO_DATA: data,
      DATABASE_URL: urlOf({ ...server.owner, database: name }),
    });
    expect(weak.code).toBe(1);
    expect(weak.stderr).toContain("CREATE ROLE sauro_rows;");
    const strong = { SAURO_DATA: data, DATABASE_URL: url, DATABASE_OWNER_URL: url };
    expect((await runProgram(["check"], strong)).stderr).toContain("sees through the walls");
  });
});

describe("commands beside a program that serves", () => {
  it("backs up and checks, does not restore; and restores when it has stopped", async () => {
    const program = await serve();
    const file = join(data, "backup.zip");
    expect(await runProgram(["backup", file], { SAURO_DATA: data })).toMatchObject({ code: 0 });
    const check = await runProgram(["check", "--json"], { SAURO_DATA: data });
    expect(JSON.parse(check.stdout)).toMatchObject({
      database: { kind: "embedded", reachable: true },
      concerns: [],
    });
    expect(await runProgram(["restore", file], { SAURO_DATA: data })).toMatchObject({ code: 1 });
    await program.stop();
    const restored = await runProgram(["restore", file], { SAURO_DATA: data });
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining("Đã khôi phục") });
  });
});

describe("a wrong call", () => {
  const calls: readonly [string, readonly string[], Record<string, string>, number, RegExp][] = [
    [
      "an unknown setting",
      ["serve"],
      { SAURO_PROT: "1" },
      1,
      /SAURO_PROT[\s\S]*no setting called SAURO_PROT/,
    ],
    ["an unknown command", ["srve"], {}, 2, /Không có lệnh "srve"/],
    ["an unknown option", ["check", "--jsn"], {}, 2, /no option "--jsn"/],
    ["a missing file name", ["backup"], {}, 2, /lacks FILE/],
    ["a port that is none", ["serve"], { SAURO_PORT: "x" }, 1, /no port number/],
    [
      "a database that is not there",
      ["check"],
      { DATABASE_URL: "postgresql://a:geheim@127.0.0.1:1/x" },
      1,
      /127\.0\.0\.1:1\/x cannot be reached/,
    ],
  ];
  it.each(calls)("says what is wrong with %s", async (_, words, environment, code, said) => {
    const run = await runProgram(words, { SAURO_DATA: data, ...environment });
    expect(run).toMatchObject({ code, stdout: "" });
    expect(run.stderr).toMatch(said);
    expect(run.stderr).not.toMatch(/geheim|\n\s+at /);
  });
});

describe("sauro.mjs", () => {
  it("passes words, output and the exit code through, from any folder", () => {
    const options = { cwd: mkdtempSync(join(tmpdir(), "elsewhere ")), encoding: "utf8" } as const;
    const { version } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8"));
    expect(execFileSync(process.execPath, [join(checkout, "sauro.mjs"), "--version"], options).trim()).toBe(
      version,
    );
    expect(() =>
      execFileSync(process.execPath, [join(checkout, "sauro.mjs"), "srve"], { ...options, stdio: "pipe" }),
    ).toThrow(expect.objectContaining({ status: 2 }));
  });
});
