/** Words of urging from the list of duties: the text to send on, the drafted letter. */
const vi = {
  copy: "Chép để gửi Zalo",
  copied: "Đã chép. Dán vào Zalo, tin nhắn hoặc thư để gửi cho đơn vị.",
  copyByHand: "Trình duyệt không cho chép tự động. Đề nghị chép đoạn đã bôi đen dưới đây rồi dán vào Zalo.",
  text: "Nội dung để gửi",
  close: "Đóng",
  letter: "Soạn công văn đôn đốc",
  letterOf: (count: string, unit: string) => `${count} việc quá hạn của ${unit}`,
  letterLeft: (count: string) => `${count} phần việc đã chọn không quá hạn nên không nêu trong công văn.`,
  from: "Cơ quan ký",
  issuers: { own: "Cơ quan của tôi", office: "Văn phòng UBND", committee: "UBND tỉnh, thành phố" },
  answerBy: "Đề nghị báo cáo trước ngày",
  letterHelp: "Tệp .docx theo thể thức; số, ngày và chữ ký để trống cho văn thư và người ký.",
  draft: "Tải dự thảo",
};

export type UrgingWords = typeof vi;

const en: UrgingWords = {
  copy: "Copy for Zalo",
  copied: "Copied. Paste it into Zalo, a message or a mail to the unit.",
  copyByHand: "The browser does not let us copy. Please copy the marked text below and paste it into Zalo.",
  text: "Text to send",
  close: "Close",
  letter: "Draft a letter of urging",
  letterOf: (count, unit) => (count === "1" ? `1 late duty of ${unit}` : `${count} late duties of ${unit}`),
  letterLeft: (count) => `${count} of the chosen duties are not late and will not be named.`,
  from: "Issued by",
  issuers: { own: "My body", office: "Office of the Committee", committee: "People's Committee" },
  answerBy: "Answer asked for before",
  letterHelp: "A .docx in the statutory layout; number, day and signature are left to clerk and signer.",
  draft: "Download the draft",
};

export const urgingWords = { vi, en };
