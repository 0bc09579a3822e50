import { withProvince } from "../store/database.ts";
import { keptFiles } from "../store/document-files.ts";
import type { FileStore } from "../store/files.ts";
import { listProvinces } from "../store/provinces.ts";
import type { RegisterWorld } from "./register.ts";

const day = 86_400_000;

/** Which of some files a document or a scan of any province has. */
export async function neededFiles(
  { kysely }: Pick<RegisterWorld, "kysely">,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  const needed = new Set<string>();
  for (const province of await listProvinces(kysely))
    for (const hash of await withProvince(kysely, province, (transaction) =>
      keptFiles(transaction, province, hashes),
    ))
      needed.add(hash);
  return needed;
}

/**
 * Removes the files that no document and no scan of any province has and that were put more than a day ago: an import that broke off
 * between its file and its rows leaves one. Gives how many went and their bytes.
 */
export async function sweepFiles({
  kysely,
  files,
  clock,
}: Pick<RegisterWorld, "kysely" | "clock"> & { readonly files: FileStore }): Promise<{
  readonly count: number;
  readonly bytes: number;
}> {
  const removed = await files.sweep(new Date(clock().getTime() - day), (hashes) =>
    neededFiles({ kysely }, hashes),
  );
  return { count: removed.length, bytes: removed.reduce((sum, { bytes }) => sum + bytes, 0) };
}
