// Reads every picture of a folder with Tesseract as it is, as many at a time as there are cores: what reading pages is
// measured against.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";

const folder = process.argv[2] ?? "";
const pictures = readdirSync(folder).filter((name) => name.endsWith(".pgm"));

function read(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("tesseract", [join(folder, name), "stdout", "-l", "vie", "hocr"], {
      env: { ...process.env, OMP_THREAD_LIMIT: "1" },
      stdio: "ignore",
    });
    child.on("error", reject);
    child.on("close", () => resolve());
  });
}

async function work(): Promise<void> {
  for (let name = pictures.shift(); name !== undefined; name = pictures.shift()) await read(name);
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
