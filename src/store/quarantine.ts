import { readFileSync, rmSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { SignedHint } from "../domain/duty/signed-paper.ts";
import { type ProvinceId, provinceId } from "./database.ts";
import { replaceFileSync, syncFolder } from "./durable-file.ts";

/** What waits in the quarantine beside its files. */
export interface Quarantined {
  readonly id: string;
  readonly province: ProvinceId;
  readonly sentAt: Date;
  /** The person's id, and the network address that he sent it from. */
  readonly sentBy: string;
  readonly sentFrom: string | null;
  readonly names: readonly string[];
  readonly together: boolean;
  readonly force: readonly string[];
  /** Pages to be read off pictures. */
  readonly pages: number;
  /** The person declares that the files hold no state secrets. */
  readonly declaredOpen: boolean;
  /** The head was looked at and could not be read: the person has to declare. */
  readonly headUnread: boolean;
  /** It is a signed document that a unit sends back; absent for documents of the register. */
  readonly signed?: SignedHint | undefined;
}

/**
 * Where scans wait until the head of their first page was read for marks of secrecy: a folder of this machine, outside of
 * database, file store, backup and queue. A file and its name leave it for the register, or for nowhere.
 */
export interface Quarantine {
  /** Keeps files; when this settles, they survive the end of the program. */
  readonly put: (entry: Quarantined, files: readonly Uint8Array[]) => Promise<void>;
  /** All that wait, the oldest first. */
  readonly list: () => Promise<readonly Quarantined[]>;
  /** The content of the files, in their order; null when they are gone. */
  readonly read: (entry: Quarantined) => Promise<readonly Uint8Array[] | null>;
  /** Writes down anew what stands beside the files; nothing when they are gone. */
  readonly update: (entry: Quarantined) => void;
  readonly remove: (id: string) => void;
}

const noteName = "scan.json";
const half = ".half";

/** Opens the quarantine in a folder; what an earlier run left half written there is removed. */
export async function openQuarantine(folder: string): Promise<Quarantine> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder))
    if (name.endsWith(half)) await rm(join(folder, name), { recursive: true, force: true });
  return {
    put: async (entry, files) => {
      const making = join(folder, entry.id + half);
      await mkdir(making, { mode: 0o700 });
      for (const [at, bytes] of files.entries()) await writeDurably(join(making, String(at)), bytes);
      replaceFileSync(join(making, noteName), JSON.stringify(entry), 0o600);
      await rename(making, join(folder, entry.id));
      syncFolder(folder);
    },
    list: async () => {
      const names = (await readdir(folder)).filter((name) => !name.endsWith(half));
      const entries = names.flatMap((name) => noteIn(join(folder, name)) ?? []);
      return entries.sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
    },
    read: async ({ id, names }) => {
      try {
        return await Promise.all(names.map((_, at) => readFile(join(folder, id, String(at)))));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    update: (entry) => {
      try {
        replaceFileSync(join(folder, entry.id, noteName), JSON.stringify(entry), 0o600);
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
    remove: (id) => rmSync(join(folder, id), { recursive: true, force: true }),
  };
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function noteIn(folder: string): Quarantined | null {
  try {
    // Written by `put` above, with the instant as ISO text.
    const note = JSON.parse(readFileSync(join(folder, noteName), "utf8")) as Omit<Quarantined, "sentAt"> & {
      sentAt: string;
    };
    const province = provinceId(note.province);
    return province && { ...note, province, sentAt: new Date(note.sentAt) };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Taken away meanwhile. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
