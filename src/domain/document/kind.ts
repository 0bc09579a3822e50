import { foldedKey } from "../text/fold.ts";

/** Where a kind of document belongs: laws and rules, the papers of the administration, the Party, copies of a document. */
export type KindFamily = "legislative" | "administrative" | "party" | "copy";

/** A kind of document: the abbreviation that stands in its number and the name printed as its title. */
export interface DocumentKind {
  readonly abbreviation: string;
  readonly name: string;
  readonly families: readonly KindFamily[];
}

function kind(abbreviation: string, name: string, ...families: KindFamily[]): DocumentKind {
  return { abbreviation, name, families };
}

/**
 * Kinds of document. Administrative: the 29 of NĐ 30/2020/NĐ-CP Điều 7 with the abbreviations of Phụ lục III
 * (công văn and thư công have none in their number; "CV" is our label, and the Party writes it). Legislative: Luật ban
 * hành văn bản quy phạm pháp luật. Party: Hướng dẫn 36-HD/VPTW. Rows at the end are seen in real numbers without
 * standing in a list. Where an abbreviation has two names, the commoner stands first.
 */
export const documentKinds: readonly DocumentKind[] = [
  kind("NQ", "Nghị quyết", "legislative", "administrative", "party"),
  kind("QĐ", "Quyết định", "legislative", "administrative", "party"),
  kind("QĐ", "Quy định", "party"),
  kind("CT", "Chỉ thị", "legislative", "administrative", "party"),
  kind("QC", "Quy chế", "administrative", "party"),
  kind("QyĐ", "Quy định", "administrative"),
  kind("TC", "Thông cáo", "administrative"),
  kind("TB", "Thông báo", "administrative", "party"),
  kind("HD", "Hướng dẫn", "administrative", "party"),
  kind("CTr", "Chương trình", "administrative", "party"),
  kind("KH", "Kế hoạch", "administrative", "party"),
  kind("PA", "Phương án", "administrative", "party"),
  kind("ĐA", "Đề án", "administrative", "party"),
  kind("DA", "Dự án", "administrative"),
  kind("BC", "Báo cáo", "administrative", "party"),
  kind("BB", "Biên bản", "administrative", "party"),
  kind("TTr", "Tờ trình", "administrative", "party"),
  kind("HĐ", "Hợp đồng", "administrative"),
  kind("CV", "Công văn", "administrative", "party"),
  kind("CĐ", "Công điện", "administrative"),
  kind("BGN", "Bản ghi nhớ", "administrative"),
  kind("BTT", "Bản thỏa thuận", "administrative"),
  kind("GUQ", "Giấy ủy quyền", "administrative"),
  kind("GM", "Giấy mời", "administrative", "party"),
  kind("GGT", "Giấy giới thiệu", "administrative"),
  kind("GNP", "Giấy nghỉ phép", "administrative"),
  kind("PG", "Phiếu gửi", "administrative"),
  kind("PC", "Phiếu chuyển", "administrative"),
  kind("PB", "Phiếu báo", "administrative"),
  kind("TCg", "Thư công", "administrative"),

  kind("HP", "Hiến pháp", "legislative"),
  kind("BL", "Bộ luật", "legislative"),
  kind("QH", "Luật", "legislative"),
  kind("PL", "Pháp lệnh", "legislative"),
  kind("L", "Lệnh", "legislative"),
  kind("NĐ", "Nghị định", "legislative"),
  kind("TT", "Thông tư", "legislative"),
  kind("TT", "Thông tri", "party"),
  kind("TTLT", "Thông tư liên tịch", "legislative"),
  kind("NQLT", "Nghị quyết liên tịch", "legislative"),
  kind("VBHN", "Văn bản hợp nhất", "legislative"),
  kind("HNVB", "Văn bản hợp nhất", "legislative"),

  kind("KL", "Kết luận", "party", "administrative"),
  kind("QĐi", "Quy định", "party"),
  kind("QTr", "Quy trình", "party", "administrative"),

  kind("SY", "Sao y", "copy"),
  kind("SL", "Sao lục", "copy"),
  kind("TrS", "Trích sao", "copy"),

  kind("KHLT", "Kế hoạch liên tịch", "administrative"),
  kind("KHPH", "Kế hoạch phối hợp", "administrative"),
  kind("QCPH", "Quy chế phối hợp", "administrative"),
  kind("CTPH", "Chương trình phối hợp", "administrative"),
  kind("CTrPH", "Chương trình phối hợp", "administrative"),
  kind("HDLN", "Hướng dẫn liên ngành", "administrative"),
  kind("HDLT", "Hướng dẫn liên tịch", "administrative"),
  kind("GP", "Giấy phép", "administrative"),
  kind("GCN", "Giấy chứng nhận", "administrative"),
  kind("TBKL", "Thông báo kết luận", "administrative", "party"),
];

/** Names that stand before a number and say a kind in other words; "văn bản" and the like say nothing. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["chuong trinh hanh dong", "CTr"],
  ["thong bao ket luan", "TB"],
  ["thong bao y kien ket luan", "TB"],
  ["ket luan thanh tra", "KL"],
  ["ke hoach hanh dong", "KH"],
  ["cong dien khan", "CĐ"],
  ["quyet nghi", "NQ"],
  ["thu moi", "GM"],
]);

const byAbbreviation = new Map<string, readonly DocumentKind[]>();
const byName = new Map<string, DocumentKind>();
const byFoldedAbbreviation = new Map<string, readonly string[]>();
for (const each of documentKinds) {
  byAbbreviation.set(each.abbreviation, [...(byAbbreviation.get(each.abbreviation) ?? []), each]);
  const key = foldedKey(each.name);
  if (!byName.has(key)) byName.set(key, each);
  const folded = foldedKey(each.abbreviation);
  const before = byFoldedAbbreviation.get(folded) ?? [];
  if (!before.includes(each.abbreviation)) byFoldedAbbreviation.set(folded, [...before, each.abbreviation]);
}
for (const [key, abbreviation] of otherNames) {
  const found = byAbbreviation.get(abbreviation)?.[0];
  if (found) byName.set(key, found);
}

/** The kind with exactly this abbreviation, the commoner first when two share it; null when there is none. */
export function kindWithAbbreviation(abbreviation: string): DocumentKind | null {
  return byAbbreviation.get(abbreviation)?.[0] ?? null;
}

/** True for an abbreviation of a kind, in its own letter-case and with its own marks. */
export function isKindAbbreviation(text: string): boolean {
  return byAbbreviation.has(text);
}

/**
 * Abbreviations that a damaged or all-capitals spelling may stand for: "QD" → QĐ, "CTR" → CTr, "DA" → DA and ĐA.
 * The spelling itself comes first when it is one; empty when nothing fits.
 */
export function kindAbbreviationsLike(text: string): readonly string[] {
  const found = byFoldedAbbreviation.get(foldedKey(text)) ?? [];
  return found.includes(text) ? [text, ...found.filter((each) => each !== text)] : found;
}

/**
 * The kind with this name, whatever its capitals and marks: "QUYẾT ĐỊNH", "Quyet dinh". Names that say a kind in other
 * words count ("Chương trình hành động" is a Chương trình). Null when it is no name of a kind.
 */
export function kindNamed(name: string): DocumentKind | null {
  return byName.get(foldedKey(name)) ?? null;
}

/** Folded names of all kinds, the longest first: for finding one at the end or the beginning of a text. */
export const foldedKindNames: readonly string[] = [...byName.keys()].sort((a, b) => b.length - a.length);

/** The name of a kind in sentence case as the table writes it, or null: "Thông báo" for "TB". */
export function kindNameOf(abbreviation: string): string | null {
  return kindWithAbbreviation(abbreviation)?.name ?? null;
}
