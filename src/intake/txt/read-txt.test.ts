import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "./encoding.ts";
import { linesOf, readTxt } from "./read-txt.ts";

function linesRead(bytes: Uint8Array): readonly string[] {
  const read = readTxt(bytes);
  if (!read.ok) throw new Error(read.failure.code);
  if (read.value.content.kind !== "lines") throw new Error(read.value.content.kind);
  return read.value.content.lines.map((line) => line.text);
}

function noticesOf(bytes: Uint8Array): readonly string[] {
  const read = readTxt(bytes);
  return read.ok ? read.value.notices.map((notice) => notice.code) : [];
}

const sentence = "Giao Sở Ngoại vụ chủ trì, báo cáo Ủy ban trước ngày 30/9.";

/** windows-1258 writes ạ as a and a mark below: letters of the code page, then combining marks. */
const inCodePage1258 = Buffer.from("Giao S\xf5\xd2 ch\xfd tr\xec\xcc: \xf0\xfa\xf2ng", "latin1");

function bigEndian(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}

describe("readTxt", () => {
  const encodings: readonly [string, Uint8Array][] = [
    ["UTF-8", Buffer.from(sentence)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${sentence}`)],
    ["UTF-16 little endian with a mark", Buffer.from(`\ufeff${sentence}`, "utf16le")],
    ["UTF-16 big endian with a mark", bigEndian(`\ufeff${sentence}`)],
    ["UTF-16 little endian without a mark", Buffer.from(sentence, "utf16le")],
    ["UTF-16 big endian without a mark", bigEndian(sentence)],
    ["letters apart from their marks", Buffer.from(sentence.normalize("NFD"))],
  ];
  it.each(encodings)("reads %s", (_, bytes) => {
    expect(linesRead(bytes)).toEqual([sentence]);
  });

  it("says when letters came apart from their marks", () => {
    expect(noticesOf(Buffer.from(sentence.normalize("NFD")))).toEqual(["notComposed"]);
  });

  it("reads the Vietnamese code page and says that it guessed", () => {
    expect(linesRead(inCodePage1258)[0]).toMatch(/^Giao S/);
    expect(decodeText(inCodePage1258).encoding).toBe("windows-1258");
    expect(noticesOf(inCodePage1258)).toContain("encodingGuessed");
  });

  it("reads the letters of fonts of before Unicode, as bytes and as characters", () => {
    const tcvn3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc.";
    for (const bytes of [Buffer.from(tcvn3, "latin1"), Buffer.from(tcvn3)]) {
      expect(linesRead(bytes)).toEqual(["Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc."]);
      expect(noticesOf(bytes)).toEqual(["legacyFont"]);
    }
  });

  it("keeps reading UTF-8 of which one byte is broken", () => {
    const bytes = Buffer.from(`${sentence}\n${sentence}`);
    bytes[6] = 0xff;
    expect(linesRead(bytes)[1]).toBe(sentence);
    expect(noticesOf(bytes)).toContain("encodingGuessed");
  });

  it("refuses binary data", () => {
    expect(readTxt(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]))).toMatchObject({
      failure: { code: "file.unrecognised" },
    });
    expect(readTxt(Buffer.from("văn bản\0\0\0"))).toMatchObject({ failure: { code: "file.unrecognised" } });
  });

  it("refuses what is blank in any encoding", () => {
    for (const blank of ["", "\ufeff", "\n\n \t\u00a0\n"])
      expect(readTxt(Buffer.from(blank))).toMatchObject({ failure: { code: "file.empty" } });
  });

  it("reads a line of 20 MB", () => {
    expect(linesRead(Buffer.alloc(20_000_000, "a "))[0]).toHaveLength(20_000_000);
  });
});

describe("linesOf", () => {
  const cases: readonly [string, readonly string[], string][] = [
    ["a\nb", ["a", "b"], "Unix"],
    ["a\r\nb\r\n", ["a", "b"], "Windows; the last end begins no line"],
    ["a\rb", ["a", "b"], "old Macintosh"],
    ["a\r\n\nb\r\r\nc", ["a", "", "b", "", "c"], "mixed, as merged files are"],
    ["a\fb\vc\u2028d", ["a\fb\vc\u2028d"], "editors count none of these"],
    ["\na", ["", "a"], "an empty first line counts"],
    ["a\x1a", ["a"], "the end mark of DOS"],
    ["  a \t b ", ["  a \t b "], "white space stays: columns are told by it"],
  ];
  it.each(cases)("%j gives %j: %s", (text, lines) => {
    expect(linesOf(text).map((line) => line.text)).toEqual(lines);
  });

  it("numbers lines from 1 without a gap and loses no letter", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom("a", "ệ", " ", "|", "\f") })), (lines) => {
        const read = linesOf(lines.map((line) => `${line}\n`).join(""));
        expect(read).toEqual(lines.map((text, index) => ({ number: index + 1, text })));
      }),
    );
  });
});
