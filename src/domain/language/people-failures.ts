import type { Bilingual } from "./language.ts";

/** What cannot be done with people, their posts, keys and work inside a unit. */
export const peopleFailures = {
  "people.unknown": {
    status: 404,
    vi: "Không có người này trong tỉnh, hoặc người này ngoài phạm vi của bạn. Đề nghị tải lại danh sách.",
    en: "The province has no such person, or he is beyond your reach. Please load the list again.",
  },
  "mail.refused": {
    status: 422,
    vi: "Máy chủ thư từ chối địa chỉ {to}: {said}. Đề nghị xem lại địa chỉ, hoặc chuyển bằng cách khác (mã mời in ra được).",
    en: "The mail server refuses {to}: {said}. Please check the address, or reach the person another way (a code of invitation can be printed).",
  },
  "mail.unsent": {
    status: 502,
    vi: "Chưa gửi được thư đến {to} qua máy chủ {server}: {said}. Đề nghị thử lại sau, hoặc chuyển bằng cách khác (mã mời in ra được).",
    en: "The mail to {to} could not be sent by {server}: {said}. Please try again later, or reach the person another way (a code of invitation can be printed).",
  },
  "mail.off": {
    status: 422,
    vi: "Hệ thống chưa được nối máy chủ thư (biến SAURO_MAIL_SERVER). Mã mời vẫn in ra và đưa tận tay được.",
    en: "No mail server is set (SAURO_MAIL_SERVER). A code of invitation can still be printed and handed over.",
  },
  "people.changed": {
    status: 409,
    vi: "Thông tin của {name} vừa được người khác thay đổi. Đề nghị xem lại rồi làm lại.",
    en: "What is kept of {name} was changed by somebody else meanwhile. Please look at it and try again.",
  },
  "people.work-not-held": {
    status: 404,
    vi: "Đơn vị không có phần việc trong nhiệm vụ này.",
    en: "The unit has no part in this task.",
  },
  "people.work-changed": {
    status: 409,
    vi: "Vừa có người khác giao nhiệm vụ này. Đề nghị xem lại rồi giao lại nếu cần.",
    en: "Somebody else gave this task meanwhile. Please look at it and give it again if need be.",
  },
  "people.left": {
    status: 422,
    vi: "{name} đã thôi công tác từ sau ngày {on}. Đề nghị chọn người khác hoặc ngày khác.",
    en: "{name} no longer works here after {on}. Please choose somebody else or another day.",
  },
  "people.post-unknown": {
    status: 404,
    vi: "Không có vị trí công tác này. Có thể vị trí vừa được thay đổi; đề nghị tải lại trang.",
    en: "There is no such post. It may just have been changed; please load the page again.",
  },
  "people.days-reversed": {
    status: 422,
    vi: "Ngày cuối ({to}) đứng trước ngày đầu ({from}). Đề nghị kiểm tra lại hai ngày.",
    en: "The last day ({to}) is before the first ({from}). Please check both days.",
  },
  "people.unit-needed": {
    status: 422,
    vi: "Vai trò này chỉ có nghĩa trong một đơn vị. Đề nghị chọn đơn vị.",
    en: "This role only means something inside a unit. Please choose the unit.",
  },
  "people.acting-for-oneself": {
    status: 422,
    vi: "Không ai làm thay chính mình. Đề nghị chọn người khác.",
    en: "Nobody acts for himself. Please choose somebody else.",
  },
  "people.acting-for-acting": {
    status: 422,
    vi: "Vị trí này đang do người làm thay giữ. Đề nghị chọn vị trí của người được làm thay.",
    en: "This post is held in somebody's stead. Please choose the post of the person who is away.",
  },
  "people.acting-outside": {
    status: 422,
    vi: "Người được làm thay không giữ vị trí này trong những ngày đó. Đề nghị kiểm tra ngày.",
    en: "The person who is away does not have this post on those days. Please check the days.",
  },
  "people.last-administrator": {
    status: 422,
    vi: "Đây là quản trị viên cuối cùng của tỉnh; bỏ đi thì không còn ai quản lý được người dùng. Đề nghị giao vai trò quản trị viên cho người khác trước.",
    en: "This is the last administrator of the province; without one nobody could look after the users. Please make somebody else administrator first.",
  },
  "people.not-in-unit": {
    status: 422,
    vi: "Người được giao hiện không có vị trí công tác trong đơn vị. Đề nghị chọn người của đơn vị.",
    en: "The person chosen has no post in the unit today. Please choose somebody of the unit.",
  },
  "people.key-unknown": {
    status: 404,
    vi: "Không có khóa này, hoặc khóa đã bị thu hồi.",
    en: "There is no such key, or it was revoked already.",
  },
  "people.key-scopes": {
    status: 422,
    vi: "Chưa chọn việc mà khóa được làm, hoặc có việc không dành cho chương trình ngoài.",
    en: "Nothing was chosen that the key is for, or something that is not for other programs.",
  },
  "people.key-days": {
    status: 422,
    vi: "Ngày cuối của khóa phải từ hôm nay và không quá hai năm nữa.",
    en: "The last day of a key must be today or later, within two years.",
  },
  "people.key-invalid": {
    status: 401,
    vi: "Khóa không đúng, đã hết hạn hoặc đã bị thu hồi. Đề nghị xin quản trị viên khóa mới.",
    en: "The key is wrong, over or revoked. Please ask the administrator for a new one.",
  },
  "people.key-too-fast": {
    status: 429,
    vi: "Khóa gửi quá nhiều yêu cầu. Đề nghị đợi {seconds} giây.",
    en: "The key sends too many requests. Please wait {seconds} seconds.",
  },
  "people.already-ended": {
    status: 422,
    vi: "Vị trí này đã kết thúc ngày {to}.",
    en: "This post ended on {to}.",
  },
} as const satisfies Readonly<Record<string, Bilingual & { readonly status: number }>>;
