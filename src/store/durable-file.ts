import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Writes a small file so that after a power cut it is either the old one or the whole new one. */
export function replaceFileSync(path: string, text: string, mode: number): void {
  const half = `${path}.${process.pid}.new`;
  const file = openSync(half, "w", mode);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(half, path);
  syncFolder(dirname(path));
}

/** Makes the names in a folder durable; a system that cannot sync folders (Windows) does it by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
