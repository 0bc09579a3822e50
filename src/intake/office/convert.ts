import { spawn } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import type { ReadingLimits } from "../limits.ts";
import type { FileToRead } from "../reading-messages.ts";
import { type ConvertibleFormat, conversionTargets, nameOf } from "./convertible.ts";
import { writeProfile } from "./profile.ts";

/** What one conversion may cost, and how to end it early. */
export interface ConversionLimits {
  readonly milliseconds: number;
  readonly memoryBytes: number;
  readonly fileBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/** The limits of reading that hold for a conversion too. */
export function conversionLimits(limits: ReadingLimits, signal: AbortSignal): ConversionLimits {
  const { conversionMilliseconds, fileBytes } = limits;
  // LibreOffice reserves about a gigabyte of addresses before it opens a file.
  return { milliseconds: conversionMilliseconds, memoryBytes: limits.residentBytes * 2, fileBytes, signal };
}

/**
 * Has LibreOffice turn a file into .docx or .xlsx, in a folder of its own with a fresh profile, so that two conversions
 * share nothing. The process and all that it starts are ended together at the limit of time or by the signal, and take
 * no more memory and write no larger file than allowed.
 *
 * Fails with `file.conversion-slow` ({ format, seconds }), `file.conversion-failed` ({ format }) when no file came out
 * (damaged, locked by a password, beyond a limit), and `file.cancelled`.
 */
export async function convert(
  office: string,
  file: FileToRead,
  format: ConvertibleFormat,
  limits: ConversionLimits,
): Promise<Result<Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), "sauro-office-"));
  try {
    const source = join(folder, `source.${format}`);
    await ("path" in file ? copyFile(file.path, source) : writeFile(source, file.bytes));
    const profile = join(folder, "profile");
    await writeProfile(profile);
    const end = await run(
      office,
      commandLine(profile, folder, source, conversionTargets[format]),
      folder,
      limits,
    );
    if (end === "cancelled") return fail("file.cancelled");
    const seconds = Math.round(limits.milliseconds / 1000);
    if (end === "slow") return fail("file.conversion-slow", { format: nameOf(format), seconds });
    return await converted(join(folder, "out", `source.${conversionTargets[format]}`), format, limits);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function converted(
  path: string,
  format: ConvertibleFormat,
  limits: ConversionLimits,
): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path);
    if (size > 0 && size <= limits.fileBytes) return succeed(await readFile(path));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  return fail("file.conversion-failed", { format: nameOf(format) });
}

function commandLine(
  profile: string,
  folder: string,
  source: string,
  target: "docx" | "xlsx",
): readonly string[] {
  return [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    "--headless",
    "--norestore",
    "--nolockcheck",
    "--nodefault",
    "--nologo",
    "--convert-to",
    target === "docx" ? "docx:MS Word 2007 XML" : "xlsx:Calc MS Excel 2007 XML",
    "--outdir",
    join(folder, "out"),
    source,
  ];
}

/** Runs the program to its end, or ends it and all that it started. */
function run(
  office: string,
  words: readonly string[],
  folder: string,
  limits: ConversionLimits,
): Promise<"ended" | "slow" | "cancelled"> {
  return new Promise((resolve) => {
    if (limits.signal?.aborted) return resolve("cancelled");
    const isUnix = process.platform !== "win32";
    const [program, args] = isUnix ? limited(office, words, limits) : [office, words];
    const child = spawn(program, args, {
      cwd: folder,
      // A group of its own, so that the helpers it starts end with it.
      detached: isUnix,
      stdio: "ignore",
      env: { HOME: folder, TMPDIR: folder, PATH: `${dirname(office)}:/usr/bin:/bin`, LC_ALL: "C.UTF-8" },
      windowsHide: true,
    });
    let end: "ended" | "slow" | "cancelled" = "ended";
    const kill = (): void => endGroup(child.pid, isUnix);
    const timer = setTimeout(() => {
      end = "slow";
      kill();
    }, limits.milliseconds);
    const cancel = (): void => {
      end = "cancelled";
      kill();
    };
    limits.signal?.addEventListener("abort", cancel, { once: true });
    const finish = (): void => {
      clearTimeout(timer);
      limits.signal?.removeEventListener("abort", cancel);
      // What the program left running after its own end.
      kill();
      resolve(end);
    };
    child.on("error", finish).on("exit", finish);
  });
}

function endGroup(pid: number | undefined, isGroup: boolean): void {
  if (pid === undefined) return;
  try {
    process.kill(isGroup ? -pid : pid, "SIGKILL");
  } catch (error) {
    // It is gone already.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** The program under the limits of the shell: addresses in kilobytes, files in blocks of 512 bytes, no core file. */
function limited(
  office: string,
  words: readonly string[],
  limits: ConversionLimits,
): readonly [string, readonly string[]] {
  const kilobytes = Math.floor(limits.memoryBytes / 1024);
  const blocks = Math.floor(limits.fileBytes / 512);
  const script = `ulimit -c 0; ulimit -f ${blocks}; ulimit -v ${kilobytes} 2>/dev/null; exec "$0" "$@"`;
  return ["/bin/sh", ["-c", script, office, ...words]];
}
