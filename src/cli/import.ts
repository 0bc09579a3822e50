import { parseArgs } from "node:util";
import type { Result } from "../domain/basics/result.ts";
import { saySignature } from "../domain/document/signature-words.ts";
import { sayFailure } from "../domain/language/failures.ts";
import { sayNumber } from "../domain/language/language.ts";
import type { ImportOutcome } from "../operations/import-document.ts";
import { type Console, complainOfFailure } from "./console.ts";

/** What a person asks of `sauro import`. */
export interface ImportCall {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly together: boolean;
  /** Takes in what is there already. */
  readonly again: boolean;
  /** Number of the province, where the installation serves several. */
  readonly province: string | null;
}

export interface ImportCommandDependencies extends Console {
  readonly importFiles: (call: ImportCall) => Promise<Result<readonly ImportOutcome[]>>;
}

export const importUsage = `sauro import FILE… [--json] [--together] [--again] [--province NUMBER]
  imports documents into the register, where they await review; the program may be running
  --json       one JSON object a line for each document, and each file that made none
  --together   all files are one document, the main text first
  --again      takes in what is there already as well
  --province   where several provinces are served`;

/** `sauro import FILE…`. Exit code 0 all imported, 1 some are duplicates or could not be read, 2 nothing could be done. */
export async function runImport(
  args: readonly string[],
  deps: ImportCommandDependencies,
): Promise<0 | 1 | 2> {
  const call = parseCall(args);
  if (call === null || call.files.length === 0) {
    deps.complain(importUsage);
    return 2;
  }
  const outcomes = await deps.importFiles(call);
  if (!outcomes.ok) {
    complainOfFailure(outcomes.failure, deps);
    return 2;
  }
  for (const outcome of outcomes.value)
    if (call.json) deps.print(JSON.stringify(asJson(outcome)));
    else if (outcome.outcome === "refused") deps.complain(sayOutcome(outcome));
    else deps.print(sayOutcome(outcome));
  return outcomes.value.every(({ outcome }) => outcome === "imported") ? 0 : 1;
}

function parseCall(args: readonly string[]): ImportCall | null {
  const flag = { type: "boolean" } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: flag, together: flag, again: flag, province: { type: "string" } },
    });
    const { json = false, together = false, again = false, province = null } = values;
    return { files: positionals, json, together, again, province };
  } catch {
    return null;
  }
}

function asJson(outcome: ImportOutcome): object {
  if (outcome.outcome !== "refused") return outcome;
  const { code, detail } = outcome.failure;
  const message = sayFailure(outcome.failure, "vi");
  return { outcome: outcome.outcome, files: outcome.files, error: { code, detail, message } };
}

function sayOutcome(outcome: ImportOutcome): string {
  const files = outcome.files.join(" + ");
  switch (outcome.outcome) {
    case "imported": {
      const { number, fileName } = outcome.document;
      const [findings, rejected] = [outcome.findings, outcome.rejected].map((n) => sayNumber(n, "vi", 0));
      const signatures = outcome.signatures.map((signature) => {
        const { headline, verdict, details } = saySignature(signature, "vi");
        return `\n  ${headline}: ${verdict}. ${details.join(" ")}`;
      });
      return `${files}: đã tiếp nhận ${number ?? fileName}, ${findings} mục chờ kiểm tra, ${rejected} phần không xếp được / imported, ${findings} to review, ${rejected} not placed${signatures.join("")}`;
    }
    case "duplicate": {
      const why =
        outcome.why === "sameFile" ? "cùng tệp / same file" : "cùng số, ngày, cơ quan / same number";
      return `${files}: đã có ${outcome.of.number ?? outcome.of.fileName} (${why}); --again để tiếp nhận thêm / is there already`;
    }
    case "refused":
      return `${files}: ${sayFailure(outcome.failure, "vi")}`;
  }
}
