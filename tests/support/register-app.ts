import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { succeed } from "../../src/domain/basics/result.ts";
import { permit } from "../../src/domain/duty/permission.ts";
import { provinceNumber } from "../../src/domain/organisation/actor.ts";
import type { HeldRole } from "../../src/domain/organisation/rights.ts";
import { createApp } from "../../src/http/app.ts";
import { type FileReading, startReading } from "../../src/intake/read-file.ts";
import { openInvitationDesk } from "../../src/main/invitations.ts";
import { openScanRegister, type ScanRegister, startJobs } from "../../src/main/jobs.ts";
import { openRegister } from "../../src/main/register-world.ts";
import { openRows, type Rows } from "../../src/store/database.ts";
import { type FileStore, openFileFolder } from "../../src/store/files.ts";
import { openQuarantine } from "../../src/store/quarantine.ts";
import { openTestAccounts } from "./accounts.ts";
import { testCallOut } from "./call-out.ts";
import { openTestDatabase, type TestDatabase } from "./database.ts";
import { realReading } from "./reading.ts";
import { worksThere } from "./roles.ts";
import { listenTo } from "./statements.ts";
import { quietAccount, visitor } from "./visitor.ts";

/** The application on a database and a file store of its own; who asks is said by the cookie "person". */
export interface RegisterApp {
  readonly database: TestDatabase;
  readonly rows: Rows;
  /** What the program asked of the database. */
  readonly statements: string[];
  readonly files: FileStore;
  /** What the operations stand on. */
  readonly register: RegisterAppWorld;
  /** Folder of the files and of the quarantine. */
  readonly folder: string;
  /** Begins to work off the queue; `scans` has to be given. */
  readonly startWork: (lane: FileReading) => Promise<{ readonly close: () => Promise<void> }>;
  /** Asks as a person of a province: "mai" of Gia Lai, "dung" of Đà Nẵng, "an" of none; null: nobody; "mai; stale": his proof is old. */
  readonly app: ReturnType<typeof createApp>;
  readonly ask: (person: string | null, path: string, init?: RequestInit) => Promise<Response>;
  readonly bugs: unknown[];
  readonly close: () => Promise<void>;
}

type RegisterAppWorld = Parameters<typeof createApp>[0]["register"];

const giaLai = provinceNumber(52) ?? misnumbered();

function misnumbered(): never {
  throw new Error("52 is the number of a province");
}

const people: Readonly<Record<string, { readonly name: string; readonly province: number | null }>> = {
  mai: { name: "Trần Thị Mai", province: 52 },
  dung: { name: "Phạm Văn Dũng", province: 48 },
  an: { name: "Lê An", province: null },
};

/** People beside those of `RegisterApp.ask`, by the name in their cookie, with what they are. */
export type MorePeople = Readonly<
  Record<
    string,
    { readonly name: string; readonly province: number | null; readonly held: readonly HeldRole[] }
  >
>;

export async function openRegisterApp(
  clock: () => Date,
  reading: FileReading = startReading(),
  more: MorePeople = {},
  /** Whether scans are taken: with the queue. */
  { scans: takesScans = false }: { readonly scans?: boolean } = {},
): Promise<RegisterApp> {
  const database = await openTestDatabase();
  const rows = openRows(database.program);
  const { kysely, statements } = listenTo(rows);
  const folder = mkdtempSync(join(tmpdir(), "sauro-register-"));
  const files = openFileFolder(join(folder, "files"));
  const bugs: unknown[] = [];
  const everybody: Readonly<Record<string, { readonly name: string; readonly province: number | null }>> = {
    ...people,
    ...more,
  };
  const parts = {
    ...{ kysely, jobs: database.jobs, files, reading: realReading(reading), clock, silence: 10 },
    reportBug: (error: unknown) => void bugs.push(error),
  };
  const scans: ScanRegister | null = takesScans
    ? await openScanRegister({ ...parts, dataFolder: folder })
    : null;
  const register =
    scans?.register ??
    Object.assign(openRegister(parts), {
      quarantine: await openQuarantine(join(folder, "quarantine")),
      queue: { request: () => Promise.reject(new Error("scans are not taken in these tests")) },
      checkSoon: () => undefined,
    });
  const app = createApp({
    readDocuments: async () => ({ documents: [], unread: [] }),
    checkProgram: async () => {
      const database = { kind: "embedded", reachable: true, version: null, sizeBytes: null } as const;
      return { database, dataFolder: folder, freeBytes: null, recogniser: "machine", concerns: [] };
    },
    register,
    accounts: {
      hasAdministrator: async () => true,
      userOf: async (headers) => {
        const id = /person=([\w-]+)/.exec(headers.get("cookie") ?? "")?.[1];
        const person = id === undefined ? undefined : everybody[id];
        if (!id || !person) return null;
        const fresh = !headers.get("cookie")?.endsWith("; stale");
        return { ...visitor({ id, name: person.name, email: `${id}@vd.gov.vn` }), fresh };
      },
      signIn: async () => succeed({ user: { id: "", name: "", email: "" }, cookies: [] }),
      signOut: async () => [],
      checkSetupLink: async () => succeed(null),
      setUp: async () => succeed({ user: { id: "", name: "", email: "" }, cookies: [] }),
      provinceOf: async (person) => {
        const province = everybody[person]?.province;
        return province ? { id: province, name: "", nameEn: "" } : null;
      },
      heldRoles: async ({ id }) => more[id]?.held ?? worksThere,
      provinces: async () => [],
      chooseProvince: async () => succeed(null),
    },
    ...{ ownAccount: quietAccount, proxies: [] },
    invitations: openInvitationDesk(openTestAccounts(rows, clock), register, null),
    sample: {
      province: giaLai,
      now: () => ({ progress: null, failure: null }),
      begin: async (actor) => {
        const allowed = permit(actor, "fill-sample");
        return allowed.ok ? succeed(null) : allowed;
      },
    },
    post: null,
    callOut: testCallOut,
    ...{ clock, version: "0", webFolder: folder, hosts: ["localhost:3000"], secure: false },
    reportBug: (error) => bugs.push(error),
  });
  return {
    ...{ database, rows, statements, files, folder, register, bugs, app },
    startWork: (lane) => {
      if (!scans) throw new Error("scans are not taken in these tests");
      return startJobs(scans.queue, { ...parts, lane, post: null, callOut: testCallOut });
    },
    ask: async (person, path, init = {}) =>
      app.request(`http://localhost:3000${path}`, {
        ...init,
        headers: {
          host: "localhost:3000",
          ...(person === null ? {} : { cookie: `person=${person}` }),
          ...(init.headers as Record<string, string>), // tests give plain objects
        },
      }),
    close: async () => {
      await scans?.close();
      reading.close();
      await rows.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A request with a JSON body. */
export function jsonRequest(method: string, body: unknown): RequestInit {
  return { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

/** An upload of files, as texts or bytes. */
export function uploadOf(
  ...files: readonly (readonly [name: string, content: string | Uint8Array])[]
): RequestInit {
  const body = new FormData();
  for (const [name, content] of files)
    body.append("files", new File([typeof content === "string" ? content : new Uint8Array(content)], name));
  return { method: "POST", body };
}
