import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readFileInChild, startReading } from "./read-file.ts";

const script = new URL("../../tests/support/misbehaving-reader.ts", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "read-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

const limits = { milliseconds: 15_000, residentBytes: 400_000_000, heapMegabytes: 100 };
const text = Buffer.from("Giao Sở Tài chính thẩm định.\n");

function ordering(order: string): { bytes: Uint8Array } {
  return { bytes: Buffer.from(order) };
}

describe("a reader that misbehaves", () => {
  const cases: readonly [string, object, object][] = [
    ["throw", {}, { code: "file.reader-died", detail: { reason: "a reader's own mistake" } }],
    ["exit", {}, { code: "file.reader-died", detail: { reason: "exit 3" } }],
    ["crash", {}, { code: "file.reader-died", detail: { reason: "SIGSEGV" } }],
    ["wait", { milliseconds: 1000 }, { code: "file.too-slow", detail: { seconds: 1 } }],
    ["loop", { milliseconds: 1000 }, { code: "file.too-slow", detail: { seconds: 1 } }],
    ["objects", {}, { code: "file.too-big-for-memory", detail: { megabytes: 100 } }],
    ["buffers", {}, { code: "file.too-big-for-memory", detail: { megabytes: 400 } }],
  ];
  it.each(cases)("%s fails by name; the next file is read", async (order, more, failure) => {
    const reading = startReading({ script, limits: { ...limits, ...more } });
    const file = ordering(order);
    expect(await reading.read(file)).toEqual({
      extract: { ok: false, failure },
      sha256: createHash("sha256").update(file.bytes).digest("hex"),
      pictures: 0,
    });
    expect((await reading.read(ordering("nothing special"))).extract.ok).toBe(true);
    reading.close();
  });

  it("tells the stack of a bug", async () => {
    const stacks: string[] = [];
    await readFileInChild(ordering("throw"), { script, limits, onBug: (stack) => stacks.push(stack) });
    expect(stacks.join()).toContain("misbehaving-reader.ts");
  });

  it("is borne when a promise that nobody waits for fails", async () => {
    expect((await readFileInChild(ordering("stray"), { script, limits })).extract.ok).toBe(true);
  });

  it("tells its last words", async () => {
    const words: string[] = [];
    await readFileInChild(ordering("late"), { script, limits, onBug: (told) => words.push(told) });
    expect(words.join()).toContain("a mistake in a timer");
  });

  it("sees nothing of the environment", async () => {
    expect((await readFileInChild(ordering("environment"), { script, limits })).extract).toMatchObject({
      failure: { detail: { part: expect.not.stringMatching(/HOME|PATH|URL/) } },
    });
  });

  it("can write no file", async () => {
    const path = join(folder, "written");
    const read = await readFileInChild(ordering(`write ${path}`), { script, limits });
    expect(read.extract).toMatchObject({ failure: { code: "file.reader-died" } });
    expect(existsSync(path)).toBe(false);
  });
});

describe("the child", () => {
  it("is used again for the next file", async () => {
    const reading = startReading({ script, limits });
    const first = await reading.read(ordering("pid"));
    expect(await reading.read(ordering("pid"))).toEqual(first);
    reading.close();
  });

  it("that was started ahead reads the first file", async () => {
    const reading = startReading({ limits, atOnce: true });
    expect((await reading.read({ bytes: text })).extract).toMatchObject({ ok: true });
    reading.close();
  });

  it("answers each of several files asked for at once", async () => {
    const reading = startReading({ limits });
    const reads = await Promise.all(
      [text, Buffer.from([1, 2, 3, 4]), text].map((bytes) => reading.read({ bytes })),
    );
    expect(reads.map((read) => read.extract.ok)).toEqual([true, false, true]);
    reading.close();
  });

  const deaths: readonly [string, string, NodeJS.Signals | null][] = [
    ["ends with a parent that ends without closing", "", null],
    ["ends with a parent that is killed while it waits", "wait", "SIGKILL"],
    ["ends with a parent that is killed while it loops", "loop", "SIGKILL"],
  ];
  it.each(deaths)("%s", async (_, order, signal) => {
    const parent = spawn(process.execPath, [
      new URL("../../tests/support/abandoned-parent.ts", import.meta.url).pathname,
      order,
    ]);
    const child = await new Promise<number>((resolve) => {
      parent.stdout.on("data", (data) => resolve(Number(String(data))));
    });
    if (signal) parent.kill(signal);
    await new Promise((resolve) => parent.on("close", resolve));
    await expect.poll(() => isRunning(child), { timeout: 10_000 }).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // Dead, but not yet taken note of by the process that inherited it (Linux tells; elsewhere there is no such file).
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

describe("a file by its path", () => {
  it("is read, with the hash of its bytes", async () => {
    const path = join(folder, "van-ban.txt");
    writeFileSync(path, text);
    const read = await readFileInChild({ path });
    expect(read.sha256).toBe(createHash("sha256").update(text).digest("hex"));
    expect(read.extract).toMatchObject({ ok: true, value: { format: "txt" } });
  });

  const refused: readonly [string, string, string][] = [
    ["is not there", join(folder, "khong-co.docx"), "file.not-found"],
    ["is a folder", folder, "file.unreadable"],
    ["is a device without end", "/dev/zero", "file.unreadable"],
  ];
  it.each(refused)("that %s is refused", async (_, path, code) => {
    expect(await readFileInChild({ path })).toEqual({
      extract: { ok: false, failure: { code, detail: { path } } },
      sha256: null,
      pictures: 0,
    });
  });

  it("over the limit is refused before it is loaded, by path and by bytes", async () => {
    const path = join(folder, "lon.txt");
    writeFileSync(path, Buffer.alloc(2_000_000, 65));
    const failure = { code: "file.too-large", detail: { megabytes: 2, limit: 1 } };
    const small = { limits: { fileBytes: 1_000_000 } };
    for (const file of [{ path }, { bytes: Buffer.alloc(2_000_000, 65) }])
      expect(await readFileInChild(file, small)).toEqual({
        extract: { ok: false, failure },
        sha256: null,
        pictures: 0,
      });
  });
});
