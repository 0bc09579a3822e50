import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMail } from "../../src/delivery/mail.ts";
import type { CalendarDate } from "../../src/domain/basics/calendar-date.ts";
import { programActor } from "../../src/domain/organisation/actor.ts";
import { sendUrgingKind } from "../../src/jobs/send-urging.ts";
import { previewUrging } from "../../src/operations/preview-urging.ts";
import { sendUrging } from "../../src/operations/send-urging.ts";
import { messageOf, sendUrgingJob, urgeDuties } from "../../src/operations/urge-duties.ts";
import {
  changeUrging,
  retryMessage,
  sendTrialLetter,
  showUrging,
} from "../../src/operations/urging-settings.ts";
import { openRows, type ProvinceId, provinceId, type Rows, withProvince } from "../../src/store/database.ts";
import { enterPerson } from "../../src/store/posts.ts";
import { openQueue, type Queue } from "../../src/store/queue.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { realHolidays } from "../support/holidays.ts";
import { startMailServer, type TestMailServer } from "../support/mail.ts";
import { day, madeId } from "../support/register-rows.ts";
import { unitNumber } from "../support/unit-rows.ts";
import { beginUrging, dutyNumber, fillDuties, fillPosts } from "../support/urging-rows.ts";

const giaLai = provinceId(52) as ProvinceId; // 52 is the number of a province
/** A Monday, on which all the duties of this test are due, and the day after it. */
const monday = day("2026-03-02");
const tuesday = day("2026-03-03");

let database: TestDatabase;
let rows: Rows;
let server: TestMailServer;
let queue: Queue;
const bugs: unknown[] = [];
let today = monday;
let hour = 9;
let made = 0;

beforeAll(async () => {
  [database, server] = await Promise.all([openTestDatabase(), startMailServer()]);
  rows = openRows(database.program);
  const duties = Array.from({ length: 7 }, (_, n) => ({ unit: n + 1, lastDay: monday }));
  // The first unit owes two.
  await fillDuties(rows.kysely, giaLai, { units: 8, duties: [...duties, ...duties.slice(0, 1)], today });
  const officers = ["an", "khongco", "day", "cham", "binh", "xong", "chi"];
  const posts = officers.map((person, n) => ({ person, unit: n + 1, role: "unitOfficer" as const }));
  await fillPosts(
    rows.kysely,
    giaLai,
    [...posts, { person: "phu-trach", unit: 5, role: "unitOfficer" }],
    day("2025-07-01"),
  );
  queue = await openQueue({
    ...{ jobs: database.jobs, kysely: rows.kysely, kinds: [sendUrgingJob] },
    ...{ clock: world.clock, reportBug: (error) => bugs.push(error), silence: 10 },
  });
});
afterAll(async () => {
  await queue.close();
  await rows.close();
  await server.close();
  await database.drop();
  expect(bugs).toEqual([]);
});

const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 1_000 };
const world = {
  today: () => today,
  clock: () => new Date(Date.parse(`${today}T00:00:00Z`) + (hour - 7) * 3_600_000),
  newId: () => `01990000-0000-7000-8000-${String(made++).padStart(12, "0")}`,
  ...{ holidays: realHolidays(), sendsMail: true, origin: "https://sauro.vd.gov.vn" },
  get kysely() {
    return rows.kysely;
  },
  get queue() {
    return queue;
  },
  get mail() {
    const from = "sauro@vd.gov.vn";
    return openMail({ host: "127.0.0.1", port: server.port, tls: false, login: null, from }, patience);
  },
};

/** As the settings have it: with a mail server, or without. */
const settingsWorld = (hasServer = true) => ({
  ...{ kysely: rows.kysely, today: world.today, clock: world.clock, newId: world.newId, queue },
  post: hasServer ? { mail: world.mail, origin: world.origin } : null,
});

interface Message {
  readonly id: string;
  readonly person: string;
  readonly on: CalendarDate;
  readonly state: string;
  readonly tries: number;
  readonly code: string | null;
}

const messages = () =>
  withProvince(rows.kysely, giaLai, async (transaction) => {
    const { rows: all } = await sql<Message>`
      select id, person_id as person, on_day as "on", state, tries, failure ->> 'code' as code
        from urging_message where province_id = ${giaLai} order by on_day, person_id`.execute(transaction);
    return all;
  });
const told = async (person: string) => (await messages()).filter((message) => message.person === person);

async function send(person: string) {
  const [message] = (await told(person)).slice(-1);
  if (!message) throw new Error(`no message to ${person}`);
  return sendUrging({ province: giaLai, id: message.id }, world);
}

describe("whether units are urged", () => {
  it("is said by nobody at first: they are not", async () => {
    expect(await urgeDuties(giaLai, world)).toBeNull();
  });

  it.each([
    ["before the day on which it begins", "2026-02-27", 9],
    ["on a Sunday", "2026-03-08", 9],
    ["on the day of the Hùng Kings", "2026-04-27", 9],
    ["before work begins", "2026-03-02", 7],
    ["after work ends", "2026-03-02", 17],
  ])("not %s", async (_, on, at) => {
    await beginUrging(rows.kysely, giaLai, monday);
    [today, hour] = [day(on), at];
    expect(await urgeDuties(giaLai, world)).toBeNull();
    [today, hour] = [monday, 9];
  });
});

describe("on the day on which duties are due", () => {
  it("each officer has one message, whatever runs side by side; who is in charge has it in place of others", async () => {
    await withProvince(rows.kysely, giaLai, (transaction) =>
      sql`insert into task_assignment (province_id, task_id, unit_id, officer)
          values (${giaLai}, ${madeId("task", 4)}, ${unitNumber(5)}, 'phu-trach')`.execute(transaction),
    );
    const [one, other] = await Promise.all([urgeDuties(giaLai, world), urgeDuties(giaLai, world)]);
    const reached = { told: 8, overtaken: 0, letters: 0, meeting: 0, unheard: 0, waiting: 0 };
    expect([one?.reached, other?.reached].toSorted()).toEqual([0, 8]);
    expect(one?.reached === 8 ? one : other).toEqual({ reached: 8, ...reached });
    const people = ["an", "cham", "chi", "day", "khongco", "phu-trach", "xong"];
    expect((await messages()).map(({ person, state }) => [person, state])).toEqual(
      people.map((person) => [person, "planned"]),
    );
  });

  it("a message tells of all duties, and is sent once however often it is asked for", async () => {
    expect([await send("an"), await send("an")]).toEqual([{ failure: null }, { failure: null }]);
    const letters = server.letters.filter(({ to }) => to.includes("an@vd.gov.vn"));
    expect(letters).toHaveLength(1);
    const [{ id } = { id: "" }] = await told("an");
    expect(letters[0]?.source).toContain(`Message-ID: <urging.52.${id}@vd.gov.vn>`);
    const text = Buffer.from(letters[0]?.source.split("\r\n\r\n")[1] ?? "", "base64").toString();
    const plain = text.includes("Kính gửi") ? text : (letters[0]?.source ?? "");
    for (const n of [0, 7]) expect(plain.replaceAll("=\r\n", "")).toContain(`/duties/${dutyNumber(n)}`);
    expect(await told("an")).toMatchObject([{ state: "sent", tries: 1, code: null }]);
  });

  it("an address that is refused stands with its reason, and is not tried again", async () => {
    expect([await send("khongco"), await send("khongco")]).toEqual([{ failure: null }, { failure: null }]);
    expect(await told("khongco")).toMatchObject([{ state: "refused", tries: 1, code: "mail.refused" }]);
  });

  it("a full box stands with its reason, and is tried again", async () => {
    expect(await send("day")).toMatchObject({ failure: { code: "mail.unsent" } });
    expect(await send("day")).toMatchObject({ failure: { code: "mail.unsent" } });
    expect(await told("day")).toMatchObject([{ state: "unsent", tries: 2, code: "mail.unsent" }]);
  });

  it("a server that answers too late is asked again, under the same name", async () => {
    expect(await send("cham")).toMatchObject({ failure: { code: "mail.unsent" } });
    expect(await send("cham")).toEqual({ failure: null });
    const names = server.letters
      .filter(({ to }) => to.includes("cham@vd.gov.vn"))
      .map(({ source }) => /^Message-ID: (.*)$/m.exec(source)?.[1]);
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(1);
    expect(await told("cham")).toMatchObject([{ state: "sent", tries: 2 }]);
  });

  it("nothing is sent of what was handed in meanwhile", async () => {
    await withProvince(rows.kysely, giaLai, (transaction) =>
      sql`update duty set submitted_on = ${today}::date where id = ${dutyNumber(5)}`.execute(transaction),
    );
    expect(await send("xong")).toEqual({ failure: null });
    expect(await told("xong")).toMatchObject([{ state: "needless", tries: 0 }]);
  });

  it("the queue sends what waits", async () => {
    const sent = Promise.withResolvers<void>();
    const doJob = sendUrgingKind.doWith(world);
    await queue.work(sendUrgingJob, 1, async (job, signal) => {
      await doJob(job, signal).catch(() => undefined);
      if ((await told("chi"))[0]?.state === "sent" && (await told("phu-trach"))[0]?.state === "sent")
        sent.resolve();
    });
    await sent.promise;
    expect(server.letters.filter(({ to }) => to.includes("chi@vd.gov.vn"))).toHaveLength(1);
    expect(server.letters.filter(({ to }) => to.includes("binh@vd.gov.vn"))).toEqual([]);
  });
});

describe("who sets how the province urges", () => {
  const mai = { ...programActor("mai", giaLai), address: "10.0.0.1" };

  it("sees which messages no server took, and why", async () => {
    const shown = await showUrging(mai, settingsWorld());
    expect(shown).toMatchObject({ ok: true, value: { ladder: null, from: monday, fromHour: 8, toHour: 17 } });
    expect(shown.ok && shown.value.untaken.map(({ person, state }) => [person.email, state])).toEqual(
      expect.arrayContaining([
        ["khongco@vd.gov.vn", "refused"],
        ["day@vd.gov.vn", "unsent"],
      ]),
    );
  });

  it("changes it in the version that he saw, and no other", async () => {
    const wanted = {
      ladder: [{ kind: "digest", days: 0 }],
      from: monday,
      fromHour: 7,
      toHour: 16,
      mailOptional: false,
    } as const;
    expect(await changeUrging(mai, { ...wanted, version: 999 }, settingsWorld())).toMatchObject({
      failure: { code: "register.settings-changed" },
    });
    const shown = await showUrging(mai, settingsWorld());
    const version = shown.ok ? shown.value.version : 0;
    const changed = { ...wanted, version: version + 1 };
    expect(await changeUrging(mai, { ...wanted, version }, settingsWorld())).toMatchObject({
      value: changed,
    });
    expect(await showUrging(mai, settingsWorld())).toMatchObject({ value: changed });
  });

  it("is told whether there is a mail server, and sends a letter to himself to see whether it arrives", async () => {
    await withProvince(rows.kysely, giaLai, (transaction) =>
      enterPerson(transaction, giaLai, { id: "mai", name: "Mai", email: "mai@vd.gov.vn", phone: null }),
    );
    expect(await showUrging(mai, settingsWorld(false))).toMatchObject({ value: { mail: false } });
    expect(await sendTrialLetter(mai, "vi", settingsWorld(false))).toMatchObject({
      failure: { code: "mail.off" },
    });
    expect(await sendTrialLetter(mai, "vi", settingsWorld())).toEqual({
      ok: true,
      value: { to: "mai@vd.gov.vn" },
    });
    expect(server.letters.at(-1)?.to).toEqual(["mai@vd.gov.vn"]);
  });

  it("sees what would go out on the next working day, by settings that are not saved, and nothing is written", async () => {
    const before = await messages();
    const ladder = [{ kind: "reminder", days: 1 }] as const;
    const wanted = { ladder, from: monday, toHour: 17 };
    const seen = await previewUrging(mai, wanted, world);
    // Nobody is head of a unit with a duty: seven of eight still wait.
    expect(seen).toMatchObject({
      value: { on: tuesday, total: 0, balance: { reached: 7, told: 0, unheard: 7 } },
    });
    const digest = await previewUrging(mai, { ...wanted, ladder: [{ kind: "digest", days: 1 }] }, world);
    const told = digest.ok ? digest.value.messages.map(({ person, duties }) => [person.id, duties]) : [];
    expect(told[0]).toEqual(["an", 2]);
    expect(told.slice(1).sort()).toEqual(
      ["cham", "chi", "day", "khongco", "phu-trach"].map((person) => [person, 1]),
    );
    // The steps of today are booked, so nothing is left of them for tomorrow.
    const usual = await previewUrging(mai, { ...wanted, ladder: null }, world);
    expect(usual).toMatchObject({ value: { total: 0, balance: { reached: 0 } } });
    expect(await messages()).toEqual(before);
  });

  it("does not see today's steps as tomorrow's before their hour has come", async () => {
    hour = 7;
    const wanted = { ladder: [{ kind: "reminder", days: 0 }], from: monday, toHour: 17 } as const;
    expect(await previewUrging(mai, wanted, world)).toMatchObject({ value: { balance: { reached: 0 } } });
    hour = 9;
  });

  it("has a message of today tried again at once, and no message that did arrive", async () => {
    const [refused] = await told("khongco");
    expect(await retryMessage(mai, refused?.id ?? "", settingsWorld())).toMatchObject({ ok: true });
    expect(await told("khongco")).toMatchObject([{ state: "unsent", code: "mail.refused" }]);
    const jobs = await withProvince(rows.kysely, giaLai, async (transaction) => {
      const { rows: asked } = await sql<{ subject: string }>`
        select subject from job_request where province_id = ${giaLai} and subject like ${`${refused?.id} %`}`.execute(
        transaction,
      );
      return asked;
    });
    expect(jobs).toEqual([{ subject: `${refused?.id} 1` }]);
    expect(messageOf(jobs[0]?.subject ?? "")).toBe(refused?.id);
    await send("khongco");
    expect(await told("khongco")).toMatchObject([{ state: "refused", tries: 2 }]);
    const [sent] = await told("an");
    for (const id of [sent?.id ?? "", madeId("nothing", 1)])
      expect(await retryMessage(mai, id, settingsWorld())).toMatchObject({
        failure: { code: "duty.message-unknown" },
      });
  });

  it("is nobody of a unit", async () => {
    const officer = {
      ...mai,
      held: [{ role: "unitOfficer", unit: unitNumber(1), actingFor: null }] as const,
    };
    expect(await showUrging(officer, settingsWorld())).toMatchObject({
      failure: { code: "register.not-allowed" },
    });
  });
});

describe("on the next day", () => {
  it("what did not reach its person is told in that day's message, and nothing else is told again", async () => {
    today = tuesday;
    expect(await urgeDuties(giaLai, { ...world, sendsMail: false })).toMatchObject({ reached: 0 });
    expect(await told("day")).toMatchObject([
      { on: monday, state: "carried" },
      { on: tuesday, state: "shown" },
    ]);
    expect((await messages()).filter(({ on }) => on === tuesday)).toHaveLength(1);
  });

  it("without a mail server nothing waits to be sent", async () => {
    await send("day");
    expect(server.letters.filter(({ to }) => to.includes("day@vd.gov.vn"))).toEqual([]);
    expect(await told("day")).toMatchObject([{}, { state: "shown", tries: 0 }]);
  });
});
