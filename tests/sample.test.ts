import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OverviewAnswer } from "../src/contract/overview.ts";
import { apiPaths } from "../src/contract/paths.ts";
import type { SampleAnswer } from "../src/contract/sample.ts";
import { planDocument } from "./e2e/sample-document.ts";
import { runProgram, type ServedProgram, serveProgram } from "./support/program.ts";
import { makeDataFolder } from "./support/server.ts";

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

async function serve(words: readonly string[]): Promise<ServedProgram> {
  const program = await serveProgram({ SAURO_DATA: data }, words);
  running.push(program);
  return program;
}

/** Asks the API with the cookies of a session. */
type Ask = <T>(method: string, path: string, body?: unknown) => Promise<T>;

function asker(origin: string, cookie: string): Ask {
  return async (method, path, body) => {
    const response = await fetch(new URL(path, origin), {
      method,
      headers: { cookie, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // The test knows what the route gives.
    return (await response.json()) as never;
  };
}

const account = { email: "hoa@vd.gov.vn", password: "năm con cá vàng" };

/** Makes the first administrator, without naming a province unless one is given. */
async function firstAdministrator(
  { origin, setupLink }: ServedProgram,
  province: number | null = 52,
): Promise<Ask> {
  const token = setupLink?.split("#")[1];
  const made = await fetch(new URL(apiPaths.setup, origin), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      token,
      name: "Võ Thị Hoa",
      ...account,
      ...(province === null ? {} : { province }),
    }),
  });
  return asker(origin, cookiesOf(made));
}

async function signIn({ origin }: ServedProgram): Promise<Ask> {
  const opened = await fetch(new URL(apiPaths.session, origin), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(account),
  });
  return asker(origin, cookiesOf(opened));
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

async function sampleUntil(ask: Ask, isReached: (sample: SampleAnswer) => boolean): Promise<SampleAnswer> {
  for (;;) {
    const sample = await ask<SampleAnswer>("GET", apiPaths.sample);
    if (isReached(sample)) return sample;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const isFilled = ({ state }: SampleAnswer) => state === "filled";

/** What all ways of filling come to; the clock decides which tasks are late. */
async function figures(ask: Ask) {
  const { total, general, findings, documents } = await ask<OverviewAnswer>("GET", apiPaths.overview);
  return { total, general, undecided: findings.undecided, documents };
}

// 138 findings of five documents: 119 tasks to be followed and 4 exhortations, 3 dropped, 12 left open.
const whole = { total: 123, general: 4, undecided: 12, documents: { total: 5, toReview: 1 } };

// Each case starts the whole program several times.
describe("sauro serve --sample", { timeout: 120_000 }, () => {
  it("answers at once and fills an empty program behind it, the books balanced", async () => {
    const program = await serve(["--sample"]);
    const provinces = await fetch(new URL(apiPaths.setupCheck, program.origin), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: program.setupLink?.split("#")[1] }),
    });
    expect((await provinces.json()).provinces).toMatchObject([{ id: 52 }]);
    const ask = await firstAdministrator(program);
    expect(await sampleUntil(ask, isFilled)).toMatchObject({
      documents: 5,
      tasks: 123,
      own: [],
      offered: false,
    });
    expect(await figures(ask)).toEqual(whole);
    const run = await program.stop();
    expect(run.code).toBe(0);
    expect(run.stdout).toContain("138 findings → 119 tasks, 4 general, 3 dropped, 12 left for review");
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });

  it("killed half-way, it goes on at the next start and takes nothing in twice", async () => {
    const first = await serve(["--sample"]);
    const ask = await firstAdministrator(first);
    const broken = await sampleUntil(ask, ({ documents }) => documents >= 2);
    expect(broken.state).toBe("filling");
    first.process.kill("SIGKILL");
    await once(first.process, "close");

    const plain = await serve([]);
    expect(await (await signIn(plain))("GET", apiPaths.sample)).toMatchObject({ state: "stopped" });
    await plain.stop();

    const again = await serve(["--sample"]);
    const asked = await signIn(again);
    await sampleUntil(asked, isFilled);
    expect(await figures(asked)).toEqual(whole);
    await again.stop();

    const third = await serve(["--sample"]);
    expect(await figures(await signIn(third))).toEqual(whole);
    expect((await third.stop()).stdout).toContain("was filled in before");
  });

  it("refuses a program that holds a document, and changes nothing", async () => {
    const program = await serve([]);
    await firstAdministrator(program);
    const file = join(data, "ke-hoach.txt");
    writeFileSync(file, planDocument());
    expect(await runProgram(["import", file], { SAURO_DATA: data })).toMatchObject({ code: 0 });
    await program.stop();
    const refused = await runProgram(["serve", "--sample"], { SAURO_DATA: data, SAURO_PORT: "0" });
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/sổ đã có 1 văn bản[\s\S]*the register holds 1 documents/);
    const after = await signIn(await serve([]));
    expect(await after("GET", apiPaths.sample)).toMatchObject({ state: "none", documents: 1, tasks: 0 });
  });

  it("refuses a program of another province", async () => {
    const program = await serve([]);
    await firstAdministrator(program, 48);
    await program.stop();
    const elsewhere = await runProgram(["serve", "--sample"], { SAURO_DATA: data, SAURO_PORT: "0" });
    expect(elsewhere).toMatchObject({ code: 1, stdout: "" });
    expect(elsewhere.stderr).toMatch(/đã chọn.*Đà Nẵng[\s\S]*serves.*Đà Nẵng/);
  });
});
