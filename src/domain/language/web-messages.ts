/** Words of a person's own messages and of the bell that counts them. */
const vi = {
  bell: (unread: string) => (unread === "0" ? "Tin nhắc việc" : `Tin nhắc việc: ${unread} tin chưa đọc`),
  title: "Tin nhắc việc",
  line: (unread: string) => (unread === "0" ? "Không có tin chưa đọc." : `${unread} tin chưa đọc.`),
  none: "Chưa có tin nào",
  noneText:
    "Khi tỉnh bật đôn đốc, mỗi ngày làm việc bạn nhận nhiều nhất một tin, nêu các phần việc của đơn vị sắp đến hạn hoặc quá hạn. Đề nghị phối hợp gửi đơn vị bạn, và trả lời cho đề nghị của bạn, cũng hiện ở đây.",
  unread: "Chưa đọc",
  told: (duties: string) => `${duties} phần việc`,
  toldRequests: (requests: string) => `${requests} đề nghị phối hợp`,
  requestKinds: {
    asked: (unit: string) => `${unit} đề nghị phối hợp`,
    answered: (unit: string) => `${unit} đã trả lời`,
    declined: (unit: string) => `${unit} không nhận phối hợp`,
  },
  requestOver: "đã kết thúc",
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
  calendar: "Lịch",
  calendarText:
    "Một liên kết riêng để lịch trên điện thoại, Outlook, Google Calendar đọc hạn của các phần việc thuộc đơn vị bạn. Ai có liên kết này đều đọc được, đề nghị không chuyển cho người khác.",
  calendarNone: "Bạn chưa có liên kết lịch.",
  calendarSince: (made: string, used: string | null) =>
    `Đã tạo ${made}; ${used === null ? "chưa được đọc lần nào" : `được đọc gần nhất ${used}`}.`,
  calendarMake: "Tạo liên kết",
  calendarRenew: "Tạo liên kết mới, bỏ liên kết cũ",
  calendarEnd: "Thu hồi liên kết",
  calendarOnce: "Chép liên kết dưới đây vào mục “thêm lịch từ liên kết”. Liên kết chỉ hiện lần này.",
  calendarAddress: "Liên kết lịch",
  calendarCopy: "Chép",
  calendarCopied: "Đã chép.",
};

const en: typeof vi = {
  bell: (unread) => (unread === "0" ? "Messages" : `Messages: ${unread} unread`),
  title: "Messages",
  line: (unread) => (unread === "0" ? "Nothing unread." : `${unread} unread.`),
  none: "No messages yet",
  noneText:
    "Once the province urges, you get one message a working day at most, of the unit's duties that fall due soon or are late. Requests to your unit to co-ordinate, and answers to your own, stand here too.",
  unread: "Unread",
  told: (duties) => (duties === "1" ? "1 duty" : `${duties} duties`),
  toldRequests: (requests) =>
    requests === "1" ? "1 request to co-ordinate" : `${requests} requests to co-ordinate`,
  requestKinds: {
    asked: (unit) => `${unit} asks you to co-ordinate`,
    answered: (unit) => `${unit} has answered`,
    declined: (unit) => `${unit} has declined`,
  },
  requestOver: "over",
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
  calendar: "Calendar",
  calendarText:
    "A link of your own by which the calendar of your phone, Outlook or Google Calendar reads when duties of your unit are due. Whoever has it can read them: please pass it on to nobody.",
  calendarNone: "You have no calendar link.",
  calendarSince: (made, used) =>
    `Made ${made}; ${used === null ? "never read so far" : `last read ${used}`}.`,
  calendarMake: "Make a link",
  calendarRenew: "Make a new link, end the old one",
  calendarEnd: "Revoke the link",
  calendarOnce: "Copy this link into “add a calendar by link”. It is shown this once.",
  calendarAddress: "Calendar link",
  calendarCopy: "Copy",
  calendarCopied: "Copied.",
};

export const messageWords = { vi, en };
