import { parseArgs } from "node:util";
import { type ChainFault, writeHead } from "../domain/basics/log-chain.ts";
import type { Result } from "../domain/basics/result.ts";
import { type Bilingual, sayNumber } from "../domain/language/language.ts";
import type { LogAudit } from "../operations/audit-log.ts";
import { type Console, complainOfFailure } from "./console.ts";

/** What a person asks of `sauro check --audit`. */
export interface AuditCall {
  /** A file with heads that were kept elsewhere. */
  readonly headsFile: string | null;
  /** Public keys that are believed beside the installation's own. */
  readonly trusted: readonly string[];
}

/** What the checks of the logs found. */
export interface AuditedLogs {
  readonly publicKey: string;
  readonly audits: readonly LogAudit[];
  /** Heads in the file that was given; null: none was. */
  readonly headsGiven: number | null;
}

export interface AuditCommandDependencies extends Console {
  readonly audit: (call: AuditCall) => Promise<Result<AuditedLogs>>;
}

export const auditUsage = `sauro check --audit [--heads FILE] [--print-heads] [--trust KEY]… [--json]
  follows the log of each province from its beginning, with the signatures; the program may be running
  --heads        compares with heads that were printed before and kept elsewhere
  --print-heads  prints the last heads, for the safe
  --trust        a public key this installation signed with before`;

/** `sauro check --audit`. Exit code 0 when every log is whole, 1 when one is broken or cannot be read, 2 for a wrong call. */
export async function runAudit(args: readonly string[], deps: AuditCommandDependencies): Promise<0 | 1 | 2> {
  const call = parseCall(args);
  if (call === null) {
    deps.complain(auditUsage);
    return 2;
  }
  const audited = await deps.audit(call);
  if (!audited.ok) {
    complainOfFailure(audited.failure, deps);
    return 1;
  }
  const { audits } = audited.value;
  if (call.json) deps.print(JSON.stringify(audited.value));
  else if (call.printHeads) for (const line of pageOfHeads(audited.value)) deps.print(line);
  else for (const line of linesOf(audited.value)) deps.print(line);
  const broken = audits.filter(({ found }) => found !== null);
  if (!call.json) for (const audit of broken) for (const line of tellBreak(audit)) deps.complain(line);
  return broken.length === 0 ? 0 : 1;
}

function parseCall(
  args: readonly string[],
): (AuditCall & { readonly printHeads: boolean; readonly json: boolean }) | null {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...{ audit: flag, "print-heads": flag, json: flag },
        ...{ heads: { type: "string" }, trust: { type: "string", multiple: true } },
      },
    });
    const { heads, trust = [], json } = values;
    return { headsFile: heads ?? null, trusted: trust, printHeads: values["print-heads"], json };
  } catch {
    return null;
  }
}

function linesOf({ publicKey, audits, headsGiven }: AuditedLogs): readonly string[] {
  const lines = [`Khóa công khai / public key: ${publicKey}`];
  for (const { province, entries, head, unsealed, kept, stump } of audits) {
    const count = sayNumber(entries, "vi", 0);
    lines.push(`${province}: ${count} mục liền nhau / entries without a break`);
    if (stump) {
      const [dropped, kept] = [stump.position, stump.kept.position].map((number) =>
        sayNumber(number, "vi", 0),
      );
      lines.push(
        `   đã bỏ mục 1 đến ${dropped}, trước ${stump.before}; chuỗi được kiểm tra từ đó / dropped up to entry ${dropped}; the chain is followed from there`,
        `   giữ riêng ${kept} thay đổi trong số đó, có chữ ký / changes among them are kept apart, signed`,
      );
    }
    if (head) lines.push(`   đã niêm phong đến mục ${head.position} / sealed up to entry: ${head.signedAt}`);
    lines.push(
      unsealed.since === null
        ? "   không mục nào chờ niêm phong / nothing waits to be sealed"
        : `   ${unsealed.count} mục chờ niêm phong từ / entries wait to be sealed since ${unsealed.since.toISOString()}`,
    );
    if (headsGiven !== null)
      lines.push(
        `   ${kept.agreeing} dấu cất nơi khác khớp, ${kept.older} cũ hơn phần còn giữ / kept heads agree, are older than what is kept`,
      );
  }
  if (headsGiven === 0)
    lines.push("Không có dấu nào trong tệp đã đưa. / There is no head in the file given.");
  return lines;
}

/** A page for the safe: what it is, and one line for each province that `--heads` reads back. */
function pageOfHeads({ publicKey, audits }: AuditedLogs): readonly string[] {
  return [
    "SÁU RÕ – DẤU NIÊM PHONG NHẬT KÝ / HEADS OF THE LOG",
    "Cất giữ ngoài hệ thống. Đối chiếu bằng: sauro check --audit --heads TỆP",
    "Keep outside the system. Compare with: sauro check --audit --heads FILE",
    `Khóa công khai / public key: ${publicKey}`,
    ...audits.flatMap(({ head }) => (head ? [writeHead(head)] : [])),
  ];
}

const faults: Readonly<Record<ChainFault, Bilingual>> = {
  changed: {
    vi: "nội dung không còn như lúc niêm phong, hoặc không còn ở đúng chỗ",
    en: "it is not what was sealed, or not in its place",
  },
  missing: { vi: "mục đã bị xóa", en: "the entry was deleted" },
  gap: { vi: "các mục ngay trước đó đã bị xóa", en: "the entries right before it were deleted" },
  unlinked: { vi: "mục nằm ngoài chuỗi", en: "it stands beside the chain" },
  cut: { vi: "chuỗi kết thúc trước dấu đã ký này", en: "the chain ends before this signed head" },
  head: { vi: "dấu đã ký khác với chuỗi", en: "the signed head differs from the chain" },
  kept: {
    vi: "các thay đổi giữ lại của phần đã bỏ không còn như lúc ký",
    en: "the changes kept of the dropped part are not what was signed",
  },
  signature: { vi: "chữ ký không phải của khóa đã biết", en: "it is not signed by a known key" },
};

function tellBreak({ province, found }: LogAudit): readonly string[] {
  if (found === null) return [];
  const { fault, position, id, entry } = found;
  const where = position === null ? "" : ` ${position}`;
  const name = id === null ? "" : ` (${id})`;
  const what = entry ? `: ${entry.at} ${entry.who} ${entry.what} ${entry.subject}` : "";
  return [
    `${province}: NHẬT KÝ BỊ ĐỨT tại mục${where}${name}: ${faults[fault].vi}${what}`,
    `${province}: THE LOG IS BROKEN at entry${where}${name}: ${faults[fault].en}${what}`,
  ];
}
