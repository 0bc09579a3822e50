import type { Bilingual } from "./language.ts";

/** What an agreement is called on a day by its status. */
export const agreementStatusWords = {
  proposed: { vi: "Đề xuất", en: "Proposed" },
  consulting: { vi: "Đang lấy ý kiến", en: "Opinions asked" },
  atPrimeMinister: { vi: "Đang xin ý kiến Thủ tướng", en: "With the Prime Minister" },
  decided: { vi: "Đã quyết định, chưa ký", en: "Decided, not signed" },
  refused: { vi: "Không được chấp thuận", en: "Refused" },
  dropped: { vi: "Thôi đề xuất", en: "Given up" },
  signed: { vi: "Đã ký, chưa có hiệu lực", en: "Signed, not in force" },
  inForce: { vi: "Đang có hiệu lực", en: "In force" },
  suspended: { vi: "Tạm đình chỉ", en: "Suspended" },
  expired: { vi: "Hết hiệu lực", en: "Expired" },
  ended: { vi: "Đã chấm dứt", en: "Ended" },
  withdrawn: { vi: "Đã rút khỏi", en: "Withdrawn from" },
} as const satisfies Readonly<Record<string, Bilingual>>;
