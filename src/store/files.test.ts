import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { fileHash, openFileFolder } from "./files.ts";

function newStore() {
  const folder = mkdtempSync(join(tmpdir(), "sauro-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return { folder, store: openFileFolder(folder) };
}

async function* chunks(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

it("gives back what was put, under the hash of the content", async () => {
  const { store } = newStore();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array(), { maxLength: 4 }), async (parts) => {
      const content = Buffer.concat(parts);
      const { hash, bytes } = await store.put(chunks(...parts));
      expect(hash).toBe(createHash("sha256").update(content).digest("hex"));
      expect(bytes).toBe(content.length);
      const read = await store.read(hash);
      expect(read && (await buffer(read)).equals(content)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

it("keeps the same content once and lists every file once", async () => {
  const { store } = newStore();
  const first = await store.put(chunks(Buffer.from("một")));
  await store.put(chunks(Buffer.from("m"), Buffer.from("ột")));
  const second = await store.put(chunks(Buffer.from("hai")));
  const listed = await collect(store.list());
  expect(listed.sort((a, b) => a.hash.localeCompare(b.hash))).toEqual(
    [first, second].sort((a, b) => a.hash.localeCompare(b.hash)),
  );
});

it("leaves nothing of a file whose content breaks off", async () => {
  const { store, folder } = newStore();
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from("half");
      throw new Error("broken off");
    })(),
  );
  await expect(store.put(broken)).rejects.toThrow("broken off");
  expect(await collect(store.list())).toEqual([]);
  expect(readdirSync(join(folder, "incoming"))).toEqual([]);
});

it("has nothing for a hash that it never saw, and an empty list before the first file", async () => {
  const { store } = newStore();
  const hash = fileHash("0".repeat(64));
  expect(hash && (await store.read(hash))).toBeNull();
  expect(await collect(openFileFolder("/nowhere/at/all").list())).toEqual([]);
});

it("takes no path for a hash", () => {
  for (const text of ["", "../../etc/passwd", "A".repeat(64), `${"0".repeat(64)}\n`])
    expect(fileHash(text)).toBeNull();
});

/** Makes a file look as if it was put on a day. */
function putOn(folder: string, hash: string, day: string): void {
  const then = new Date(day);
  utimesSync(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash), then, then);
}

it("sweeps what is old and not needed, and only that", async () => {
  const { store, folder } = newStore();
  const [needed, young, orphan] = await Promise.all(
    ["cần", "mới", "bỏ"].map((text) => store.put(chunks(Buffer.from(text)))),
  );
  if (!needed || !young || !orphan) throw new Error("three were put");
  for (const { hash } of [needed, orphan]) putOn(folder, hash, "2026-03-01");
  const half = join(folder, "incoming", "half");
  writeFileSync(half, "x");
  utimesSync(half, new Date("2026-03-01"), new Date("2026-03-01"));
  const asked: string[] = [];
  const before = new Date("2026-03-02");
  const removed = await store.sweep(before, async (hashes) => {
    asked.push(...hashes);
    return new Set([needed.hash]);
  });
  expect(removed).toEqual([orphan]);
  expect(asked.toSorted()).toEqual([needed.hash, orphan.hash].toSorted());
  expect((await collect(store.list())).map(({ hash }) => hash).toSorted()).toEqual(
    [needed.hash, young.hash].toSorted(),
  );
  expect(readdirSync(join(folder, "incoming"))).toEqual([]);
  expect(await store.sweep(before, async () => new Set([needed.hash]))).toEqual([]);
});

it("keeps an old file that is put again before or while it is swept", async () => {
  const { store, folder } = newStore();
  const content = Buffer.from("quyết định");
  const { hash } = await store.put(chunks(content));
  putOn(folder, hash, "2026-03-01");
  await store.put(chunks(content));
  const before = new Date("2026-03-02");
  expect(await store.sweep(before, async () => new Set())).toEqual([]);
  putOn(folder, hash, "2026-03-01");
  // Between the question and the removal somebody imports it again.
  const removed = await store.sweep(before, async () => {
    await store.put(chunks(content));
    return new Set();
  });
  expect(removed).toEqual([]);
  const read = await store.read(hash);
  expect(read && (await buffer(read)).equals(content)).toBe(true);
});

it("has nothing to sweep before the first file", async () => {
  expect(await openFileFolder("/nowhere/at/all").sweep(new Date(), async () => new Set())).toEqual([]);
});
