import { type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { foldedKey } from "../text/fold.ts";

/**
 * A symbol that stands for an issuer in document numbers. `name` is the full name where the symbol alone tells it
 * (central bodies); null where it depends on the province, the commune or the committee.
 */
export interface IssuerSymbol {
  readonly symbol: string;
  readonly name: string | null;
  /** First and last day on which the body existed; null = not known, or still exists. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/**
 * Symbols seen in real numbers, one a line: symbol, name ("-" = depends on the place), first day, last day.
 * Heads of bodies fix their own symbols (NĐ 30/2020 Phụ lục I mục II.3.b), so the list helps to tell and to spell them;
 * an unknown symbol is still read. Ministries of 1/3/2025: Nghị quyết 176/2025/QH15.
 */
const table = `
QH|Quốc hội
UBTVQH|Ủy ban Thường vụ Quốc hội
CTN|Chủ tịch nước
CP|Chính phủ
TTg|Thủ tướng Chính phủ
HĐBT|Hội đồng Bộ trưởng|1981-07-04|1992-09-30
VPQH|Văn phòng Quốc hội
VPCTN|Văn phòng Chủ tịch nước
VPCP|Văn phòng Chính phủ
TANDTC|Tòa án nhân dân tối cao
VKSNDTC|Viện kiểm sát nhân dân tối cao
VKSTC|Viện kiểm sát nhân dân tối cao
KTNN|Kiểm toán nhà nước
MTTW|Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
BQP|Bộ Quốc phòng
BCA|Bộ Công an
BNG|Bộ Ngoại giao
BNV|Bộ Nội vụ
BTP|Bộ Tư pháp
BTC|Bộ Tài chính
BCT|Bộ Công Thương
BNNMT|Bộ Nông nghiệp và Môi trường|2025-03-01
BXD|Bộ Xây dựng
BVHTTDL|Bộ Văn hóa, Thể thao và Du lịch
BKHCN|Bộ Khoa học và Công nghệ
BGDĐT|Bộ Giáo dục và Đào tạo
BYT|Bộ Y tế
BDTTG|Bộ Dân tộc và Tôn giáo|2025-03-01
NHNN|Ngân hàng Nhà nước Việt Nam
TTCP|Thanh tra Chính phủ
BKHĐT|Bộ Kế hoạch và Đầu tư||2025-02-28
BTTTT|Bộ Thông tin và Truyền thông||2025-02-28
BLĐTBXH|Bộ Lao động - Thương binh và Xã hội||2025-02-28
LĐTBXH|Bộ Lao động - Thương binh và Xã hội||2025-02-28
BGTVT|Bộ Giao thông vận tải||2025-02-28
BTNMT|Bộ Tài nguyên và Môi trường||2025-02-28
BNNPTNT|Bộ Nông nghiệp và Phát triển nông thôn||2025-02-28
BNN|Bộ Nông nghiệp và Phát triển nông thôn||2025-02-28
UBDT|Ủy ban Dân tộc||2025-02-28
BVHTT|Bộ Văn hóa - Thông tin||2007-08-07
BTĐKT|Ban Thi đua - Khen thưởng Trung ương
TCT|Tổng cục Thuế
TCHQ|Tổng cục Hải quan
CATTT|Cục An toàn thông tin
TTXVN|Thông tấn xã Việt Nam
BHXH|-
BCĐ|-
BCĐTW|-
TW|-
BBT|Ban Bí thư
VPTW|Văn phòng Trung ương Đảng
BĐNTW|Ban Đối ngoại Trung ương||2025-02-28
BTCTW|Ban Tổ chức Trung ương
UBKTTW|Ủy ban Kiểm tra Trung ương
BTGTW|Ban Tuyên giáo Trung ương||2025-02-03
BTGDVTW|Ban Tuyên giáo và Dân vận Trung ương|2025-02-03
BDVTW|Ban Dân vận Trung ương||2025-02-03
BNCTW|Ban Nội chính Trung ương
BCSLCTW|Ban Chính sách, chiến lược Trung ương
BKTTW|Ban Kinh tế Trung ương||2025-02-03
HVCTQG|Học viện Chính trị quốc gia Hồ Chí Minh
TU|-
BTCTU|-
BTGTU|-
BTGDVTU|-
BDVTU|-
UBKTTU|-
BNCTU|-
VPTU|-
ĐU|-
ĐUK|-
ĐUUBND|-
VPĐU|-
UBKTĐU|-
BTCĐU|-
BXDĐ|-
BXDĐĐU|-
HU|-
BCSĐ|-
BCS|-
ĐĐ|-
ĐTN|-
UBND|-
HĐND|-
TTHĐND|-
CTUBND|-
CT|-
UB|-
VPUBND|-
VPHĐND|-
VP|-
ĐĐBQH|-
ĐĐBQHHĐND|-
ĐGS|-
MTTQ|-
UBMTTQ|-
MTTQVN|-
SNgV|-
SNV|-
STC|-
SCT|-
SNNMT|-
SNN|-
SNNPTNT|-
STNMT|-
SXD|-
SGTVT|-
SGTVTXD|-
SKHCN|-
STTTT|-
SGDĐT|-
SYT|-
STP|-
SVHTTDL|-
SVHTT|-
SDL|-
SDTTG|-
SKHĐT|-
SLĐTBXH|-
SATTP|-
SQHKT|-
BDT|-
TTr|-
TTT|-
BQL|-
BQLKKT|-
BQLKCN|-
BQLDA|-
TTPVHCC|-
TTXT|-
CAT|-
CATP|-
CAX|-
BCH|-
BCHQS|-
BCHBĐBP|-
BĐBP|-
BTL|-
CTK|-
CCT|-
HQ|-
KBNN|-
TAND|-
VKS|-
VKSND|-
THADS|-
CCTHADS|-
LHHN|-
LMHTX|-
KTNNKV|-
`;

const central = table
  .trim()
  .split("\n")
  .map((line): IssuerSymbol => {
    const [symbol = "", name = "-", from = "", to = ""] = line.split("|");
    return { symbol, name: name === "-" ? null : name, from: parseIsoDate(from), to: parseIsoDate(to) };
  });

const bySpelling = new Map(central.map((each) => [each.symbol, each]));
const byFolded = new Map<string, IssuerSymbol[]>();
for (const each of central) {
  const key = foldedKey(each.symbol);
  byFolded.set(key, [...(byFolded.get(key) ?? []), each]);
}

/** The issuer with exactly this symbol, or null. */
export function issuerSymbol(symbol: string): IssuerSymbol | null {
  return bySpelling.get(symbol) ?? null;
}

/** True for a symbol of the table, in its own letter-case and with its own marks. */
export function isIssuerSymbol(symbol: string): boolean {
  return bySpelling.has(symbol);
}

/** Symbols that an all-capitals or damaged spelling may stand for: "TTG" → TTg, "HDND" → HĐND; itself first. */
export function issuerSymbolsLike(symbol: string): readonly string[] {
  const found = (byFolded.get(foldedKey(symbol)) ?? []).map((each) => each.symbol);
  return found.includes(symbol) ? [symbol, ...found.filter((each) => each !== symbol)] : found;
}

/** Central symbols that are one letter longer: "Tg" may have lost the T of "TTg". */
export function issuerSymbolsMissingLetter(symbol: string): readonly string[] {
  return central
    .filter((each) => each.name !== null && each.symbol.length === symbol.length + 1)
    .filter((each) =>
      [...each.symbol].some((_, i) => each.symbol.slice(0, i) + each.symbol.slice(i + 1) === symbol),
    )
    .map((each) => each.symbol);
}
