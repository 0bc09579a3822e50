import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SearchAnswer } from "../../src/contract/search.ts";
import type { TaskListAnswer } from "../../src/contract/task.ts";
import { declarationOf } from "../../src/domain/cooperation/declarations.ts";
import { recordSearchText } from "../../src/domain/cooperation/record-check.ts";
import { taskSearchText } from "../../src/domain/duty/task.ts";
import type { HeldRole, Role } from "../../src/domain/organisation/rights.ts";
import { foldedKey } from "../../src/domain/text/fold.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { type ProvinceId, provinceId, withProvince } from "../../src/store/database.ts";
import { enterPerson, givePosts } from "../../src/store/posts.ts";
import { insertRecords } from "../../src/store/records.ts";
import { insertUnits } from "../../src/store/units.ts";
import { openRegisterApp, type RegisterApp } from "../support/register-app.ts";
import { day, madeId } from "../support/register-rows.ts";
import { madeUnit, unitNumber } from "../support/unit-rows.ts";
import { jsonOf } from "./register-app.ts";

const post = (role: Role, unit: number | null = null): readonly HeldRole[] => [
  { role, unit: unit === null ? null : unitNumber(unit), actingFor: null },
];
const people = {
  focal: { name: "Đầu mối", province: 52, held: post("focalOfficer") },
  auditor: { name: "Thanh tra", province: 52, held: post("auditor") },
  administrator: { name: "Quản trị", province: 52, held: post("administrator") },
  officer: { name: "Chuyên viên", province: 52, held: post("unitOfficer", 1) },
  elsewhere: { name: "Tỉnh khác", province: 48, held: post("focalOfficer") },
  roleless: { name: "Không vai", province: 52, held: [] },
};

let app: RegisterApp;

beforeAll(async () => {
  app = await openRegisterApp(() => new Date("2026-05-20T03:00:00Z"), startReading(), people);
  for (const number of [52, 48]) {
    const province = provinceId(number);
    if (province === null) throw new Error(`${number} is a province`);
    await fill(province);
  }
}, 120_000);
afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

/** Documents by number and subject, with one task each: whose it is and what is to be done. */
const documents = [
  ["1520/QĐ-UBND", "Kế hoạch hội nhập quốc tế", 1, "Sở Ngoại vụ", "Xây dựng cơ sở dữ liệu đối tác"],
  ["05/TB-VP", "Kết luận cuộc họp", 2, "Ban Quản lý Khu kinh tế", "Rà soát thỏa thuận 1520 cũ"],
  ["15/KH-UBND", "Đón đoàn Attapeu", 1, "Sở Ngoại vụ", "Chuẩn bị lễ tân"],
] as const;

/** The same things in each province, each with the word of its province. */
async function fill(province: ProvinceId): Promise<void> {
  const mark = `tinh${province}`;
  const unit = (n: number, named: object) => ({ ...madeUnit(n, null), id: idIn(province, n), ...named });
  await withProvince(app.rows.kysely, province, async (transaction) => {
    await insertUnits(transaction, province, [
      unit(1, { name: "Sở Ngoại vụ", symbol: "SNgV", aliases: ["Cơ quan đầu mối"] }),
      unit(2, { name: "Ban Quản lý Khu kinh tế", symbol: "BQLKKT" }),
      unit(3, { name: "Sở Kế hoạch cũ", to: day("2025-02-28") }),
    ]);
    for (const [at, [number, subject, lead, name, content]] of documents.entries()) {
      const [document, task] = [madeId(`document ${mark}`, at), madeId(`task ${mark}`, at)];
      await sql`insert into document (province_id, id, number, kind_name, issuer, issued_on, subject, file_name, sha256,
          imported_at, imported_by, folded)
        values (${province}, ${document}, ${number}, 'Quyết định', 'Ủy ban nhân dân tỉnh', '2026-01-05', ${subject}, 'a.docx',
          ${document}, now(), 'x', ${foldedKey(`${number} Quyết định Ủy ban nhân dân tỉnh ${subject} ${mark}`)})`.execute(
        transaction,
      );
      const words = {
        ref: "II.1",
        label: "1",
        group: null,
        content,
        timeWords: mark,
        result: null,
        approver: null,
      };
      const addressee = { role: "lead", name, collective: false, written: name, share: null } as const;
      const folded = taskSearchText(
        words,
        [{ ...addressee, nameKey: "", gazetteerId: null, answers: null }],
        number,
      );
      await sql`insert into task (province_id, id, document_id, ref, label, content, lead_text, assigned_on, accepted_at,
          accepted_by, folded)
        values (${province}, ${task}, ${document}, 'II.1', '1', ${content}, ${name}, '2026-01-05', now(), 'x', ${folded})`.execute(
        transaction,
      );
      await sql`insert into task_addressee (province_id, task_id, position, role, name, collective, written, name_key)
        values (${province}, ${task}, 0, 'lead', ${name}, false, ${name}, '')`.execute(transaction);
      await sql`insert into task_party (province_id, task_id, position, unit_id, holder_id)
        values (${province}, ${task}, 0, ${idIn(province, lead)}, ${idIn(province, lead)})`.execute(
        transaction,
      );
    }
    await insertRecords(
      transaction,
      province,
      [
        record(
          province,
          "partners",
          { name: `Hội hữu nghị Attapeu ${mark}`, kind: "body", email: "kinattapeu@vd.la" },
          1,
        ),
        record(province, "cases", { reference: "VV-1520", note: "Vụ việc zkinz" }, 2),
        ...Array.from({ length: 9 }, (_, n) =>
          record(province, "events", { name: `Gặp mặt lần ${n}` }, 1, n),
        ),
      ],
      new Date("2026-03-01T00:00:00Z"),
    );
    await sql`update record set removed_at = now() where title = 'Gặp mặt lần 8'`.execute(transaction);
    for (const [id, name, unit] of [
      ["mai", "Trần Thị Mai", 1],
      ["sen", "Mai Sen", 2],
      ["nghi", "Lê Mai Nghỉ", 1],
    ] as const) {
      const person = `${id}-${province}`;
      await enterPerson(transaction, province, {
        id: person,
        name,
        email: `zrieng${id}@vd.vn`,
        phone: "0900zrieng",
      });
      await givePosts(transaction, province, [
        {
          ...{
            id: madeId(`post ${person}`, 1),
            person,
            unit: idIn(province, unit),
            role: "unitOfficer",
            title: "Trưởng phòng",
          },
          ...{ from: day("2026-01-01"), to: null, actingFor: null, document: null },
        },
      ]);
    }
    await sql`update person set left_on = '2026-02-01' where name = 'Lê Mai Nghỉ'`.execute(transaction);
  });
}

function idIn(province: ProvinceId, n: number): string {
  return province === 52 ? unitNumber(n) : madeId("unit elsewhere", n);
}

function record(
  province: ProvinceId,
  register: string,
  values: Record<string, string>,
  owner: number,
  n = 0,
) {
  const declaration = declarationOf(register);
  if (!declaration) throw new Error(`${register} is a register`);
  return {
    ...{ id: madeId(`${register} ${province}`, n), register, title: values[declaration.title] ?? "", values },
    ...{
      folded: recordSearchText(declaration, values),
      owner: idIn(province, owner),
      sourceKey: null,
      links: [],
    },
  };
}

async function search(person: string, words: string): Promise<SearchAnswer> {
  return jsonOf(app.ask(person, `/api/search?words=${encodeURIComponent(words)}`));
}

/** What is found, as "kind: title". */
async function found(person: string, words: string): Promise<readonly string[]> {
  const { groups } = await search(person, words);
  return groups.flatMap(({ things }) =>
    things.map(({ kind, title, number }) => `${kind}: ${kind === "document" ? number : title}`),
  );
}

describe("a search over everything", () => {
  it.each([
    ["1520", "a running number"],
    ["1520/QD-UBND", "a number without marks"],
    ["Số: 1520/QĐ-UBND", "a number as heads print it"],
    ["1520qd", "a number that lost its signs"],
    ["quyết định số 1520", "a kind in words"],
    ["QĐ 1520", "a kind before the number"],
  ])("%s finds the document of this number first, then its task: %s", async (typed) => {
    const [first] = await found("focal", typed);
    expect(first).toBe("document: 1520/QĐ-UBND");
    const { groups } = await search("focal", typed);
    const tasks = groups.find(({ kind }) => kind === "task")?.things ?? [];
    expect(tasks[0]).toMatchObject({ title: "Xây dựng cơ sở dữ liệu đối tác", number: "1520/QĐ-UBND · 1" });
  });

  it.each([
    ["SNgV", "unit: Sở Ngoại vụ", "its symbol"],
    ["so ngoai vu", "unit: Sở Ngoại vụ", "its name without marks"],
    ["BQL KKT", "unit: Ban Quản lý Khu kinh tế", "abbreviations of the gazetteer"],
    ["cơ quan đầu mối", "unit: Sở Ngoại vụ", "another name that the tree of units holds"],
  ])("%s finds a unit first, and what speaks of it in other words: %s", async (typed, unit) => {
    const all = await found("focal", typed);
    expect(all[0]).toBe(unit);
    const task = unit.includes("Ngoại") ? "Chuẩn bị lễ tân" : "Rà soát thỏa thuận 1520 cũ";
    expect(all).toContain(`task: ${task}`);
  });

  it("goes on in a list with words that the list finds", async () => {
    const { listWords } = await search("focal", "SNgV");
    const list = await jsonOf<TaskListAnswer>(
      app.ask("focal", `/api/tasks?q=${encodeURIComponent(listWords)}`),
    );
    expect(list.total).toBe(2);
  });

  it("finds what is written out by its abbreviation, and says by which words titles may be marked", async () => {
    expect(await found("focal", "UBND")).toContain("document: 05/TB-VP");
    expect((await search("focal", "UBND")).marks).toEqual(["uy ban nhan dan", "ubnd"]);
  });

  it("finds people by the name that they are called by before others, with their posts of the day", async () => {
    const { groups } = await search("focal", "mai");
    expect(groups).toMatchObject([
      {
        kind: "person",
        things: [
          { title: "Mai Sen", detail: "Trưởng phòng, Ban Quản lý Khu kinh tế" },
          { title: "Trần Thị Mai", detail: "Trưởng phòng, Sở Ngoại vụ" },
        ],
      },
    ]);
  });

  it("shows six of a kind and says that there are more", async () => {
    const { groups } = await search("focal", "gap mat");
    expect(groups.map(({ kind, things, more }) => [kind, things.length, more])).toEqual([
      ["record", 6, true],
    ]);
    expect(groups[0]?.things[0]?.register).toEqual({
      key: "events",
      vi: "Sự kiện",
      en: "Events",
    });
  });

  it("finds no removed record, no unit that has ended and nobody who has left", async () => {
    expect(await found("focal", "gặp mặt lần 8")).toEqual([]);
    expect(await found("focal", "Sở Kế hoạch cũ")).toEqual([]);
    expect(await found("focal", "Lê Mai Nghỉ")).toEqual([]);
  });

  it.each(["", "  ", "/-.", "'", "zzyzx", "a&b|!c:*", "\\%_"])(
    "finds nothing by %j and breaks on nothing",
    async (typed) => {
      expect(await found("focal", typed)).toEqual([]);
    },
  );

  it("finds a task by its words of today, and not one that went into another", async () => {
    const province = provinceId(52);
    if (province === null) throw new Error("52 is a province");
    const [first, third] = [madeId("task tinh52", 0), madeId("task tinh52", 2)];
    const change = (to: string, joined: string | null) =>
      withProvince(app.rows.kysely, province, (transaction) =>
        sql`update task set folded = ${to}, joined_to = ${joined} where id = ${third}`.execute(transaction),
      );
    const { rows } = await withProvince(app.rows.kysely, province, (transaction) =>
      sql<{ folded: string }>`select folded from task where id = ${third}`.execute(transaction),
    );
    const before = rows[0]?.folded ?? "";
    await change(`${before} zdoiz`, null);
    expect(await found("focal", "zdoiz")).toEqual(["task: Chuẩn bị lễ tân"]);
    await change(`${before} zdoiz`, first);
    expect(await found("focal", "zdoiz")).toEqual([]);
    await change(before, null);
    expect(await found("focal", "zdoiz")).toEqual([]);
    expect(await found("focal", "15/KH-UBND le tan")).toEqual(["task: Chuẩn bị lễ tân"]);
  });

  it("asks the database once", async () => {
    app.statements.length = 0;
    await search("focal", "UBND 1520 mai");
    await search("officer", "UBND 1520 mai");
    expect(app.statements).toHaveLength(2);
  });
});

describe("what a search shows to whom", () => {
  it("finds cases for whom the table of rights lets see them, and tells nobody else of them", async () => {
    expect(await found("focal", "VV 1520")).toEqual(["record: VV-1520"]);
    for (const person of ["auditor", "administrator", "officer", "elsewhere"] as const)
      expect([person, await found(person, "VV 1520")]).toEqual([
        person,
        person === "elsewhere" ? ["record: VV-1520"] : [],
      ]);
    expect((await search("elsewhere", "VV 1520")).groups[0]?.things[0]?.id).toBe(madeId("cases 48", 0));
  });

  it("never looks into personal and restricted values", async () => {
    for (const typed of ["kinattapeu", "zriengmai", "0900zrieng", "zkinz"])
      expect([typed, await found("auditor", typed)]).toEqual([typed, []]);
  });

  it("finds for a unit its own tasks, their documents and itself, and records of all", async () => {
    const officer = await found("officer", "1520");
    expect(officer).toEqual(["document: 1520/QĐ-UBND", "task: Xây dựng cơ sở dữ liệu đối tác"]);
    expect(await found("officer", "khu kinh te")).toEqual([]);
    expect(await found("officer", "mai")).toEqual(["person: Trần Thị Mai"]);
    expect(await found("officer", "attapeu")).toContain("record: Hội hữu nghị Attapeu tinh52");
  });

  it("finds for the administrator units and people alone", async () => {
    const { groups } = await search("administrator", "so ngoai vu");
    expect(groups.map(({ kind }) => kind)).toEqual(["unit"]);
    expect(await found("administrator", "1520")).toEqual([]);
  });

  it("finds nothing of another province", async () => {
    expect(await found("focal", "tinh48")).toEqual([]);
    expect(await found("elsewhere", "tinh48")).toHaveLength(7);
  });

  it("shows things opened before in their order, without those that are no longer shown to the person", async () => {
    const task = (province: number, n: number) => `task:${madeId(`task tinh${province}`, n)}`;
    const things = [
      task(52, 1),
      task(48, 1),
      `person:mai-52`,
      task(52, 0),
      `record:${madeId("cases 52", 0)}`,
      "unit:x",
    ];
    const opened = async (person: string) => {
      const answer = await jsonOf<SearchAnswer>(app.ask(person, `/api/search?opened=${things.join(",")}`));
      return answer.opened.map(({ title }) => title);
    };
    expect(await opened("focal")).toEqual([
      ...["Rà soát thỏa thuận 1520 cũ", "Trần Thị Mai", "Xây dựng cơ sở dữ liệu đối tác", "VV-1520"],
    ]);
    expect(await opened("officer")).toEqual(["Trần Thị Mai", "Xây dựng cơ sở dữ liệu đối tác"]);
  });

  it("is refused to whom no list is open", async () => {
    expect((await app.ask("roleless", "/api/search?words=mai")).status).toBe(403);
  });
});
