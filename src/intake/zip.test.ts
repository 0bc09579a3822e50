import { describe, expect, it } from "vitest";
import { openArchive } from "./zip.ts";
import { buildPackage, buildZip } from "./zip-fixture.ts";

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const opened = await openArchive(bytes);
  if (!opened.ok) return opened.failure.code;
  for (const name of opened.value.names) {
    const read = await opened.value.read(name);
    if (!read.ok) return read.failure.code;
  }
  return "read";
};

const ole = (marker: string): Uint8Array =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(512), Buffer.from(marker, "utf16le")]);

const honest = buildPackage({ "word/document.xml": "<a/>", "b.bin": new Uint8Array(3000) });

describe("openArchive", () => {
  it("reads parts whatever the capitals of the name", async () => {
    const archive = await openArchive(honest);
    if (!archive.ok) throw new Error(archive.failure.code);
    expect(archive.value.names).toEqual(["word/document.xml", "b.bin"]);
    const part = await archive.value.read("Word/Document.xml");
    expect(part.ok && Buffer.from(part.value).toString()).toBe("<a/>");
    const missing = await archive.value.read("word/styles.xml");
    expect(missing).toEqual({
      ok: false,
      failure: { code: "file.part-missing", detail: { part: "word/styles.xml" } },
    });
  });

  const megabyte = 1_000_000;
  const cases: readonly [why: string, bytes: Uint8Array, code: string][] = [
    ["an honest file", honest, "read"],
    ["text that compresses 40:1 is honest", buildPackage({ a: "0123456789abcdefghij".repeat(2000) }), "read"],
    ["small files may compress well", buildPackage({ a: new Uint8Array(megabyte) }), "read"],
    [
      "a line end behind the end, as gateways leave it",
      Buffer.concat([honest, Buffer.from("\r\n\0")]),
      "read",
    ],
    ["something else behind the end", Buffer.concat([honest, Buffer.from("PK")]), "file.damaged"],
    ["nothing", new Uint8Array(0), "file.not-archive"],
    ["plain text", Buffer.from("Kính gửi: các sở, ban, ngành"), "file.not-archive"],
    ["an old .doc", ole("WordDocument"), "file.not-archive"],
    ["a document with a password is a compound file", ole("EncryptedPackage"), "file.encrypted"],
    ["cut off: no end record", honest.subarray(0, 100), "file.damaged"],
    ["the directory is gone but the end record stands", honest.subarray(60), "file.not-archive"],
    ["more than 100:1 over a megabyte", buildPackage({ a: new Uint8Array(2 * megabyte) }), "file.bomb"],
    [
      "300 MB in all, each below the ratio by a lie about its size",
      buildZip(
        Array.from({ length: 400 }, (_, i) => ({ name: `${i}`, content: "x", declaredSize: megabyte })),
      ),
      "file.too-large",
    ],
    [
      "2,001 entries",
      buildZip(Array.from({ length: 2001 }, (_, i) => ({ name: `${i}`, content: "", stored: true }))),
      "file.too-many-parts",
    ],
    [
      "more inside than declared",
      buildZip([{ name: "a", content: new Uint8Array(5000), declaredSize: 100 }]),
      "file.damaged",
    ],
    ["less inside than declared", buildZip([{ name: "a", content: "x", declaredSize: 100 }]), "file.damaged"],
    ["encrypted entry", buildZip([{ name: "a", content: "x", flags: 1 }]), "file.encrypted"],
    [
      "a method no office program writes (LZMA)",
      buildZip([{ name: "a", content: "x", method: 14 }]),
      "file.damaged",
    ],
    ["a path out of the archive", buildZip([{ name: "../a", content: "x" }]), "file.damaged"],
    [
      "the same name twice",
      buildZip([
        { name: "a.xml", content: "x" },
        { name: "A.xml", content: "y" },
      ]),
      "file.damaged",
    ],
  ];
  it.each(cases)("%s", async (_why, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it("refuses a ZIP64 directory", async () => {
    const end = honest.length - 22;
    const locator = Buffer.alloc(20);
    locator.write("PK\x06\x07", 0, "latin1");
    expect(await codeOf(Buffer.concat([honest.subarray(0, end), locator, honest.subarray(end)]))).toBe(
      "file.zip64",
    );
  });

  it("answers whatever single byte of a file is wrong", async () => {
    for (let at = 0; at < honest.length; at++) {
      const bytes = Uint8Array.from(honest);
      bytes[at] = (bytes[at] ?? 0) ^ 0xa5;
      expect(await codeOf(bytes)).toMatch(/^(read$|file\.)/);
    }
  });
});
