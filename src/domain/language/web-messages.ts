/** Words of a person's own messages and of the bell that counts them. */
const vi = {
  bell: (unread: string) => (unread === "0" ? "Tin nhắc việc" : `Tin nhắc việc: ${unread} tin chưa đọc`),
  title: "Tin nhắc việc",
  line: (unread: string) => (unread === "0" ? "Không có tin chưa đọc." : `${unread} tin chưa đọc.`),
  none: "Chưa có tin nào",
  noneText:
    "Khi tỉnh bật đôn đốc, mỗi ngày làm việc bạn nhận nhiều nhất một tin, nêu các phần việc của đơn vị sắp đến hạn hoặc quá hạn.",
  unread: "Chưa đọc",
  told: (duties: string) => `${duties} phần việc`,
  due: (day: string) => `hạn ${day}`,
  over: "không còn chờ đơn vị",
  hidden: (count: string) => `${count} phần việc nay không thuộc phạm vi của bạn.`,
  read: "Đánh dấu đã đọc",
  readOf: (day: string) => `Đánh dấu đã đọc tin ngày ${day}`,
  readAll: "Đánh dấu đã đọc tất cả",
  more: "Xem tin cũ hơn",
  mail: "Thư điện tử",
  mailWanted: "Gửi tin nhắc việc cho tôi cả qua thư điện tử",
  mailHelp: "Nếu bỏ chọn, tin nhắc thường kỳ chỉ hiện ở đây; tin nhắc đích danh vẫn gửi qua thư.",
  mailFixed: "Tỉnh quy định tin nhắc việc gửi cả qua thư điện tử.",
};

const en: typeof vi = {
  bell: (unread) => (unread === "0" ? "Messages" : `Messages: ${unread} unread`),
  title: "Messages",
  line: (unread) => (unread === "0" ? "Nothing unread." : `${unread} unread.`),
  none: "No messages yet",
  noneText:
    "Once the province urges, you get one message a working day at most, of the unit's duties that fall due soon or are late.",
  unread: "Unread",
  told: (duties) => (duties === "1" ? "1 duty" : `${duties} duties`),
  due: (day) => `due ${day}`,
  over: "no longer with the unit",
  hidden: (count) => `Duties that you do not see any more: ${count}.`,
  read: "Mark as read",
  readOf: (day) => `Mark the message of ${day} as read`,
  readAll: "Mark all as read",
  more: "Older messages",
  mail: "E-mail",
  mailWanted: "Send me these messages by mail too",
  mailHelp: "If not, digests stand here only; reminders by name still go out by mail.",
  mailFixed: "The province sends these messages by mail to everybody.",
};

export const messageWords = { vi, en };
