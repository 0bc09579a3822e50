import { apiPaths } from "../../contract/paths.ts";
import type { ReadAnswer } from "../../contract/read.ts";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import { failureOf } from "../api.ts";

/** A running upload. */
export interface Sending {
  readonly answer: Promise<Result<ReadAnswer>>;
  readonly stop: () => void;
}

/**
 * Sends files to be read. `onProgress` gets the share sent, 0…1; `onSent` comes when the server has them all
 * and reads. XMLHttpRequest, because fetch does not tell how far an upload is.
 */
export function sendFiles(
  files: readonly File[],
  together: boolean,
  told: { readonly onProgress: (share: number) => void; readonly onSent: () => void },
): Sending {
  const request = new XMLHttpRequest();
  const answer = new Promise<Result<ReadAnswer>>((resolve) => {
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) told.onProgress(event.loaded / event.total);
    };
    request.upload.onload = told.onSent;
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => resolve(fail("server.unreachable"));
    request.onabort = () => resolve(fail("server.upload-broken"));
  });
  request.open("POST", together ? `${apiPaths.read}?together=true` : apiPaths.read);
  request.responseType = "json";
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  request.send(form);
  return { answer, stop: () => request.abort() };
}

function answerOf(request: XMLHttpRequest): Result<ReadAnswer> {
  const body: unknown = request.response;
  if (request.status !== 200 || body === null) return { ok: false, failure: failureOf(body) };
  // The contract's own answer: server and page are built from the same schema.
  return succeed(body as ReadAnswer);
}
