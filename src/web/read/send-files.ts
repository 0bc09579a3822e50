import { apiPaths } from "../../contract/paths.ts";
import type { ReadAnswer } from "../../contract/read.ts";
import { type Upload, type UploadTold, upload } from "../upload.ts";

/** A running upload of files to be read. */
export type Sending = Upload<ReadAnswer>;

/** Sends files to be read and not stored. */
export function sendFiles(files: readonly File[], together: boolean, told: UploadTold): Sending {
  return upload(together ? `${apiPaths.read}?together=true` : apiPaths.read, files, told);
}
