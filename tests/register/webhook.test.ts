import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signatureOf } from "../../src/delivery/webhook.ts";
import { addDays } from "../../src/domain/basics/calendar-date.ts";
import { programActor } from "../../src/domain/organisation/actor.ts";
import { sendWebhookKind } from "../../src/jobs/send-webhook.ts";
import { sendWebhook, sendWebhookJob } from "../../src/operations/send-webhook.ts";
import { sendUrgingJob, urgeDuties } from "../../src/operations/urge-duties.ts";
import { retryMessage, showUrging } from "../../src/operations/urging-settings.ts";
import { changeWebhook, showWebhook, tryWebhook } from "../../src/operations/webhook-settings.ts";
import { openRows, type ProvinceId, provinceId, type Rows, withProvince } from "../../src/store/database.ts";
import { openQueue, type Queue } from "../../src/store/queue.ts";
import { testCallOut } from "../support/call-out.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { realHolidays } from "../support/holidays.ts";
import { day } from "../support/register-rows.ts";
import { beginUrging, dutyNumber, fillDuties, fillPosts } from "../support/urging-rows.ts";

const giaLai = provinceId(52) as ProvinceId; // 52 is the number of a province
const monday = day("2026-03-02");

interface Heard {
  readonly id: string;
  readonly time: string;
  readonly signature: string;
  readonly text: string;
}

const heard: Heard[] = [];
const bugs: unknown[] = [];
/** What the other side answers, by the mail of the person; 0: nothing at all. */
const answers: Record<string, number> = {};

let database: TestDatabase;
let rows: Rows;
let queue: Queue;
let server: Server;
let url: string;
let secret: string;
let today = monday;
let made = 0;

const world = {
  today: () => today,
  clock: () => new Date(`${today}T02:00:00Z`),
  newId: () => `01990000-0000-7000-8000-${String(made++).padStart(12, "0")}`,
  ...{ holidays: realHolidays(), sendsMail: false, callOut: testCallOut, post: null },
  get kysely() {
    return rows.kysely;
  },
  get queue() {
    return queue;
  },
};
const focal = programActor("mai", giaLai);
const mai = {
  ...focal,
  held: [...focal.held, { role: "administrator", unit: null, actingFor: null }],
} as const;

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  server = createServer((request, answer) => {
    void text(request).then((body) => {
      const of = (name: string) => String(request.headers[name]);
      heard.push({
        ...{
          id: of("webhook-id"),
          time: of("webhook-timestamp"),
          signature: of("webhook-signature"),
          text: body,
        },
      });
      const { person } = JSON.parse(body) as { person?: { email: string } };
      const status = answers[person?.email ?? ""] ?? 204;
      if (status > 0) answer.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this form.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const people = ["an", "binh", "chi", "dung"];
  const duties = people.map((_, n) => ({ unit: n + 1, lastDay: monday }));
  await fillDuties(rows.kysely, giaLai, { units: 4, duties, today });
  const posts = people.map((person, n) => ({ person, unit: n + 1, role: "unitOfficer" as const }));
  await fillPosts(rows.kysely, giaLai, posts, day("2025-07-01"));
  await beginUrging(rows.kysely, giaLai, monday);
  queue = await openQueue({
    ...{ jobs: database.jobs, kysely: rows.kysely, kinds: [sendWebhookJob, sendUrgingJob] },
    ...{ clock: world.clock, reportBug: (error) => bugs.push(error), silence: 10 },
  });
});
afterAll(async () => {
  await queue.close();
  server.closeAllConnections();
  server.close();
  await rows.close();
  await database.drop();
  expect(bugs).toEqual([]);
});

interface Delivery {
  readonly id: string;
  readonly person: string;
  readonly state: string;
  readonly tries: number;
}

async function deliveries(): Promise<readonly Delivery[]> {
  return withProvince(rows.kysely, giaLai, async (transaction) => {
    const { rows: all } = await sql<Delivery>`
      select m.id, m.person_id as person, w.state, w.tries
        from urging_delivery w join urging_message m on m.province_id = w.province_id and m.id = w.message_id
       where w.province_id = ${giaLai} order by m.on_day, m.person_id`.execute(transaction);
    return all;
  });
}

async function send(person: string) {
  const id = (await deliveries()).find((one) => one.person === person)?.id;
  if (!id) throw new Error(`no message to ${person}`);
  return sendWebhook({ province: giaLai, id }, world);
}

const heardOf = (person: string) => heard.filter((one) => one.text.includes(`"${person}@vd.gov.vn"`));
const stateOf = async (person: string) => (await deliveries()).find((one) => one.person === person);

describe("the webhook of a province", () => {
  it("is off until somebody sets it, and cannot be called", async () => {
    expect(await showWebhook(mai, world)).toMatchObject({ value: { url: null, secret: null } });
    expect(await tryWebhook(mai, world)).toMatchObject({ failure: { code: "duty.webhook-off" } });
  });

  it.each(["ftp://vd.gov.vn/", "https://mai:matkhau@vd.gov.vn/", "vd.gov.vn", "https://"])(
    "is not set to %s",
    async (wrong) => {
      const wanted = { url: wrong, renew: false, version: 0 };
      expect(await changeWebhook(mai, wanted, world)).toMatchObject({
        failure: { code: "duty.webhook-address", detail: { url: wrong } },
      });
    },
  );

  it("has a secret that is given once and kept sealed, and another with another address", async () => {
    const seen = await showWebhook(mai, world);
    const version = seen.ok ? seen.value.version : -1;
    const set = await changeWebhook(mai, { url, renew: false, version }, world);
    secret = (set.ok && set.value.secret) || "";
    expect(secret).toMatch(/^whsec_[A-Za-z\d+/]{43}=$/);
    expect(await showWebhook(mai, world)).toMatchObject({ value: { url, secret: null } });
    expect(await changeWebhook(mai, { url, renew: false, version }, world)).toMatchObject({
      failure: { code: "register.settings-changed" },
    });
    const { rows: kept } = await withProvince(rows.kysely, giaLai, (transaction) =>
      sql<{
        row: string;
      }>`select s::text as row from province_setting s union all select h::text from history h`.execute(
        transaction,
      ),
    );
    expect(kept.filter(({ row }) => row.includes(secret) || row.includes(secret.slice(6)))).toEqual([]);
    const same = await changeWebhook(mai, { url, renew: false, version: version + 1 }, world);
    expect(same).toMatchObject({ value: { secret: null } });
  });

  it("is called once on trial, signed", async () => {
    expect(await tryWebhook(mai, world)).toEqual({ ok: true, value: null });
    const [trial] = heard.splice(0);
    if (!trial) throw new Error("nothing was heard");
    expect(signatureOf({ ...trial, secret })).toBe(trial.signature);
  });
});

describe("messages by webhook", () => {
  it("are booked with the messages, one for each, and handed over once however often it is asked for", async () => {
    await urgeDuties(giaLai, world);
    await urgeDuties(giaLai, world);
    expect((await deliveries()).map(({ person, state }) => [person, state])).toEqual(
      ["an", "binh", "chi", "dung"].map((person) => [person, "planned"]),
    );
    expect([await send("an"), await send("an")]).toEqual([{ failure: null }, { failure: null }]);
    const [one, ...more] = heardOf("an");
    expect([one?.id, more.length]).toEqual([`urging.52.${(await stateOf("an"))?.id}`, 0]);
    const body = JSON.parse(one?.text ?? "{}") as { duties: { link: string }[]; person: { name: string } };
    expect(body.duties.map(({ link }) => link)).toEqual([`https://sauro.vd.gov.vn/duties/${dutyNumber(0)}`]);
    expect(await stateOf("an")).toMatchObject({ state: "sent", tries: 1 });
  });

  it("that are refused stand with their reason until somebody tries them again", async () => {
    answers["binh@vd.gov.vn"] = 403;
    expect([await send("binh"), await send("binh")]).toEqual([{ failure: null }, { failure: null }]);
    expect(heardOf("binh")).toHaveLength(1);
    const shown = await showUrging(mai, world);
    expect(shown.ok && shown.value.untaken).toMatchObject([
      { person: { id: "binh" }, by: "webhook", state: "refused", failure: { code: "duty.webhook-refused" } },
    ]);
    answers["binh@vd.gov.vn"] = 200;
    const id = (await stateOf("binh"))?.id ?? "";
    expect(await retryMessage(mai, id, world)).toMatchObject({ ok: true });
    await send("binh");
    expect(await stateOf("binh")).toMatchObject({ state: "sent", tries: 2 });
  });

  it("that are not answered are tried again under the same name by the queue, and then are sent", async () => {
    answers["chi@vd.gov.vn"] = 0;
    expect(await send("chi")).toMatchObject({ failure: { code: "duty.webhook-unsent" } });
    answers["chi@vd.gov.vn"] = 500;
    expect(await send("chi")).toMatchObject({ failure: { code: "duty.webhook-unsent" } });
    answers["chi@vd.gov.vn"] = 200;
    const sent = Promise.withResolvers<void>();
    const doJob = sendWebhookKind.doWith(world);
    await queue.work(sendWebhookJob, 1, async (job, signal) => {
      await doJob(job, signal);
      if ((await stateOf("chi"))?.state === "sent" && (await stateOf("dung"))?.state === "sent")
        sent.resolve();
    });
    await sent.promise;
    expect(new Set(heardOf("chi").map(({ id }) => id)).size).toBe(1);
    expect(await stateOf("chi")).toMatchObject({ state: "sent", tries: 3 });
    expect(heardOf("dung")).toHaveLength(1);
  });

  it("are asked for again on the next working day when nobody took them, and never of what was reported", async () => {
    await withProvince(rows.kysely, giaLai, (transaction) =>
      sql`update urging_delivery set state = 'unsent' where province_id = ${giaLai} and message_id in (
            select id from urging_message where person_id in ('an', 'binh'))`.execute(transaction),
    );
    await withProvince(rows.kysely, giaLai, (transaction) =>
      sql`update duty set submitted_on = ${monday}::date where id = ${dutyNumber(1)}`.execute(transaction),
    );
    const before = [heardOf("an").length, heardOf("binh").length];
    today = addDays(monday, 1);
    await urgeDuties(giaLai, world);
    await expect.poll(async () => (await stateOf("binh"))?.state, { timeout: 20_000 }).toBe("needless");
    await expect.poll(async () => (await stateOf("an"))?.state, { timeout: 20_000 }).toBe("sent");
    expect([heardOf("an").length, heardOf("binh").length]).toEqual([(before[0] ?? 0) + 1, before[1]]);
  });

  it("are given up after a week, stand so with their reason, and go again when somebody has them sent", async () => {
    answers["dung@vd.gov.vn"] = 500;
    const id = (await stateOf("dung"))?.id ?? "";
    const old = (state: string) =>
      withProvince(rows.kysely, giaLai, (transaction) =>
        sql`update urging_delivery set state = ${state} where province_id = ${giaLai} and message_id = ${id}`.execute(
          transaction,
        ),
      );
    await old("unsent");
    const urgedOn = today;
    today = addDays(monday, 7);
    await urgeDuties(giaLai, world);
    expect((await deliveries()).find((one) => one.id === id)).toMatchObject({ state: "unsent" });
    today = addDays(monday, 8);
    await urgeDuties(giaLai, world);
    expect((await deliveries()).find((one) => one.id === id)).toMatchObject({ state: "givenUp" });
    const shown = await showUrging(mai, world);
    expect(shown.ok && shown.value.untaken.find((one) => one.id === id)).toMatchObject({ state: "givenUp" });
    answers["dung@vd.gov.vn"] = 200;
    expect(await retryMessage(mai, id, world)).toMatchObject({ ok: true });
    await expect
      .poll(async () => (await deliveries()).find((one) => one.id === id)?.state, { timeout: 20_000 })
      .toBe("sent");
    today = urgedOn;
  });

  it("are none of a step that goes by mail alone", async () => {
    const ladder = JSON.stringify([{ kind: "digest", days: 2, by: ["mail"] }]);
    await withProvince(rows.kysely, giaLai, (transaction) =>
      sql`update province_setting set ladder = ${ladder}::jsonb where province_id = ${giaLai}`.execute(
        transaction,
      ),
    );
    const before = (await deliveries()).length;
    today = addDays(monday, 2);
    expect(await urgeDuties(giaLai, { ...world, sendsMail: true })).toMatchObject({ told: 3 });
    expect(await deliveries()).toHaveLength(before);
  });
});
