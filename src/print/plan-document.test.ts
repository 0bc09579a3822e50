import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { decisionWithPlan, planOfUnit } from "../../samples/gia-lai/documents.ts";
import { loadSample } from "../../samples/gia-lai/facts.ts";
import { type PlanDocument, printPlanDocument } from "./plan-document.ts";

const { plan, unitPlan } = loadSample();
const decision = decisionWithPlan(plan);

/** The parts of a printed file by their names. */
async function partsOf(document: PlanDocument): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(await printPlanDocument(document));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The text of a piece of WordprocessingML, blanks made plain. */
function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text]) => text)
    .join("")
    .replaceAll("\u00a0", " ");
}

/** The paragraph that holds a text. */
function paragraphWith(xml: string, text: string): string {
  const found = xml.match(/<w:p>.*?<\/w:p>/gs)?.find((paragraph) => textOf(paragraph).includes(text));
  if (found === undefined) throw new Error(`nothing printed holds "${text}"`);
  return found;
}

/** Size in points, bold, italic, alignment of the first run that holds a text. */
function look(xml: string, text: string): readonly [number, boolean, boolean, string | undefined] {
  const paragraph = paragraphWith(xml, text);
  return [
    Number(/<w:sz w:val="(\d+)"/.exec(paragraph)?.[1]) / 2,
    /<w:b\/>/.test(paragraph),
    /<w:i\/>/.test(paragraph),
    /<w:jc w:val="(\w+)"/.exec(paragraph)?.[1],
  ];
}

const millimetres = (twips: string | undefined) => (Number(twips) * 25.4) / 1440;

describe("the statutory layout (Nghị định 30/2020/NĐ-CP, Phụ lục I)", () => {
  let xml = "";
  let parts: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    parts = await partsOf(decision);
    xml = parts["word/document.xml"] ?? "";
  });

  it("is A4, upright for the texts and across for the annex, in one section each", () => {
    const sizes = [...xml.matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, attributes = ""]) => {
      const [width, height] = ["w", "h"].map((side) =>
        Math.round(millimetres(new RegExp(`w:${side}="(\\d+)"`).exec(attributes)?.[1])),
      );
      return [width, height, /landscape/.test(attributes)];
    });
    expect(sizes).toEqual([
      [210, 297, false],
      [210, 297, false],
      [297, 210, true],
    ]);
  });

  it("keeps the margins: 20–25 above and below, 30–35 left, 15–20 right", () => {
    const margins = [...xml.matchAll(/<w:pgMar ([^>]*)\/>/g)].map(([, attributes = ""]) =>
      ["top", "bottom", "left", "right"].map((side) =>
        Math.round(millimetres(new RegExp(`w:${side}="(\\d+)"`).exec(attributes)?.[1])),
      ),
    );
    expect(margins).toHaveLength(3);
    for (const [top = 0, bottom = 0, left = 0, right = 0] of margins) {
      expect(Math.min(top, bottom)).toBeGreaterThanOrEqual(20);
      expect(Math.max(top, bottom)).toBeLessThanOrEqual(25);
      expect([left >= 30 && left <= 35, right >= 15 && right <= 20]).toEqual([true, true]);
    }
  });

  it("is in Times New Roman throughout, black", () => {
    const fonts = new Set(
      [...xml.matchAll(/w:(?:ascii|hAnsi|cs|eastAsia)="([^"]*)"/g)].map(([, name]) => name),
    );
    expect([...fonts]).toEqual(["Times New Roman"]);
    expect(xml).not.toMatch(/<w:color w:val="(?!000000|auto)/);
  });

  it.each<readonly [text: string, expected: readonly [number, boolean, boolean, string], rule: string]>([
    ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", [12, true, false, "center"], "nation: 12–13, bold"],
    ["Độc lập - Tự do - Hạnh phúc", [13, true, false, "center"], "motto: 13–14, bold"],
    ["ỦY BAN NHÂN DÂN", [12, true, false, "center"], "issuer: 12–13, bold"],
    ["Số: 1520/QĐ-UBND", [13, false, false, "center"], "number: 13, upright"],
    ["Gia Lai, ngày 21 tháng 8 năm 2025", [13, false, true, "center"], "day: 13–14, italic"],
    ["QUYẾT ĐỊNH", [14, true, false, "center"], "kind: 13–14, bold"],
    ["Ban hành Kế hoạch hội nhập", [14, true, false, "center"], "subject: 13–14, bold"],
    ["Căn cứ Luật", [14, false, true, "both"], "grounds: italic, justified"],
    ["Quyết định có hiệu lực", [14, true, false, "both"], "body: 13–14, its label bold, justified"],
    ["TM. ỦY BAN NHÂN DÂN", [14, true, false, "center"], "capacity: 13–14, bold capitals"],
    ["Phạm Anh Tuấn", [14, true, false, "center"], "signer: 13–14, bold"],
    ["Nơi nhận:", [12, true, true, "left"], "recipients: 12, bold italic"],
    ["- Bộ Ngoại giao;", [11, false, false, "left"], "list of recipients: 11"],
    ["DANH MỤC NHIỆM VỤ", [14, true, false, "center"], "title of the annex: 13–14, bold capitals"],
    ["Phổ biến Nghị quyết 59", [12, false, false, "left"], "cells: 12–13"],
  ])("%s", (text, expected) => {
    expect(look(xml, text)).toEqual(expected);
  });

  it("ends grounds with semicolons and a full stop, the body with ./. and the recipients with the file copy", () => {
    const grounds = (xml.match(/<w:p>.*?<\/w:p>/gs) ?? [])
      .map(textOf)
      .filter((text) => /^(Căn cứ|Theo đề nghị)/.test(text));
    expect(grounds.map((text) => text.at(-1)).join("")).toBe(";;;;;.");
    expect(textOf(paragraphWith(xml, "Chánh Văn phòng UBND tỉnh,"))).toMatch(/\.\/\.$/);
    expect(textOf(paragraphWith(xml, "- Lưu:"))).toBe("- Lưu: VT, T2.");
  });

  it("indents the first line of the body by 1 cm and keeps at least 6 points between paragraphs", () => {
    const body = paragraphWith(xml, "Quyết định có hiệu lực");
    expect(Math.round(millimetres(/w:firstLine="(\d+)"/.exec(body)?.[1]))).toBe(10);
    expect(Number(/w:after="(\d+)"/.exec(body)?.[1])).toBeGreaterThanOrEqual(120);
  });

  it("numbers the pages of each section from 1, in the middle of the top margin, not on the first", () => {
    expect(xml.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(3);
    expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(3);
    const headers = Object.entries(parts).filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    const numbered = headers.filter(([, header]) => header.includes("PAGE"));
    expect(headers).toHaveLength(6);
    expect(numbered).toHaveLength(3);
    for (const [, header] of numbered) {
      expect(header).toContain('<w:jc w:val="center"/>');
      expect(header).toContain('<w:sz w:val="26"/>');
    }
  });

  it("repeats the heading of the table, merges groups over all columns and keeps short rows whole", () => {
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    const annex = rows.slice(rows.findIndex((row) => textOf(row).startsWith("STT")));
    expect(annex).toHaveLength(1 + plan.groups.length + plan.tasks.length);
    expect(annex.filter((row) => row.includes("<w:tblHeader/>"))).toEqual([annex[0]]);
    expect(annex.filter((row) => row.includes('<w:gridSpan w:val="6"/>'))).toHaveLength(plan.groups.length);
    expect(annex.filter((row) => row.includes("<w:cantSplit/>"))).toHaveLength(annex.length);
  });

  it("lets a row run over the page when it is long", async () => {
    const [group] = decision.annex.groups;
    const [task] = group?.tasks ?? [];
    if (!group || !task) throw new Error("the sample has no task");
    const long = { ...task, result: "Việc cần làm trong năm. ".repeat(40) };
    const annex = { ...decision.annex, groups: [{ ...group, tasks: [long] }] };
    const rows =
      (await partsOf({ ...decision, annex }))["word/document.xml"]?.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(rows.at(-1)).not.toContain("<w:cantSplit/>");
  });

  it("puts the superior over the body that issues, not in bold, and no capacity over a director", async () => {
    const unit = (await partsOf(planOfUnit(unitPlan)))["word/document.xml"] ?? "";
    expect(look(unit, "ỦY BAN NHÂN DÂN TỈNH GIA LAI")).toEqual([12, false, false, "center"]);
    expect(look(unit, "SỞ KHOA HỌC VÀ CÔNG NGHỆ")).toEqual([12, true, false, "center"]);
    expect(textOf(unit)).toContain("GIÁM ĐỐCNguyễn Văn Mẫu");
  });
});

describe("drafts and letters", () => {
  it("leaves room where number and day are not given yet", async () => {
    const draft = { ...decision, registration: { number: "/QĐ-UBND", place: "Gia Lai", date: null } };
    const text = textOf((await partsOf(draft))["word/document.xml"] ?? "");
    expect(text).toMatch(/Số: {6,}\/QĐ-UBND/);
    expect(text).toMatch(/Gia Lai, ngày {3,}tháng {3,}năm {3,}/);
  });

  it("puts the subject of a letter under its number, 12–13, upright, 6 points lower", async () => {
    const registration = { ...decision.registration, letterSubject: "gửi báo cáo năm" };
    const xml = (await partsOf({ ...decision, registration }))["word/document.xml"] ?? "";
    expect(look(xml, "V/v gửi báo cáo năm")).toEqual([12, false, false, "center"]);
    expect(paragraphWith(xml, "V/v gửi báo cáo năm")).toContain('w:before="120"');
  });

  it("has a foot only when a note is given", async () => {
    const { footNote, ...official } = decision;
    const names = Object.keys(await partsOf(official));
    expect(footNote).toBeDefined();
    expect(names.filter((name) => name.includes("footer"))).toEqual([]);
  });
});

describe("the same plan gives the same bytes", () => {
  it("whatever the clock says", async () => {
    const first = await printPlanDocument(decision);
    const later = await printPlanDocument(structuredClone(decision));
    expect(Buffer.compare(first, later)).toBe(0);
    const properties = (await partsOf(decision))["docProps/core.xml"] ?? "";
    expect(properties.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual([
      "2025-08-21T00:00:00Z",
      "2025-08-21T00:00:00Z",
    ]);
  });

  it("and text with signs of XML is text", async () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "&", "<", ">", '"', "'", "ộ", " "),
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(text, async (subject) => {
        const parts = await partsOf({ ...decision, title: { kindName: "Kế hoạch", subject } });
        const escaped = subject.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
        expect(parts["docProps/core.xml"]).toContain(`<dc:title>${escaped}</dc:title>`);
        expect(parts["word/document.xml"]).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;)/);
      }),
      { numRuns: 8 },
    );
  });
});
