import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sayMail } from "../cli/take-mail.ts";
import type { Result } from "../domain/basics/result.ts";
import type { TakenMail } from "../operations/take-mail.ts";

/** How often the folder is looked at (ms). */
const lookEvery = 20_000;
/** A file that was written to a shorter while ago (ms) may still be growing. */
const stillGrowing = 3_000;

export interface MailFolderWorld {
  readonly take: (mail: Uint8Array) => Promise<Result<TakenMail>>;
  readonly clock: () => Date;
  readonly reportBug: (error: unknown) => void;
}

/**
 * Takes in the mails that somebody puts into a folder as .eml files. One that was taken in is removed: its documents are
 * kept. One of which anything was refused goes to `refused/`, with a text beside it that says why; one with a mark of
 * secrecy is removed, and the text alone stays.
 */
export function watchMailFolder(
  folder: string,
  world: MailFolderWorld,
): { readonly look: () => Promise<void>; readonly close: () => Promise<void> } {
  let running = Promise.resolve();
  let isOpen = true;
  const look = () => {
    running = running.then(() => (isOpen ? takeAll(folder, world) : undefined)).catch(world.reportBug);
    return running;
  };
  const timer = setInterval(() => void look(), lookEvery);
  timer.unref();
  void look();
  return {
    look,
    close: async () => {
      isOpen = false;
      clearInterval(timer);
      await running;
    },
  };
}

async function takeAll(folder: string, world: MailFolderWorld): Promise<void> {
  await mkdir(join(folder, "refused"), { recursive: true });
  const names = (await readdir(folder)).filter((name) => /\.eml$/i.test(name)).toSorted();
  for (const name of names) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (world.clock().getTime() - mtimeMs >= stillGrowing) await takeOne(folder, name, world);
  }
}

async function takeOne(folder: string, name: string, world: MailFolderWorld): Promise<void> {
  const path = join(folder, name);
  const taken = await world.take(await readFile(path));
  const refusals = sayMail(taken).filter(({ isRefused }) => isRefused);
  if (refusals.length === 0) return rm(path);
  const aside = join(folder, "refused", `${world.clock().getTime()}-${name}`);
  await writeFile(`${aside}.txt`, `${refusals.map(({ text }) => text).join("\n")}\n`);
  await (isSecret(taken) ? rm(path) : rename(path, aside));
}

function isSecret(taken: Result<TakenMail>): boolean {
  if (!taken.ok) return false;
  return taken.value.lines.some(
    (line) => line.outcome === "refused" && line.failure.code === "secrecy.marked",
  );
}
