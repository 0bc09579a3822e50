import type { Bilingual } from "./language.ts";

/** What cannot be done with people, their posts, keys and work inside a unit. */
export const peopleFailures = {
  "people.unknown": {
    status: 404,
    vi: "Không có người này trong tỉnh, hoặc người này ngoài phạm vi của bạn. Đề nghị tải lại danh sách.",
    en: "The province has no such person, or he is beyond your reach. Please load the list again.",
  },
  "mail.too-large": {
    status: 413,
    vi: "Thư lớn hơn {most} MB. Đề nghị tải văn bản lên ở trang “Văn bản đã ký”.",
    en: "The mail is larger than {most} MB. Please hand the document in at “Signed documents”.",
  },
  "mail.unreadable": {
    status: 422,
    vi: "Tệp không phải là thư (.eml) đọc được. Đề nghị lưu lại thư từ chương trình thư, dạng .eml.",
    en: "The file is no mail (.eml) that can be read. Please save the mail from the mail program again, as .eml.",
  },
  "mail.sender-missing": {
    status: 422,
    vi: "Thư không có địa chỉ người gửi.",
    en: "The mail has no address of a sender.",
  },
  "mail.sender-unknown": {
    status: 422,
    vi: "Địa chỉ {from} không phải của người đang được giao việc ở một đơn vị trong hệ thống. Đề nghị người gửi dùng địa chỉ đã đăng ký, hoặc tải văn bản lên ở trang “Văn bản đã ký”.",
    en: "{from} is not the address of a person who works for a unit here. Please have it sent from the registered address, or hand the document in at “Signed documents”.",
  },
  "mail.sender-several": {
    status: 422,
    vi: "Người có địa chỉ {from} làm việc ở nhiều tỉnh. Đề nghị nêu rõ tỉnh khi nhận thư (--province).",
    en: "The person of {from} works for several provinces. Please name the province (--province).",
  },
  "mail.no-attachment": {
    status: 422,
    vi: "Thư của {from} không có tệp đính kèm. Chỉ văn bản đính kèm được nhận.",
    en: "The mail of {from} has no attachment. Only attached documents are taken in.",
  },
  "mail.inline-picture": {
    status: 422,
    vi: "“{name}” là ảnh chèn trong lời thư, không phải văn bản đính kèm.",
    en: "“{name}” is a picture inside the text of the mail, no attached document.",
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
