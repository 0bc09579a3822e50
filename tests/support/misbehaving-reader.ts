import { writeFileSync } from "node:fs";
import { fail, succeed } from "../../src/domain/basics/result.ts";
import type { Extract } from "../../src/domain/document/extract.ts";
import { serveReading } from "../../src/intake/serve-reading.ts";

/** A reading child that does what the text of the file says, for tests of how the parent bears it. */
const held: unknown[] = [];

const extract: Extract = {
  format: "txt",
  pageCount: null,
  content: { kind: "lines", lines: [] },
  notices: [],
  steps: [],
};

serveReading(async (bytes) => {
  const order = new TextDecoder().decode(bytes).trim();
  if (order === "throw") throw new Error("a reader's own mistake");
  if (order === "stray") {
    Promise.reject(new Error("nobody waits for this"));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (order === "late") {
    setTimeout(() => {
      throw new Error("a mistake in a timer");
    });
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  }
  if (order === "exit") process.exit(3);
  if (order === "crash") process.kill(process.pid, "SIGSEGV");
  if (order === "wait") await new Promise((resolve) => setTimeout(resolve, 60_000));
  if (order === "loop") for (;;) held.length = 0;
  if (order === "objects") for (;;) held.push({ a: held.length });
  if (order === "buffers") for (;;) held.push(Buffer.alloc(20_000_000, 1));
  if (order === "environment")
    return fail("file.damaged", { part: Object.keys(process.env).sort().join(" ") });
  if (order === "pid") return fail("file.damaged", { part: String(process.pid) });
  if (order.startsWith("write ")) writeFileSync(order.slice(6), "x");
  console.log("noise of a library");
  return succeed(extract);
});
