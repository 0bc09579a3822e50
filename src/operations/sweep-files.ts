import { withProvince } from "../store/database.ts";
import { keptFiles } from "../store/document-files.ts";
import type { FileStore } from "../store/files.ts";
import { listProvinces } from "../store/provinces.ts";
import type { RegisterWorld } from "./register.ts";

const day = 86_400_000;

/**
 * Removes the files that no document of any province has and that were put more than a day ago: an import that broke off
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
  const provinces = await listProvinces(kysely);
  const removed = await files.sweep(new Date(clock().getTime() - day), async (hashes) => {
    const needed = new Set<string>();
    for (const province of provinces)
      for (const hash of await withProvince(kysely, province, (transaction) =>
        keptFiles(transaction, province, hashes),
      ))
        needed.add(hash);
    return needed;
  });
  return { count: removed.length, bytes: removed.reduce((sum, { bytes }) => sum + bytes, 0) };
}
