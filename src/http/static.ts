import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import type { Context, MiddlewareHandler } from "hono";
import { refuse } from "./answer.ts";

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

const page = "/index.html";

/** Packed twins made by the build, the smaller first. */
const encodings = [
  { name: "br", ending: ".br" },
  { name: "gzip", ending: ".gz" },
] as const;

/**
 * The built web application. Only files that stand in the folder's listing are given out, so no path can lead out of
 * it. Names under `assets/` carry a hash of their content and are kept for a year; the page itself is asked for each
 * time. An address without an ending is a place of the application and answers the page.
 */
export function webFiles(folder: string): MiddlewareHandler {
  let files: ReadonlyMap<string, string> = new Map();
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    if (c.req.path.startsWith("/api/")) return next();
    const path = extname(c.req.path) === "" ? page : c.req.path;
    // A build while the program runs brings files that the listing does not know yet.
    if (!files.has(path)) files = await listFiles(folder);
    if (!files.has(page)) return refuse(c, "server.web-missing");
    return files.has(path) && !isPackedTwin(path) ? answerFile(c, files, path) : next();
  };
}

async function listFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) return new Map();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(folder, path).split(sep).join("/")}`, path]),
  );
}

async function answerFile(c: Context, files: ReadonlyMap<string, string>, path: string): Promise<Response> {
  const accepted = c.req.header("accept-encoding") ?? "";
  const packed = encodings.find(
    (encoding) => new RegExp(`\\b${encoding.name}\\b`).test(accepted) && files.has(path + encoding.ending),
  );
  const file = files.get(path + (packed?.ending ?? ""));
  if (file === undefined) throw new Error(`a listed file is gone: ${path}`);
  if (packed) c.header("Content-Encoding", packed.name);
  c.header("Vary", "Accept-Encoding");
  c.header("Content-Type", mediaTypes[extname(path)] ?? "application/octet-stream");
  c.header("Cache-Control", path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
  return c.body(new Uint8Array(await readFile(file)));
}

function isPackedTwin(path: string): boolean {
  return encodings.some((encoding) => path.endsWith(encoding.ending));
}
