// Builds the server and the web application into dist/. Called by sauro.mjs with the mark of the sources; a program
// that runs from dist/ meanwhile keeps the files it may still load: names carry a hash, and old ones stay for a day.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type InlineConfig } from "vite";
import { checkWebSize } from "./check-web-size.ts";
import { webBuild } from "./web-build.ts";

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(checkout, "dist");
const half = join(checkout, "node_modules", ".sauro", `build-${process.pid}`);
const dayInMilliseconds = 24 * 3600 * 1000;

const common: InlineConfig = { configFile: false, logLevel: "warn", mode: "production" };

/** The server: one file to start, one for the process that reads files, one for threads that read letters, and what they load later beside them. */
function serverBuild(): InlineConfig {
  const worker = join(checkout, "src/intake/worker.ts");
  return {
    ...common,
    root: checkout,
    publicDir: false,
    build: {
      ssr: true,
      outDir: join(half, "server"),
      target: "node24",
      minify: false,
      rolldownOptions: {
        input: {
          main: join(checkout, "src/main.ts"),
          ...(existsSync(worker) ? { "intake-worker": worker } : {}),
          "recogniser-worker": join(checkout, "src/intake/scan/wasm-worker.ts"),
        },
        external: (id: string) => !id.startsWith(".") && !isAbsolute(id) && !id.startsWith("\0"),
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  };
}

function filesIn(folder: string, inside = ""): readonly string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const path = join(inside, entry.name);
    return entry.isDirectory() ? filesIn(folder, path) : [path];
  });
}

/** Moves files into dist/; those that name others (the doors) come last, so that nobody enters a half-furnished house. */
function moveIn(from: string, to: string): readonly string[] {
  const isDoor = (path: string) =>
    /^(main|intake-worker|recogniser-worker)\.js$|\.html(\.br|\.gz)?$/.test(path);
  const files = filesIn(from).toSorted((a, b) => Number(isDoor(a)) - Number(isDoor(b)));
  for (const file of files) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    renameSync(join(from, file), join(to, file));
  }
  return files.map((file) => relative(dist, join(to, file)));
}

function removeOld(current: ReadonlySet<string>): void {
  for (const file of filesIn(dist)) {
    const path = join(dist, file);
    // A running program may still load a part of an earlier build; steps of the schema are read at its start alone, and one
    // that was renamed must not stand there twice.
    const isStep = file.startsWith("migrations");
    if (!current.has(file) && (isStep || Date.now() - statSync(path).mtimeMs > dayInMilliseconds))
      rmSync(path);
  }
}

try {
  const hasWeb = existsSync(join(checkout, "src/web/index.html"));
  await Promise.all([
    build(serverBuild()),
    ...(hasWeb ? [build({ ...common, ...webBuild(join(half, "web")) })] : []),
  ]);
  if (hasWeb && !checkWebSize(join(half, "web"), console.log)) process.exitCode = 1;
  cpSync(join(checkout, "src/store/migrations"), join(half, "server/migrations"), { recursive: true });
  const moved = [
    ...(hasWeb ? moveIn(join(half, "web"), join(dist, "web")) : []),
    ...moveIn(join(half, "server"), dist),
  ];
  const mark = process.argv[2];
  if (mark !== undefined) writeFileSync(join(dist, ".built-from"), mark);
  removeOld(new Set([...moved, ".built-from"]));
} finally {
  rmSync(half, { recursive: true, force: true });
}
