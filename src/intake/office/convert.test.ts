import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { textOfBlocks } from "../../domain/document/block.ts";
import { readFileInChild, startReading } from "../read-file.ts";
import { convert } from "./convert.ts";
import { findOffice } from "./find-office.ts";

const office = findOffice(process.env.PATH ?? "");
// Its parts for texts and for sheets are packages of their own.
const hasCalc = office !== null && existsSync("/usr/lib/libreoffice/program/libsclo.so");
const limits = { milliseconds: 60_000, memoryBytes: 3e9, fileBytes: 50_000_000 };

function rtf(body: string): Uint8Array {
  const fonts = "{\\fonttbl{\\f0 Times New Roman;}{\\f1 .VnTime;}}";
  return Buffer.from(`{\\rtf1\\ansi\\ansicpg1252${fonts}\n${body}}`, "latin1");
}

const table =
  "\\trowd\\cellx2000\\cellx6000\\pard\\intbl STT\\cell\\pard\\intbl \\f1 N\\'e9i dung\\cell\\row" +
  "\\trowd\\cellx2000\\cellx6000\\pard\\intbl 1\\cell\\pard\\intbl R\\u224?\\cell\\row\\pard";

/** A program in the place of LibreOffice, to see how a bad one is held. */
function standIn(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), "sauro-stand-in-"));
  folders.push(folder);
  const path = join(folder, "soffice");
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function leftBehind(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith("sauro-office-"));
}

describe("convert", () => {
  it("ends a program that hangs together with what it started, and leaves nothing behind", async () => {
    const before = leftBehind();
    const hanging = standIn('sleep 600 & echo $! > "$(dirname "$0")/pid"; wait');
    const done = await convert(hanging, { bytes: rtf("x") }, "rtf", { ...limits, milliseconds: 1500 });
    expect(done).toMatchObject({ ok: false, failure: { code: "file.conversion-slow" } });
    const pid = Number(readFileSync(join(dirname(hanging), "pid"), "utf8"));
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect(leftBehind().filter((name) => !before.includes(name))).toEqual([]);
  });

  it("stops at once when it is cancelled", async () => {
    const cancelled = AbortSignal.abort();
    const done = await convert(standIn("sleep 600"), { bytes: rtf("x") }, "rtf", {
      ...limits,
      signal: cancelled,
    });
    expect(done).toMatchObject({ ok: false, failure: { code: "file.cancelled" } });
  });

  it("says so when nothing came out", async () => {
    const done = await convert(standIn("exit 0"), { bytes: rtf("x") }, "rtf", limits);
    expect(done).toMatchObject({
      ok: false,
      failure: { code: "file.conversion-failed", detail: { format: ".rtf" } },
    });
  });

  it("sees no environment but its own, a fresh profile without macros, and no two see the same", async () => {
    const seen: string[] = [];
    const program = standIn(
      'mkdir -p out; { env; grep -c "DisableMacrosExecution.*true" profile/user/registrymodifications.xcu; pwd; } > out/source.docx',
    );
    const both = [0, 1].map(() => convert(program, { bytes: rtf("x") }, "rtf", limits));
    for (const done of await Promise.all(both)) if (done.ok) seen.push(Buffer.from(done.value).toString());
    expect(seen).toHaveLength(2);
    expect(seen[0]).not.toBe(seen[1]);
    expect(seen[0]).toMatch(/^1$/m);
    expect(seen.join()).not.toMatch(/DATABASE_URL|VITEST/);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // Dead, but not yet taken note of by the process that inherited it (Linux tells).
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

describe("a conversion that cannot even begin", () => {
  it("fails for its own file only", async () => {
    const bugs: string[] = [];
    const reading = startReading({ office: standIn("exit 0"), onBug: (stack) => bugs.push(stack) });
    const gone = join(tmpdir(), "sauro-gone");
    const before = process.env.TMPDIR;
    process.env.TMPDIR = gone;
    try {
      const { extract } = await reading.read({ bytes: rtf("x") });
      expect(extract).toMatchObject({ ok: false, failure: { code: "file.reader-died" } });
      expect(bugs.join()).toContain("ENOENT");
      const next = await reading.read({ bytes: Buffer.from("Kính gửi các đơn vị") });
      expect(next.extract.ok).toBe(true);
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      reading.close();
    }
  });
});

describe("without LibreOffice", () => {
  it("says what a file needs", async () => {
    const read = await readFileInChild({ bytes: rtf("x") });
    expect(read.extract).toEqual({
      ok: false,
      failure: { code: "file.needs-office", detail: { format: ".rtf" } },
    });
    expect(read.sha256).toHaveLength(64);
  });
});

describe("with LibreOffice", () => {
  const missing = office === null ? " (LibreOffice is not on this machine)" : "";
  it.skipIf(office === null)(`reads a rich text with its table and its old font${missing}`, async () => {
    const reading = startReading({ office });
    try {
      const { extract } = await reading.read({ bytes: rtf(`Kinh gui\\par ${table}`) });
      if (!extract.ok || extract.value.content.kind !== "blocks") throw new Error("not read");
      expect(extract.value.format).toBe("rtf");
      expect(extract.value.notices.map(({ code }) => code)).toEqual(["legacyFont", "convertedByOffice"]);
      expect(textOfBlocks(extract.value.content.blocks)).toBe("Kinh gui\nSTT\nNội dung\n1\nRà");
    } finally {
      reading.close();
    }
  });

  const noCalc = hasCalc ? "" : " (LibreOffice Calc is not on this machine)";
  it.skipIf(!hasCalc)(`reads an old workbook${noCalc}`, async () => {
    const folder = dirname(standIn(""));
    writeFileSync(join(folder, "bang.csv"), "STT,Ten\n1,Ra soat\n");
    const words = ["--headless", "--convert-to", "xls", "--outdir", folder, join(folder, "bang.csv")];
    spawnSync(office ?? "", [`-env:UserInstallation=file://${folder}/profile`, ...words], {
      timeout: 60_000,
    });
    const reading = startReading({ office });
    try {
      const { extract } = await reading.read({ path: join(folder, "bang.xls") });
      if (!extract.ok || extract.value.content.kind !== "blocks") throw new Error("not read");
      expect(extract.value.format).toBe("xls");
      expect(textOfBlocks(extract.value.content.blocks)).toBe("bang\nSTT\nTen\n1\nRa soat");
    } finally {
      reading.close();
    }
  });
});
