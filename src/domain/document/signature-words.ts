import type { Bilingual, Language } from "../language/language.ts";
import type { DocumentSignature, SignatureReason } from "./signature.ts";

const kinds: Readonly<Record<DocumentSignature["kind"], Bilingual>> = {
  signature: { vi: "Chữ ký số", en: "Digital signature" },
  timestamp: { vi: "Dấu thời gian", en: "Time stamp" },
};

/** How a signature stands, in one mark: only a whole file with a trusted issuer is called valid. */
export type SignatureStanding = "valid" | "wholeOnly" | "certificateInvalid" | "changed" | "cannotJudge";

/** The bytes and the issuer together: a whole file proves little while anybody may have made the certificate. */
export function standingOf(signature: Pick<DocumentSignature, "verdict" | "issuerTrust">): SignatureStanding {
  if (signature.verdict !== "whole") return signature.verdict;
  const standings = { trusted: "valid", cannotJudge: "wholeOnly", notValid: "certificateInvalid" } as const;
  return standings[signature.issuerTrust];
}

const standings: Readonly<Record<SignatureStanding, Bilingual>> = {
  valid: { vi: "hợp lệ, còn nguyên vẹn", en: "valid and whole" },
  wholeOnly: { vi: "còn nguyên vẹn, chưa rõ người cấp chứng thư", en: "whole, issuer not known" },
  certificateInvalid: {
    vi: "còn nguyên vẹn, chứng thư không có hiệu lực khi ký",
    en: "whole, certificate not in force when signed",
  },
  changed: { vi: "đã bị thay đổi sau khi ký", en: "changed after signing" },
  cannotJudge: { vi: "không đủ căn cứ kết luận", en: "cannot be judged" },
};

const trusts: Readonly<Record<DocumentSignature["issuerTrust"], Bilingual>> = {
  trusted: {
    vi: "Người cấp chứng thư có trong danh sách tin cậy.",
    en: "The issuer of the certificate is in the trust list.",
  },
  cannotJudge: {
    vi: "Không đủ căn cứ kết luận về người cấp chứng thư.",
    en: "The issuer of the certificate cannot be judged.",
  },
  notValid: {
    vi: "Chứng thư không có hiệu lực vào lúc ký.",
    en: "The certificate did not hold when it was signed.",
  },
};

/** Why a signature was judged as it was, in whole sentences; what the sentence on the issuer says already is empty. */
const reasons: Readonly<Record<SignatureReason, Bilingual>> = {
  bytesDiffer: {
    vi: "Nội dung tệp khác với nội dung lúc ký.",
    en: "The bytes of the file are not the ones that were signed.",
  },
  valueWrong: {
    vi: "Giá trị chữ ký không khớp với khóa trong chứng thư.",
    en: "The value of the signature does not fit the key of the certificate.",
  },
  contentAdded: {
    vi: "Sau khi ký, tệp đã được sửa, thêm hoặc bớt nội dung hiển thị.",
    en: "After signing, what the file shows was changed, added to or taken away.",
  },
  additionUnclear: {
    vi: "Sau khi ký, tệp được ghi thêm phần không phân tích được.",
    en: "After signing, something was added that could not be followed.",
  },
  signedAgain: {
    vi: "Sau khi ký chỉ thêm chữ ký, dấu thời gian hoặc dữ liệu kiểm tra chữ ký.",
    en: "After signing, only signatures, time stamps or proofs of them were added.",
  },
  rangeWrong: {
    vi: "Chữ ký không phủ trọn tệp.",
    en: "The signature does not cover the whole file.",
  },
  algorithmUnknown: {
    vi: "Thuật toán ký chưa được hỗ trợ.",
    en: "The algorithm of the signature is not known here.",
  },
  algorithmWeak: {
    vi: "Thuật toán băm đã lạc hậu (SHA-1, MD5), có thể bị giả mạo.",
    en: "The digest is outdated (SHA-1, MD5) and can be forged.",
  },
  unreadable: {
    vi: "Không đọc được dữ liệu chữ ký.",
    en: "The data of the signature cannot be read.",
  },
  certificateMissing: {
    vi: "Tệp không kèm chứng thư của người ký.",
    en: "The certificate of the signer does not come with the file.",
  },
  certificateOutOfTime: { vi: "", en: "" },
  issuerUnknown: {
    vi: "Danh sách tin cậy không có người cấp chứng thư này.",
    en: "The trust list does not name this issuer.",
  },
  revocationUnknown: {
    vi: "Chưa kiểm tra việc thu hồi chứng thư (hệ thống không kết nối ra ngoài).",
    en: "Whether the certificate was revoked was not checked (nothing outside is asked).",
  },
  timeClaimed: {
    vi: "Thời điểm ký theo máy của người ký, không có dấu thời gian.",
    en: "The time is what the signer's machine said, without a time stamp.",
  },
  timeMissing: { vi: "Không có thời điểm ký.", en: "No time of signing is given." },
  timestampWrong: {
    vi: "Dấu thời gian không khớp với chữ ký.",
    en: "The time stamp does not fit the signature.",
  },
};

/** A signature in plain words. */
export interface SaidSignature {
  /** "Chữ ký số 1: Nguyễn Văn An (Sở A), ký 09:00 21/08/2025". */
  readonly headline: string;
  readonly standing: SignatureStanding;
  readonly verdict: string;
  /** Sentences: on the issuer first, then the reasons. */
  readonly details: readonly string[];
}

/** Says who signed, when, and how the signature was judged. Times are those of Vietnam. */
export function saySignature(signature: DocumentSignature, language: Language): SaidSignature {
  const { signer } = signature;
  const standing = standingOf(signature);
  const nobody = { vi: "không rõ người ký", en: "signer not known" }[language];
  const organisation =
    signer?.organisation && signer.organisation !== signer.name ? ` (${signer.organisation})` : "";
  const signed = { vi: "ký", en: "signed" }[language];
  const when = signature.signedAt ? `, ${signed} ${sayInstant(signature.signedAt)}` : "";
  const issuer = signer?.issuer
    ? [`${{ vi: "Người cấp chứng thư", en: "Issuer" }[language]}: ${signer.issuer}.`]
    : [];
  return {
    headline: `${kinds[signature.kind][language]} ${signature.number}: ${signer?.name ?? nobody}${organisation}${when}`,
    standing,
    verdict: standings[standing][language],
    details: [
      ...issuer,
      trusts[signature.issuerTrust][language],
      ...signature.reasons.map((reason) => reasons[reason][language]).filter((text) => text !== ""),
    ],
  };
}

const vietnamTime = 7 * 3600 * 1000;

/** An instant as "HH:mm dd/MM/yyyy" in Vietnam, which keeps one time all the year. */
function sayInstant(iso: string): string {
  const there = new Date(Date.parse(iso) + vietnamTime).toISOString();
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(there) ?? [];
  return `${time} ${day}/${month}/${year}`;
}
