// `npm test`: gets what the tests need on this machine, runs them, and says in the last line how many passed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "../tests/support/browser.ts";

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the runner's report says, as far as the last line needs it. */
interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

function getBrowser(): boolean {
  if (findBrowser() === null || !existsSync("/usr/bin/soffice") || !hasVietnamese()) installFromDebian();
  if (findBrowser() !== null) return true;
  console.error(
    "Không có trình duyệt Chrome, Chromium hoặc Edge để thử giao diện. Đề nghị cài một trình duyệt rồi chạy lại.\n" +
      "There is no Chrome, Chromium or Edge to try the screens in. Please install one and run again.",
  );
  return false;
}

/** Whether Tesseract is there with the data for Vietnamese; tests of scans say by name that they are skipped without. */
function hasVietnamese(): boolean {
  const listed = spawnSync("tesseract", ["--list-langs"], { encoding: "utf8" });
  return /^vie$/m.test(`${listed.stdout ?? ""}${listed.stderr ?? ""}`);
}

/** As root on Debian: the browser, and the older PostgreSQL, the LibreOffice and the Tesseract that some tests need. */
function installFromDebian(): void {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.error("Đang cài trình duyệt để thử giao diện… / Installing a browser to try the screens in…");
  // RUNLEVEL: the package of PostgreSQL shall start no server of its own.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const apt = (...words: readonly string[]) =>
    spawnSync("apt-get", ["-q", "-y", ...words], { stdio: ["ignore", 2, 2], env }).status === 0;
  apt("update");
  const wanted = [
    "chromium",
    ...(existsSync("/usr/lib/postgresql") ? [] : ["postgresql-15"]),
    ...(existsSync("/usr/bin/soffice") ? [] : ["libreoffice-writer-nogui", "libreoffice-calc-nogui"]),
    ...(hasVietnamese() ? [] : ["tesseract-ocr", "tesseract-ocr-vie"]),
  ];
  // One package that a release does not have must not keep the others away.
  if (!apt("install", "--no-install-recommends", ...wanted))
    for (const name of wanted) apt("install", "--no-install-recommends", name);
}

/** Runs the tests; gives the runner's exit code, and its report when it wrote one. */
function runTests(words: readonly string[]): { code: number; report: TestReport | null } {
  const path = join(checkout, "node_modules", ".sauro", `tests-${process.pid}.json`);
  const runner = join(checkout, "node_modules", "vitest", "vitest.mjs");
  const reports = ["--reporter=default", "--reporter=json", `--outputFile.json=${path}`];
  const done = spawnSync(process.execPath, [runner, "run", ...reports, ...words], {
    cwd: checkout,
    stdio: ["ignore", "inherit", "inherit"],
  });
  // Written by the runner in the form it documents.
  const report = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as TestReport) : null;
  rmSync(path, { force: true });
  return { code: done.status ?? 1, report };
}

/** A file that could not be loaded has no test that failed, and yet it failed. */
function countFailures(report: TestReport): number {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return report.numFailedTests + unloaded.length;
}

function main(words: readonly string[]): number {
  const hasBrowser = getBrowser();
  // Screens are tried as they are built.
  const built = spawnSync(process.execPath, [join(checkout, "sauro.mjs"), "build"], {
    stdio: ["ignore", 2, 2],
  });
  const { code, report } = runTests(words);
  const passed = report?.numPassedTests ?? 0;
  const failed =
    (report === null ? 1 : countFailures(report)) + (hasBrowser ? 0 : 1) + (built.status === 0 ? 0 : 1);
  const skipped = report === null ? 0 : report.numPendingTests + report.numTodoTests;
  if (code !== 0 && failed === 0)
    console.error("The test runner ended with an error outside the tests; it is above.");
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  return failed > 0 || passed === 0 || code !== 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
