import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { failureOf } from "./api.ts";

/** A running upload. */
export interface Upload<Answer> {
  readonly answer: Promise<Result<Answer>>;
  readonly stop: () => void;
}

/** What an upload tells on its way: the share sent, 0…1, and when the server has it all and works. */
export interface UploadTold {
  readonly onProgress: (share: number) => void;
  readonly onSent: () => void;
}

/**
 * Sends files to an address of the API and gives its answer; the type is the contract's. XMLHttpRequest, because fetch
 * does not tell how far an upload is.
 */
export function upload<Answer>(address: string, files: readonly File[], told: UploadTold): Upload<Answer> {
  const request = new XMLHttpRequest();
  const answer = new Promise<Result<Answer>>((resolve) => {
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) told.onProgress(event.loaded / event.total);
    };
    request.upload.onload = told.onSent;
    request.onload = () => resolve(answerOf<Answer>(request));
    request.onerror = () => resolve(fail("server.unreachable"));
    request.onabort = () => resolve(fail("server.upload-broken"));
  });
  request.open("POST", address);
  request.responseType = "json";
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  request.send(form);
  return { answer, stop: () => request.abort() };
}

function answerOf<Answer>(request: XMLHttpRequest): Result<Answer> {
  const body: unknown = request.response;
  const well = request.status >= 200 && request.status < 300;
  if (!well || body === null) return { ok: false, failure: failureOf(body) };
  // The contract's own answer: server and page are built from the same schema.
  return succeed(body as Answer);
}
