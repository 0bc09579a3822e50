import { afterAll, beforeAll, expect, it } from "vitest";
import type { AgreementTextsAnswer } from "../../src/contract/agreement-text.ts";
import type { ImportAnswer } from "../../src/contract/document.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { insertUnits } from "../../src/store/units.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";
import { madeUnit, unitNumber } from "../support/unit-rows.ts";
import { jsonOf, refusalOf } from "./register-app.ts";

let app: RegisterApp;
let agreement: string;
let document: string;

const english = `MEMORANDUM OF UNDERSTANDING
between the People's Committee of Gia Lai Province and Attapeu Province
Article 1. Fields
1. The two sides exchange doctors each year.
Article 2. Validity
This memorandum is valid for five years.
`;
const vietnamese = `BẢN GHI NHỚ
Điều 1. Lĩnh vực
1. Mỗi năm hai bên trao đổi bác sĩ.
Điều 2. Hiệu lực
Bản ghi nhớ có hiệu lực năm năm.`;

beforeAll(async () => {
  app = await openRegisterApp(() => new Date("2026-03-02T03:00:00Z"), startReading(), {
    focal: {
      name: "Cán bộ đầu mối",
      province: 52,
      held: [{ role: "focalOfficer", unit: null, actingFor: null }],
    },
    other: {
      name: "Thủ trưởng khác",
      province: 52,
      held: [{ role: "unitHead", unit: unitNumber(1), actingFor: null }],
    },
  });
  const province = provinceId(52);
  if (province === null) throw new Error("52 is a province");
  await withProvince(app.rows.kysely, province, (transaction) =>
    insertUnits(transaction, province, [madeUnit(1, null)]),
  );
  const upload = app.ask("focal", "/api/documents", uploadOf(["memorandum.txt", english]));
  const [line] = (await jsonOf<ImportAnswer>(upload)).lines;
  if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
  document = line.document.id;
  const add = async (register: string, values: object, links: object) => {
    const body = { values, links, owner: null, sure: true };
    return (await jsonOf<{ id: string }>(send("focal", "POST", `/api/records/${register}`, body))).id;
  };
  const partner = await add("partners", { name: "Attapeu", kind: "locality", country: "LA" }, {});
  agreement = await add(
    "agreements",
    { title: "Ghi nhớ y tế", paper: "agreement", level: "peoplesCommittee", effect: "onSigning" },
    { partners: [partner], signatory: [unitNumber(1)], documents: [document] },
  );
}, 120_000);
afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

const send = (person: string, method: string, path: string, body?: unknown) =>
  app.ask(person, path, body === undefined ? { method } : jsonRequest(method, body));
const at = (language = "") => `/api/agreements/${agreement}/texts${language && `/${language}`}`;
const typed = { isAuthentic: true, document: null, content: vietnamese };

it("holds the texts of a paper by language: words that were typed, and what was read of a document", async () => {
  await jsonOf(send("focal", "PUT", at("vi"), typed));
  const shown = await jsonOf<AgreementTextsAnswer>(
    send("focal", "PUT", at("en"), { isAuthentic: true, document, content: null }),
  );
  expect(
    shown.texts.map(({ language, isAuthentic, paragraphs }) => [language, isAuthentic, paragraphs?.[1]]),
  ).toEqual([
    ["vi", true, "Điều 1. Lĩnh vực"],
    ["en", true, expect.stringContaining("between the People's Committee")],
  ]);
  expect(shown.texts[1]?.paragraphs).toContain("This memorandum is valid for five years.");
  expect(shown.documents.map(({ id }) => id)).toEqual([document]);
});

it("says which text is authentic, and takes one text for another of the same language", async () => {
  const translation = { ...typed, isAuthentic: false, content: "Điều 1. Bản dịch" };
  const { texts } = await jsonOf<AgreementTextsAnswer>(send("focal", "PUT", at("vi"), translation));
  expect(texts.map(({ language, isAuthentic }) => `${language} ${isAuthentic}`)).toEqual([
    "vi false",
    "en true",
  ]);
  expect(texts[0]?.paragraphs).toEqual(["Điều 1. Bản dịch"]);
});

it("shows the words of a document to nobody who may not see it", async () => {
  const { texts, documents, mayEdit } = await jsonOf<AgreementTextsAnswer>(app.ask("other", at()));
  expect(texts.map(({ language, paragraphs }) => [language, paragraphs])).toEqual([
    ["vi", ["Điều 1. Bản dịch"]],
    ["en", null],
  ]);
  expect({ documents, mayEdit }).toEqual({ documents: [], mayEdit: false });
});

it("is written by the owner alone, from documents of the agreement", async () => {
  expect(await refusalOf(send("other", "PUT", at("vi"), typed))).toBe("403 record.not-owner");
  const foreign = { isAuthentic: true, document: agreement, content: null };
  expect(await refusalOf(send("focal", "PUT", at("lo"), foreign))).toBe("422 agreement.text-missing");
  expect(await refusalOf(send("focal", "PUT", at("lo"), { ...typed, content: null }))).toMatch(/^400/);
  expect(await refusalOf(send("focal", "DELETE", at("lo")))).toBe("404 agreement.text-unknown");
  const { texts } = await jsonOf<AgreementTextsAnswer>(send("focal", "DELETE", at("vi")));
  expect(texts.map(({ language }) => language)).toEqual(["en"]);
});
