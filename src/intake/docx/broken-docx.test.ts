import { describe, expect, it } from "vitest";
import { buildPackage } from "../zip-fixture.ts";
import { buildDocx, cell, inList, list, listDefinition, para, row, run, table } from "./docx-fixture.ts";
import { readDocx } from "./read-docx.ts";
import { parseXml } from "./xml.ts";

const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const documentXml = (body: string): string =>
  `<w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`;
const nested = (levels: number): string =>
  "<w:sdt><w:sdtContent>".repeat(levels) + "</w:sdtContent></w:sdt>".repeat(levels);
const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`;

async function answerTo(bytes: Uint8Array): Promise<string> {
  const result = await readDocx(bytes);
  return result.ok ? "read" : result.failure.code;
}
const withMain = (xml: string): Uint8Array => buildPackage({ "word/document.xml": xml });

describe("broken and hostile files", () => {
  const whole = buildDocx({ body: para("a") });
  const utf16 = Buffer.from(`\ufeff${documentXml(para("một"))}`, "utf16le");
  const cases: readonly [why: string, bytes: Uint8Array, answer: string][] = [
    ["nothing", new Uint8Array(0), "file.not-archive"],
    ["cut in half", whole.subarray(0, whole.length / 2), "file.damaged"],
    ["no relationships: the usual name", withMain(documentXml("")), "read"],
    ["UTF-16", buildPackage({ "word/document.xml": utf16 }), "read"],
    ["no main part", buildPackage({ "word/styles.xml": "<a/>" }), "file.not-word"],
    ["a sheet called a document", withMain("<worksheet/>"), "file.not-word"],
    ["the prefix without its namespace", withMain("<w:document/>"), "file.not-word"],
    ["empty main part", withMain(""), "file.damaged"],
    ["text instead of XML", withMain("Kế hoạch"), "file.damaged"],
    ["an element not closed", withMain(documentXml("").replace("</w:body>", "")), "file.damaged"],
    ["cut inside a tag", withMain(documentXml(para("a")).slice(0, -30)), "file.damaged"],
    [
      "not UTF-8",
      buildPackage({ "word/document.xml": Buffer.from(documentXml(para("h\xf4m")), "latin1") }),
      "file.damaged",
    ],
    ["entities that grow", withMain(laughs + documentXml(para("&b;"))), "file.entities"],
    [
      "entities in a part at the side",
      buildDocx({ body: para("a"), more: { "word/styles.xml": laughs }, styles: "" }),
      "file.entities",
    ],
    ["254 levels", withMain(documentXml(nested(127))), "read"],
    ["too deep", withMain(documentXml(nested(5000))), "file.too-complex"],
    [
      "one XML file with all parts",
      Buffer.from('<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>'),
      "file.flat-opc",
    ],
    ["a document without a body", withMain(`<w:document xmlns:w="${namespace}"/>`), "read"],
  ];
  it.each(cases)("%s", async (_why, bytes, answer) => {
    expect(await answerTo(bytes)).toBe(answer);
  });

  it("goes on without a part at the side that is broken, and says so", async () => {
    const result = await readDocx(
      buildDocx({ body: para("a"), styles: "", more: { "word/styles.xml": "<broken" } }),
    );
    expect(result.ok && result.value.notices).toMatchObject([{ code: "partSkipped", count: 1 }]);
    expect(result.ok && result.value.steps[0]).toMatchObject({ in: 2, out: 1 });
  });

  it("answers to absurd numbers", async () => {
    const numbering = listDefinition(1, [["decimal", "%1%9%5"]]) + list(1, 1) + list(1, 77);
    const cells = [
      cell("a", '<w:gridSpan w:val="999999999"/>'),
      cell("b", '<w:gridSpan w:val="-4"/><w:tcW w:w="NaN"/>'),
    ];
    const body =
      para("a", `${inList(1, -3)}<w:ind w:left="1e99"/>`) +
      table([0, -5], [row(cells, '<w:gridBefore w:val="400000000"/>')]) +
      para(run("b", '<w:sz w:val="large"/>'));
    expect(await answerTo(buildDocx({ body, numbering }))).toBe("read");
  });
});

describe("random damage", () => {
  const numbering = listDefinition(1, [["decimal", "%1."]]) + list(1, 1);
  const body =
    para("Kế hoạch thực hiện", inList(1)) +
    table([100, 200], [row([cell("1"), cell("Sở Y tế", "<w:vMerge/>")]), row([cell("2")])]);
  const whole = buildDocx({ body, numbering });
  /** A fixed sequence of numbers, so that a failure can be repeated. */
  const numbers = (seed: number) => (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed;
  };

  it("of the archive ends in a result", async () => {
    const next = numbers(1);
    for (let round = 0; round < 50; round++) {
      const bytes = Uint8Array.from(whole);
      for (let i = 0; i < 3; i++) bytes[next() % bytes.length] = next() % 256;
      expect(await answerTo(bytes)).toMatch(/^(read|file\..+)$/);
    }
  });

  it("of the XML ends in a result", async () => {
    const next = numbers(2);
    const xml = Buffer.from(documentXml(body));
    for (let round = 0; round < 200; round++) {
      const bytes = Uint8Array.from(xml);
      for (let i = 0; i < 3; i++) bytes[next() % bytes.length] = 32 + (next() % 95);
      expect(await answerTo(buildPackage({ "word/document.xml": bytes }))).toMatch(/^(read|file\..+)$/);
    }
  });
});

describe("parseXml", () => {
  const parse = (xml: string): ReturnType<typeof parseXml> => parseXml(Buffer.from(xml), "x.xml");
  it("knows namespaces by their address, in their scope", () => {
    const result = parse(`<a:b xmlns:a="${namespace}"><c xmlns="${namespace}" a:d="1" e="2"/><c/></a:b>`);
    expect(result.ok && result.value).toMatchObject({
      name: "w:b",
      children: [{ name: "w:c", attributes: { "w:d": "1", e: "2" } }, { name: "other:c" }],
    });
  });
  it("joins text over entities and character data", () => {
    const result = parse("<a>R&amp;D &#7879; <![CDATA[<x>]]></a>");
    expect(result.ok && result.value.text).toBe("R&D ệ <x>");
  });
  it("takes time in proportion to length", () => {
    const seconds = (count: number): number => {
      const bytes = Buffer.from(`<a>${"<b c='d'>e</b>".repeat(count)}</a>`);
      const start = performance.now();
      parseXml(bytes, "x.xml");
      return performance.now() - start;
    };
    seconds(20_000);
    // Ten times the length in less than thirty times the time: far from the hundredfold of quadratic work.
    expect(seconds(200_000)).toBeLessThan(30 * Math.max(seconds(20_000), 5));
  });
});
