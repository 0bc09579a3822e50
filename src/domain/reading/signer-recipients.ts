import { type HeadLine, isAnnexTitle, isCapitals, titleOf } from "../document/head-lines.ts";
import { foldedKey } from "../text/fold.ts";
import { afterRecipient, personName } from "./signer.ts";

/**
 * The list under "Nơi nhận:" of the main text, one entry each without its hyphen and semicolon, "Lưu: …" included
 * (NĐ 30/2020/NĐ-CP Phụ lục I mục II.9). In one line or several; it ends where the signer or the next part begins.
 */
export function recipientsOf(lines: readonly HeadLine[]): readonly string[] {
  const at = lines.findIndex((line) => /^n?oi nhan(?: |$)/u.test(foldedKey(line.text)));
  const first = lines[at];
  if (!first) return [];
  const entries: string[] = [];
  for (const line of lines.slice(at, at + 60)) {
    if (line !== first && first.inTable && line.group !== first.group) break;
    const cut = afterRecipient(line.text);
    const text = (cut === line.text ? line.text : line.text.slice(0, line.text.length - cut.length)).trim();
    const words = line === first ? text.replace(/^\S+\s+\S+\s*:?\s*/u, "") : text;
    if (words === "") continue;
    if (line !== first && endsList(words, entries)) break;
    for (const piece of withoutSignature(words).split(/(?<=[;.])\s*(?=[-–•+]\s)|;\s*(?=[-–•]\s?\p{L})/u))
      addPiece(entries, piece);
    if (
      /^[-–•\s]*Lưu\s*:?.*\.$/u.test(words) ||
      (/(?:^|[-–;]\s*)Lưu\s*:/u.test(words) && !/[,;]$/u.test(words))
    )
      break;
  }
  return entries.map(bare).filter((entry) => entry !== "");
}

/** Capitals of the signer that a flattened table left among the recipients: "…; KT. CHÁNH VĂN PHÒNG - Thường trực …". */
function withoutSignature(text: string): string {
  return text.replace(
    /(?<=[;.)]\s)(?:(?:TM|KT|TL|TUQ|Q)\.\s)?\p{Lu}{2,}(?:\s\p{Lu}{2,}){1,6}(?=\s-\s|$)/gu,
    "",
  );
}

function endsList(text: string, entries: readonly string[]): boolean {
  if (isAnnexTitle(text) || titleOf(text)) return true;
  if (isCapitals(text) && text.length > 6 && !/^[-–]/u.test(text)) return true;
  const closed = /[.;]$/u.test(entries.at(-1) ?? "");
  return !/^[-–•+]/u.test(text) && closed && personName(text) !== null;
}

/** A piece with its own hyphen begins an entry; one without goes on with the entry before it while that is open. */
function addPiece(entries: string[], piece: string): void {
  const text = piece.trim();
  if (text === "") return;
  const before = entries.at(-1);
  if (/^[-–•+]/u.test(text) || before === undefined || /[;.]$/u.test(before)) entries.push(text);
  else entries[entries.length - 1] = `${before} ${text}`;
}

function bare(entry: string): string {
  return entry
    .replace(/^[-–•+\s]+/u, "")
    .replace(/[;.\s]+$/u, "")
    .replace(/\s+/gu, " ");
}
