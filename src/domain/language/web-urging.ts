/** Words of urging from the list of duties: the text to send on, the drafted letter. */
const vi = {
  copy: "Chép để gửi Zalo",
  copied: "Đã chép. Dán vào Zalo, tin nhắn hoặc thư để gửi cho đơn vị.",
  copyByHand: "Trình duyệt không cho chép tự động. Đề nghị chép đoạn đã bôi đen dưới đây rồi dán vào Zalo.",
  text: "Nội dung để gửi",
  close: "Đóng",
};

export type UrgingWords = typeof vi;

const en: UrgingWords = {
  copy: "Copy for Zalo",
  copied: "Copied. Paste it into Zalo, a message or a mail to the unit.",
  copyByHand: "The browser does not let us copy. Please copy the marked text below and paste it into Zalo.",
  text: "Text to send",
  close: "Close",
};

export const urgingWords = { vi, en };
