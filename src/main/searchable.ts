import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { runSearchable } from "../cli/searchable.ts";
import { fail, type Result } from "../domain/basics/result.ts";
import { aboutCopy, writeSearchable } from "../operations/copy-searchable.ts";
import { openFileReading } from "./file-reading.ts";
import type { World } from "./world.ts";

export function run(args: readonly string[], world: World): Promise<number> {
  return runSearchable(args, {
    print: world.print,
    complain: world.complain,
    copyTo: (from, to, onProgress) => copyTo(world, { from, to }, onProgress),
  });
}

/** Writes beside the place first, so that no half copy is taken for a whole one. */
async function copyTo(
  world: World,
  { from, to }: { readonly from: string; readonly to: string },
  onProgress: (page: number, pages: number) => void,
): Promise<Result<number>> {
  const lane = openFileReading(world);
  const half = `${to}.part`;
  try {
    const about = aboutCopy(await hashOf(from));
    const file = await open(half, "w");
    try {
      const copied = await writeSearchable({ path: from, about }, { lane, onProgress }, async (part) => {
        await file.write(part);
      });
      await file.close();
      if (copied.ok) await rename(half, to);
      return copied;
    } finally {
      await file.close();
      await rm(half, { force: true });
    }
  } catch (error) {
    // What the file system refuses is expected; anything else is a bug.
    if (!(error instanceof Error && "code" in error && "path" in error)) throw error;
    return error.path === from
      ? fail(error.code === "ENOENT" ? "file.not-found" : "file.unreadable", { path: from })
      : fail("register.export-unwritable", { path: to, reason: String(error.code) });
  } finally {
    lane.close();
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part);
  return hash.digest("hex");
}
