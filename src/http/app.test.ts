import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { testCallOut } from "../../tests/support/call-out.ts";
import { realHolidays } from "../../tests/support/holidays.ts";
import { noInvitations, quietAccount, visitor } from "../../tests/support/visitor.ts";
import type { ReadAnswer } from "../contract/read.ts";
import { calendarDate } from "../domain/basics/calendar-date.ts";
import { fail, succeed } from "../domain/basics/result.ts";
import { paragraphAt } from "../domain/document/block.ts";
import { nowhere } from "../domain/document/place.ts";
import { failureCatalogue } from "../domain/language/failures.ts";
import { provinceNumber } from "../domain/organisation/actor.ts";
import { buildGazetteer } from "../domain/organisation/gazetteer.ts";
import { createApp } from "./app.ts";
import type { AccountsPort, AppDependencies, ReadFiles, ReadingResult } from "./dependencies.ts";

const webFolder = mkdtempSync(join(tmpdir(), "sauro-web-"));
mkdirSync(join(webFolder, "assets"));
writeFileSync(join(webFolder, "index.html"), "<!doctype html><title>Sáu Rõ</title>");
writeFileSync(join(webFolder, "assets/index-abc.js"), "plain");
writeFileSync(join(webFolder, "assets/index-abc.js.br"), "packed");
afterAll(() => rmSync(webFolder, { recursive: true }));

const reading: ReadingResult = {
  output: {
    version: 1,
    file: "a.txt",
    files: ["a.txt"],
    sha256: "0".repeat(64),
    document: {
      ...{ number: "12/KH-UBND", kind: "KH", kindName: "Kế hoạch", issuer: null, issuerSuperior: null },
      ...{
        place: null,
        date: null,
        subject: null,
        signer: null,
        recipients: [],
        attachedTo: null,
        doubts: {},
      },
    },
    tasks: [],
    citations: [],
    references: [],
    ledger: { steps: [] },
  },
  blocks: [paragraphAt("Sở Tài chính thẩm định dự toán.", nowhere)],
  notices: [],
};

/** A register without a database: the routes before it are what is tested here. */
const register: AppDependencies["register"] = {
  holidays: realHolidays(),
  agreementProcedures: [],
  timeLimits: [],
  borderMaps: new Map(),
  kysely: new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
  clock: () => new Date("2026-01-02T03:04:05Z"),
  today: () => calendarDate(2026, 1, 2) ?? unexpected(),
  newId: () => crypto.randomUUID(),
  gazetteer: buildGazetteer({ units: "", bodies: "", provinces: "" }),
  files: { put: unexpected, read: unexpected, list: unexpected, sweep: unexpected, discard: unexpected },
  quarantine: {
    ...{ put: unexpected, list: unexpected, read: unexpected, update: unexpected, remove: unexpected },
  },
  ...{ queue: { request: unexpected }, checkSoon: unexpected },
  readDocuments: unexpected,
  reading: { read: unexpected, apart: unexpected, close: unexpected },
};

function unexpected(): never {
  throw new Error("not to be asked");
}

const user = visitor({ id: "u1", name: "Trần Thị Mai", email: "mai@vd.vn" });

function accountsWith(more: Partial<AccountsPort> = {}): AccountsPort {
  return {
    hasAdministrator: async () => false,
    userOf: async () => null,
    signIn: async () => fail("account.wrong-password"),
    signOut: async () => ["session=; Max-Age=0"],
    checkSetupLink: async () => fail("account.setup-link-used"),
    setUp: async () => fail("account.setup-link-used"),
    provinceOf: async () => null,
    heldRoles: async () => [],
    provinces: async () => [{ id: 52, name: "Gia Lai", nameEn: "Gia Lai" }],
    chooseProvince: async () => fail("register.not-administrator"),
    ...more,
  };
}

function appWith(more: Partial<AppDependencies> = {}) {
  const bugs: unknown[] = [];
  const received: string[][] = [];
  const app = createApp(
    {
      readDocuments: async (files) => {
        received.push(files.map((file) => `${file.name}:${file.bytes.length}`));
        return { documents: [reading], unread: [] };
      },
      checkProgram: async () => ({
        database: { kind: "embedded", reachable: true, version: "18.4", sizeBytes: 1 },
        dataFolder: "/var/lib/x",
        freeBytes: 2,
        recogniser: "machine",
        concerns: [],
      }),
      accounts: accountsWith(),
      ...{ ownAccount: quietAccount, invitations: noInvitations, proxies: [] },
      post: null,
      callOut: testCallOut,
      sample: { province: provinceNumber(52) ?? unexpected(), now: unexpected, begin: unexpected },
      register,
      clock: () => new Date("2026-01-02T03:04:05Z"),
      version: "9.9.9",
      webFolder,
      hosts: ["localhost:3000"],
      secure: false,
      reportBug: (error) => bugs.push(error),
      ...more,
    },
    { files: 2, fileBytes: 1000, totalBytes: 1500 },
  );
  const ask = (path: string, init: RequestInit = {}, from = "127.0.0.1") =>
    app.request(
      `http://localhost:3000${path}`,
      { ...init, headers: { host: "localhost:3000", ...(init.headers as Record<string, string>) } },
      { incoming: { socket: { remoteAddress: from } } },
    );
  return { ask, bugs, received };
}

function upload(...files: readonly (readonly [name: string, size: number])[]): RequestInit {
  const body = new FormData();
  for (const [name, size] of files) body.append("files", new File(["x".repeat(size)], name));
  return { method: "POST", body };
}

async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { error: { code: string } }).error.code;
}

describe("reading", () => {
  it("gives documents with the source a person sees, and passes Vietnamese names on", async () => {
    const { ask, received } = appWith();
    const answer = await ask("/api/read", upload(["Kế hoạch số 5.docx", 10], ["Phụ lục.docx", 20]));
    expect(answer.status).toBe(200);
    const { documents } = (await answer.json()) as ReadAnswer;
    expect(documents[0]?.output.document.number).toBe("12/KH-UBND");
    expect(documents[0]?.source).toMatchObject([
      { kind: "paragraph", text: "Sở Tài chính thẩm định dự toán." },
    ]);
    expect(received).toEqual([["Kế hoạch số 5.docx:10", "Phụ lục.docx:20"]]);
  });

  it("says for each unread file what is wrong, in the language asked for", async () => {
    const { ask } = appWith({
      readDocuments: async () => ({
        documents: [],
        unread: [{ file: "cũ.doc", failure: { code: "file.encrypted", detail: {} } }],
      }),
    });
    const english = { ...upload(["cũ.doc", 5]), headers: { "accept-language": "en" } };
    const { unread } = (await (await ask("/api/read", english)).json()) as ReadAnswer;
    expect(unread).toMatchObject([{ file: "cũ.doc", error: { code: "file.encrypted" } }]);
    expect(unread[0]?.error.message).toMatch(/password/);
  });

  it.each([
    ["one file too many", upload(["a", 1], ["b", 1], ["c", 1]), 413, "server.too-many-files"],
    ["one file too large", upload(["a", 1001]), 413, "server.upload-too-large"],
    ["too much together", upload(["a", 900], ["b", 900]), 413, "server.upload-too-large"],
    ["no file", upload(), 400, "server.no-files"],
    ["not a form", { method: "POST", body: "{}" }, 400, "server.bad-request"],
    [
      "a form that breaks off",
      {
        method: "POST",
        headers: { "content-type": "multipart/form-data; boundary=x" },
        body: '--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\nab',
      },
      400,
      "server.upload-broken",
    ],
  ])("refuses %s", async (_, init, status, code) => {
    const { ask, received } = appWith();
    const answer = await ask("/api/read", init);
    expect(answer.status).toBe(status);
    expect(await codeOf(answer)).toBe(code);
    expect(received).toEqual([]);
  });

  it("holds only so many uploads at once, and takes the next when one is done", async () => {
    const read = Promise.withResolvers<ReadFiles>();
    const { ask } = appWith({ readDocuments: () => read.promise });
    const running = Array.from({ length: 4 }, () => ask("/api/read", upload(["a", 1])));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await codeOf(await ask("/api/read", upload(["a", 1])))).toBe("server.busy");
    read.resolve({ documents: [], unread: [] });
    expect((await Promise.all(running)).map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    expect((await ask("/api/read", upload(["a", 1]))).status).toBe(200);
  });

  it("keeps folders and invisible letters out of names", async () => {
    const { ask, received } = appWith();
    await ask("/api/read", upload(["hs/2025/k\u202Ehoach.docx", 1]));
    expect(received[0]?.[0]).toBe("khoach.docx:1");
  });
});

describe("the door", () => {
  const withAdministrator = { hasAdministrator: async () => true };

  it.each([
    ["this machine, before there is an administrator", {}, "127.0.0.1", 200],
    ["this machine over IPv6", {}, "::1", 200],
    ["another machine, before there is an administrator", {}, "10.1.2.3", 403],
    ["this machine without a session, once there is one", withAdministrator, "127.0.0.1", 401],
    ["a person with a session", { ...withAdministrator, userOf: async () => user }, "10.1.2.3", 200],
  ])("%s", async (_, accounts, from, status) => {
    const { ask } = appWith({ accounts: accountsWith(accounts) });
    expect((await ask("/api/read", upload(["a", 1]), from)).status).toBe(status);
    expect((await ask("/api/state", {}, from)).status).toBe(status);
  });

  it("does not take what a proxy passes on for this machine", async () => {
    const { ask } = appWith();
    expect((await ask("/api/state", { headers: { "x-forwarded-for": "10.9.9.9" } })).status).toBe(403);
  });

  it("every route of the API but the door itself needs it", async () => {
    const { ask } = appWith({ accounts: accountsWith(withAdministrator) });
    const description = (await (await ask("/api/openapi.json")).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    // Ways in, and what a code that was handed over opens.
    const open = [
      ...["/api/session", "/api/setup", "/api/setup/check", "/api/session/ways", "/api/session/code"],
      ...["/api/session/passkey", "/api/session/passkey/options", "/api/session/entry"],
      ...["/api/session/sso", "/api/session/sso/back"],
      ...["/api/invitations/check", "/api/invitations/accept"],
      ...["/api/recoveries/check", "/api/recoveries/use"],
      // Who has the link is who it was made for.
      "/api/calendar/{token}",
    ];
    const guarded = Object.entries(description.paths).filter(([path]) => !open.includes(path));
    expect(guarded.length).toBeGreaterThanOrEqual(2);
    for (const [path, methods] of guarded)
      for (const method of Object.keys(methods))
        expect((await ask(path, { method: method.toUpperCase() })).status, `${method} ${path}`).toBe(401);
  });

  it("hands over the cookies of a session, and shows name and e-mail only", async () => {
    const signedIn = succeed({ user, cookies: ["a=1; HttpOnly", "b=2; HttpOnly"] });
    const { ask } = appWith({ accounts: accountsWith({ signIn: async () => signedIn }) });
    const answer = await ask("/api/session", json({ email: user.email, password: "x" }));
    expect(answer.headers.getSetCookie()).toEqual(["a=1; HttpOnly", "b=2; HttpOnly"]);
    expect(await answer.json()).toEqual({
      gate: "signedIn",
      user: { name: user.name, email: user.email },
      province: null,
      may: [],
    });
  });

  it("gives the provinces to choose from to a link that opens, and to no other", async () => {
    const closed = appWith().ask("/api/setup/check", json({ token: "t" }));
    expect(await codeOf(await closed)).toBe("account.setup-link-used");
    const { ask } = appWith({ accounts: accountsWith({ checkSetupLink: async () => succeed(null) }) });
    const answer = await ask("/api/setup/check", json({ token: "t" }));
    expect(await answer.json()).toMatchObject({ provinces: [{ id: 52, name: "Gia Lai" }] });
  });

  it("an administrator without a province chooses one; nobody else, and no number that is none", async () => {
    const chosen: unknown[] = [];
    const accounts = accountsWith({
      ...{ ...withAdministrator, userOf: async () => user },
      chooseProvince: async (...choice) => {
        chosen.push(choice);
        return succeed(null);
      },
      provinceOf: async () => (chosen.length > 0 ? { id: 52, name: "Gia Lai", nameEn: "Gia Lai" } : null),
    });
    const { ask } = appWith({ accounts });
    const choose = (province: number) =>
      ask("/api/session/province", { ...json({ province }), method: "PUT" });
    expect((await ask("/api/documents")).status).toBe(409);
    expect((await choose(100)).status).toBe(400);
    expect(await (await choose(52)).json()).toMatchObject({ province: { id: 52 } });
    expect(chosen).toEqual([[user, 52]]);
    const other = appWith({ accounts: accountsWith({ ...withAdministrator, userOf: async () => user }) });
    const refused = await other.ask("/api/session/province", { ...json({ province: 52 }), method: "PUT" });
    expect(await codeOf(refused)).toBe("register.not-administrator");
  });

  it("names the part of a request that is wrong", async () => {
    const { ask } = appWith();
    const answer = await ask(
      "/api/setup",
      json({ token: "t", name: "A", email: "a@b.vn", password: "short" }),
    );
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { detail: { part: "password" } } });
  });
});

describe("guards", () => {
  it.each([
    ["our own page", { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }, 200],
    ["a program without a browser", {}, 200],
    ["another site", { origin: "https://evil.example" }, 403],
    ["another port of this machine", { origin: "http://localhost:8080" }, 403],
    ["a page without an origin (sandbox, file)", { origin: "null" }, 403],
    ["another site that hides its origin", { "sec-fetch-site": "cross-site" }, 403],
  ])("a change asked for by %s", async (_, headers, status) => {
    const { ask } = appWith();
    expect((await ask("/api/read", { ...upload(["a", 1]), headers })).status).toBe(status);
  });

  it("refuses names that are not ours (DNS rebinding), also for pages", async () => {
    const { ask } = appWith();
    for (const path of ["/", "/api/session", "/healthz"])
      expect((await ask(path, { headers: { host: "rebound.example:3000" } })).status).toBe(421);
  });

  it("every answer carries the guards, and the API is not kept", async () => {
    const { ask } = appWith();
    for (const path of ["/", "/api/session", "/api/none"]) {
      const { headers } = await ask(path);
      expect(headers.get("content-security-policy")).toMatch(/frame-ancestors 'none'/);
      expect(headers.get("content-security-policy")).not.toMatch(/unsafe/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      if (path.startsWith("/api/")) expect(headers.get("cache-control")).toBe("no-store");
    }
  });

  it("answers a bug neutrally and reports it whole", async () => {
    const { ask, bugs } = appWith({
      readDocuments: async () => {
        throw new Error("the secret path /root/x");
      },
    });
    const answer = await ask("/api/read", upload(["a", 1]));
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/secret/);
    expect(String((bugs[0] as Error).cause)).toMatch(/secret path/);
  });

  it("the catalogue holds statuses of errors only", () => {
    for (const [code, { status }] of Object.entries(failureCatalogue)) {
      expect(status, code).toBeGreaterThanOrEqual(400);
      expect(status, code).toBeLessThan(600);
    }
  });
});

describe("the web application", () => {
  it("gives the page for every place, asked for each time", async () => {
    const { ask } = appWith();
    for (const path of ["/", "/state", "/setup"]) {
      const answer = await ask(path);
      expect(await answer.text()).toMatch(/Sáu Rõ/);
      expect(answer.headers.get("cache-control")).toBe("no-cache");
    }
  });

  it("gives hashed files packed, to be kept for a year", async () => {
    const { ask } = appWith();
    const answer = await ask("/assets/index-abc.js", { headers: { "accept-encoding": "gzip, br" } });
    expect(answer.headers.get("content-encoding")).toBe("br");
    expect(await answer.text()).toBe("packed");
    expect(answer.headers.get("cache-control")).toMatch(/immutable/);
    expect(await (await ask("/assets/index-abc.js")).text()).toBe("plain");
  });

  it.each(["/assets/none.js", "/assets/index-abc.js.br", "/..%2f..%2fetc/passwd.txt", "/api/none"])(
    "has nothing at %s",
    async (path) => {
      const { ask } = appWith();
      expect((await ask(path)).status).toBe(404);
    },
  );

  it("says so when it was not built", async () => {
    const { ask } = appWith({ webFolder: join(webFolder, "none") });
    expect(await codeOf(await ask("/"))).toBe("server.web-missing");
  });
});

function json(body: unknown): RequestInit {
  return { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}
