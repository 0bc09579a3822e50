import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { countryCodes } from "../../src/domain/cooperation/country.ts";
import {
  type Declaration,
  type Field,
  fieldOf,
  type Value,
} from "../../src/domain/cooperation/declaration.ts";
import { declarations } from "../../src/domain/cooperation/declarations.ts";
import { loggedRecord } from "../../src/domain/cooperation/record.ts";
import { checkRecord } from "../../src/domain/cooperation/record-check.ts";
import { isPlain, type PlainField } from "../../src/domain/cooperation/record-value.ts";
import {
  changedWords,
  linkKind,
  type RecordDraft,
  writtenRecord,
} from "../../src/operations/record-draft.ts";
import { type ProvinceId, withProvince } from "../../src/store/database.ts";
import { addHistory } from "../../src/store/history.ts";
import { insertRecords } from "../../src/store/records.ts";
import type { Tables } from "../../src/store/schema.ts";
import { madeId } from "./register-rows.ts";

/** How many records to make of each register, and what they may link to. The same ground makes the same rows. */
export interface RecordGround {
  readonly counts: ReadonlyMap<string, number>;
  readonly units: readonly string[];
  readonly documents: readonly string[];
  readonly tasks: readonly string[];
}

/** The nth made record of a register. */
export function madeRecord(register: string, n: number): string {
  return madeId(`record ${register}`, n);
}

/** Fills a province with records of every register, each entered by a unit or the focal body, told in the history. */
export async function fillRecords(
  kysely: Kysely<Tables>,
  province: ProvinceId,
  ground: RecordGround,
): Promise<void> {
  for (const declaration of declarations)
    for (let from = 0; from < countOf(ground, declaration.key); from += 500) {
      const until = Math.min(from + 500, countOf(ground, declaration.key));
      await fillSome(kysely, province, { declaration, ground, from, until });
    }
}

function countOf({ counts }: RecordGround, register: string): number {
  return counts.get(register) ?? 0;
}

async function fillSome(
  kysely: Kysely<Tables>,
  province: ProvinceId,
  some: {
    readonly declaration: Declaration;
    readonly ground: RecordGround;
    readonly from: number;
    readonly until: number;
  },
): Promise<void> {
  const { declaration, ground, from, until } = some;
  const at = new Date("2026-01-02T03:04:05.678Z");
  const made = Array.from({ length: until - from }, (_, i) => {
    const chance = chanceOf(`${declaration.key} ${from + i}`);
    const id = madeRecord(declaration.key, from + i);
    const draft = madeDraft(declaration, from + i, ground, chance);
    const owner = declaration.owned === "each" && chance() < 0.9 ? oneOf(ground.units, chance) : null;
    return { draft, record: writtenRecord(declaration, draft, { id, owner, sourceKey: null }) };
  });
  const entries = made.map(({ draft, record: { id, title } }) => {
    const written = changedWords(declaration, null, draft).after;
    const after = loggedRecord(declaration, { title, written });
    return { id: madeId(`entry ${id}`, 0), what: "add-record", subject: `record:${id}`, before: null, after };
  });
  await withProvince(kysely, province, async (transaction) => {
    await insertRecords(
      transaction,
      province,
      made.map(({ record }) => record),
      at,
    );
    await addHistory(transaction, { actor: { province, person: "mai", address: null }, at }, entries);
  });
}

/** Numbers from 0 to 1 that look like chance, always the same for the same words (mulberry32). */
function chanceOf(words: string): () => number {
  let state = createHash("sha256").update(words).digest().readUInt32LE();
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Chance = () => number;

/** One of many, the first ones more often: a few units and countries have most of the work. */
function oneOf<T>(among: readonly T[], chance: Chance): T {
  const found = among[Math.floor(chance() * chance() * among.length)];
  if (found === undefined) throw new Error("there is nothing to choose from");
  return found;
}

/** Values and links of a record that its declaration lets pass. */
export function madeDraft(
  declaration: Declaration,
  n: number,
  ground: RecordGround,
  chance: Chance = chanceOf(`${declaration.key} ${n}`),
): RecordDraft {
  // Days follow one another in the order of the fields, as a form asks for them.
  const days = dayCounter(chance);
  const values: Record<string, Value> = {};
  const links: Record<string, RecordDraft["links"][string]> = {};
  const plain = (field: PlainField) =>
    field.key === declaration.title
      ? madeTitle(declaration, field, n, chance)
      : madeValue(field, chance, days);
  for (const field of declaration.fields) {
    if (!field.required && chance() > 0.7) continue;
    if (isPlain(field)) values[field.key] = plain(field);
    else {
      const targets = madeTargets(field, ground, chance);
      if (targets.length > 0) links[field.key] = targets;
    }
  }
  mend(declaration, { values, linked: Object.keys(links) }, plain);
  return { values, links };
}

/** What a rule of the register asks for is filled in, what it refuses is taken out or set to the usual. */
function mend(
  declaration: Declaration,
  { values, linked }: { readonly values: Record<string, Value>; readonly linked: readonly string[] },
  made: (field: PlainField) => Value,
): void {
  for (let turn = 0; turn < 10; turn++) {
    const [fault] = checkRecord(declaration, { values, linked });
    if (!fault) return;
    const field = fieldOf(declaration, fault.field);
    if (!field || !isPlain(field)) break;
    const usual = field.kind === "choice" ? field.choices[0]?.key : undefined;
    if (values[field.key] === undefined) values[field.key] = made(field);
    else if (usual !== undefined && values[field.key] !== usual) values[field.key] = usual;
    else delete values[field.key];
  }
  if (checkRecord(declaration, { values, linked }).length > 0)
    throw new Error(`no made record of ${declaration.key} keeps its rules`);
}

const places = [
  ...["Attapeu", "Champasak", "Sekong", "Ratanakiri", "Mondulkiri", "Stung Treng", "Salavan", "Yongsan"],
  ...["Izumisano", "Gangwon", "Jeonbuk", "Chungbuk", "Udon Thani", "Vân Nam", "Quảng Tây", "Bayern"],
];
const topics = [
  ...["nông nghiệp công nghệ cao", "du lịch sinh thái", "đào tạo nghề", "y tế cơ sở", "năng lượng tái tạo"],
  ...[
    "cửa khẩu và kho bãi",
    "văn hóa cồng chiêng",
    "chuyển đổi số",
    "cà phê và hồ tiêu",
    "thể thao học đường",
  ],
];
const sentences = [
  "Hai bên trao đổi về khả năng tiêu thụ nông sản của tỉnh và thống nhất cử đầu mối làm việc hằng quý.",
  "Buổi sáng làm việc tại trụ sở, buổi chiều thăm khu công nghiệp và hai hợp tác xã trồng cà phê.",
  "Đơn vị chủ trì chuẩn bị tài liệu bằng hai thứ tiếng, bố trí phiên dịch và phương tiện đi lại.",
  "Đề nghị các sở liên quan góp ý bằng văn bản trước khi trình lãnh đạo xem xét.",
  "Kinh phí chi theo dự toán được giao đầu năm, phần còn lại do phía bạn bảo đảm.",
  "Phía bạn đề xuất tiếp nhận hai mươi học viên mỗi năm và miễn học phí năm đầu.",
  "Chưa thống nhất thời điểm ký, hai bên tiếp tục trao đổi qua thư điện tử.",
  "Kết quả được gửi các cơ quan phối hợp để theo dõi và đưa vào báo cáo năm.",
];
const families = ["Nguyễn", "Trần", "Lê", "Phạm", "Siu", "Rơ Châm", "Hoàng", "Đặng"];
const given = ["Văn Hùng", "Thị Mai", "Quốc Bảo", "Thu Hà", "H'Linh", "Minh Đức", "Thanh Tâm", "Ngọc Ánh"];

function madeTitle({ one }: Declaration, field: PlainField, n: number, chance: Chance): string {
  const topic = oneOf(topics, chance);
  const title = `${one.vi} ${topic} với ${oneOf(places, chance)}, lần ${n + 1}`;
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`.slice(0, mostOf(field));
}

function mostOf(field: Field): number {
  return (field.kind === "text" ? field.most : undefined) ?? 500;
}

function madePerson(chance: Chance): string {
  return `${oneOf(families, chance)} ${oneOf(given, chance)}`;
}

interface DayCounter {
  readonly next: () => string;
}

/** Days from 2016 to today, each some weeks behind the one before. */
function dayCounter(chance: Chance): DayCounter {
  let day = Date.UTC(2016, 0, 1) + Math.floor(chance() * 3600) * 86_400_000;
  return {
    next: () => {
      day += (1 + Math.floor(chance() * 40)) * 86_400_000;
      return new Date(day).toISOString().slice(0, 10);
    },
  };
}

function madeValue(field: PlainField, chance: Chance, days: DayCounter): Value {
  const count = (from: number, to: number) => from + Math.floor(chance() ** 3 * (to - from));
  switch (field.kind) {
    case "text":
      if (field.pattern) return field.like ?? "";
      return (
        field.sensitivity === "personal"
          ? madePerson(chance)
          : `${oneOf(topics, chance)}, ${oneOf(places, chance)}`
      ).slice(0, mostOf(field));
    case "longText":
      return Array.from({ length: count(2, 9) }, () =>
        field.sensitivity === "personal" ? `${madePerson(chance)}, chuyên viên` : oneOf(sentences, chance),
      ).join("\n");
    case "integer":
    case "year":
      return field.kind === "year"
        ? count(2018, 2027)
        : count(field.min ?? 0, Math.min(field.max ?? 900, 900));
    case "decimal":
      return count(field.min ?? 0, Math.min(field.max ?? 900, 900)) / 2;
    case "money":
      return madeMoney(field.currency ?? oneOf(["VND", "USD", "KRW"], chance), count(1, 900));
    case "date":
      return days.next();
    case "period": {
      const [from, to] = [days.next(), days.next()];
      return { from, to: chance() < 0.95 ? to : null };
    }
    case "choice":
      return oneOf(field.choices, chance).key;
    case "choices":
      return field.choices.filter((_, at) => at === 0 || chance() < 0.25).map(({ key }) => key);
    case "yesNo":
      return chance() < 0.3;
    case "country":
      return chance() < 0.8
        ? oneOf(["LA", "KH", "KR", "JP", "CN", "US", "TH", "DE"], chance)
        : oneOf(countryCodes, chance);
    case "email":
      return `vp${count(1, 900)}@example.org`;
    case "phone":
      return `+84 269 ${1000 + count(1, 900)} ${100 + count(1, 900)}`;
    case "url":
      return `https://example.org/${count(1, 900)}`;
  }
}

function madeMoney(currency: string, thousands: number): Value {
  const amount = currency === "VND" ? thousands * 1_000_000 : thousands * 1000;
  return { amount, currency, dong: currency === "VND" ? null : amount * (currency === "USD" ? 26_000 : 19) };
}

function madeTargets(
  field: Extract<Field, { readonly kind: "link" }>,
  ground: RecordGround,
  chance: Chance,
): RecordDraft["links"][string] {
  const { to, many } = field;
  const one = (): string | null => {
    if (typeof to === "object") {
      const count = countOf(ground, to.register);
      return count === 0 ? null : madeRecord(to.register, Math.floor(chance() * chance() * count));
    }
    const among = { unit: ground.units, document: ground.documents, task: ground.tasks }[to];
    return among.length === 0 ? null : oneOf(among, chance);
  };
  const ids = Array.from({ length: many ? 1 + Math.floor(chance() * 3) : 1 }, one).filter(
    (id) => id !== null,
  );
  return [...new Set(ids)].map((id) => ({ id, kind: linkKind(to), name: null }));
}
