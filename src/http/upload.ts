import type { RouteConfig } from "@hono/zod-openapi";
import {
  MaxFileSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseMultipartRequest,
} from "@remix-run/multipart-parser";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { UploadedFile } from "./dependencies.ts";

/** The body of a route that takes files. A plain schema, not a zod one: they are taken from the stream, not from a form. */
export const filesBody = {
  required: true,
  content: {
    "multipart/form-data": {
      schema: {
        type: "object",
        properties: { files: { type: "array", items: { type: "string", format: "binary" } } },
        required: ["files"],
      },
    },
  },
} satisfies NonNullable<RouteConfig["request"]>["body"];

/** How much one upload may bring; sizes in bytes. */
export interface UploadLimits {
  readonly files: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
}

/**
 * The files of a `multipart/form-data` request, in the order sent, read from the stream into memory: nothing touches
 * the disk, and reading stops at the first byte over a limit. Fails with `server.bad-request`, `server.no-files`,
 * `server.too-many-files`, `server.upload-too-large`, `server.upload-broken`.
 */
export async function receiveFiles(
  request: Request,
  limits: UploadLimits,
): Promise<Result<readonly UploadedFile[]>> {
  const received = await receiveForm(request, limits);
  return received.ok ? succeed(received.value.files) : received;
}

/** The same with the text parts beside the files, by name; they count among the parts. */
export async function receiveForm(
  request: Request,
  limits: UploadLimits & { readonly texts?: number },
): Promise<
  Result<{ readonly files: readonly UploadedFile[]; readonly texts: Readonly<Record<string, string>> }>
> {
  if (!/^multipart\/form-data\s*;/i.test(request.headers.get("content-type") ?? ""))
    return fail("server.bad-request", { part: "Content-Type: multipart/form-data" });
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > limits.totalBytes + envelopeBytes(limits)) return tooLarge(limits);
  try {
    const files: UploadedFile[] = [];
    const texts: Record<string, string> = {};
    for await (const part of parseMultipartRequest(request, {
      maxFileSize: limits.fileBytes,
      maxTotalSize: limits.totalBytes,
      maxParts: limits.files + (limits.texts ?? 0),
    }))
      if (part.isFile) files.push({ name: plainName(part.filename), bytes: part.bytes });
      else if (part.name) texts[part.name] = part.text;
    if (files.length > limits.files) return fail("server.too-many-files", { limit: limits.files });
    return files.length === 0 ? fail("server.no-files") : succeed({ files, texts });
  } catch (error) {
    return uploadFailure(error, limits);
  }
}

/** What the part heads and boundaries may add to the files themselves. */
function envelopeBytes(limits: UploadLimits): number {
  return limits.files * 10_000;
}

function tooLarge(limits: UploadLimits): Result<never> {
  const megabyte = 1024 * 1024;
  return fail("server.upload-too-large", {
    fileLimit: Math.floor(limits.fileBytes / megabyte),
    totalLimit: Math.floor(limits.totalBytes / megabyte),
  });
}

/** The visitor's own failures are named; what else breaks while the stream runs is a connection that went away. */
function uploadFailure(error: unknown, limits: UploadLimits): Result<never> {
  if (error instanceof MaxPartsExceededError) return fail("server.too-many-files", { limit: limits.files });
  if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError)
    return tooLarge(limits);
  if (error instanceof MultipartParseError) return fail("server.upload-broken");
  if (error instanceof Error && (error.name === "AbortError" || "code" in error))
    return fail("server.upload-broken");
  throw error;
}

/** The name without folders (some browsers send them) and without characters that only a machine sees. */
function plainName(name: string | undefined): string {
  const last = (name ?? "").split(/[\\/]/).at(-1) ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const visible = last.normalize("NFC").replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "");
  return visible.trim() === "" ? "?" : visible.trim().slice(0, 255);
}
