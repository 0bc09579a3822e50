import type { Bilingual } from "./language.ts";

/** What is refused of duties, reports and their proofs. */
export const dutyFailures = {
  "duty.unknown": {
    status: 404,
    vi: "Không có phần việc này, hoặc phần việc không thuộc đơn vị của bạn. Đề nghị mở lại danh sách.",
    en: "There is no such duty, or it is not your unit's. Please open the list again.",
  },
  "duty.webhook-refused": {
    status: 422,
    vi: "Webhook ở {host} không nhận: {said}. Đề nghị xem lại địa chỉ và khóa; địa chỉ trong mạng nội bộ phải được người cài đặt cho phép (SAURO_WEBHOOK_HOSTS).",
    en: "The webhook at {host} does not take it: {said}. Please check address and secret; one inside the own network has to be allowed by whoever installed the program (SAURO_WEBHOOK_HOSTS).",
  },
  "duty.webhook-unsent": {
    status: 502,
    vi: "Chưa gửi được tới webhook ở {host}: {said}. Hệ thống sẽ thử lại.",
    en: "The webhook at {host} could not be reached: {said}. It will be tried again.",
  },
  "duty.webhook-off": {
    status: 409,
    vi: "Chưa đặt webhook, hoặc khóa của webhook không còn đọc được. Đề nghị đặt lại địa chỉ và tạo khóa mới.",
    en: "No webhook is set, or its secret cannot be read any more. Please set the address again and make a new secret.",
  },
  "duty.webhook-address": {
    status: 422,
    vi: "“{url}” không phải là địa chỉ gọi được. Đề nghị ghi đủ, bắt đầu bằng https://, không có tên và mật khẩu.",
    en: "“{url}” is no address that can be called. Please write it in full, beginning with https://, without name and password.",
  },
  "duty.calendar-unknown": {
    status: 404,
    vi: "Liên kết lịch này không còn dùng được. Đề nghị đăng nhập và tạo liên kết mới.",
    en: "This calendar link does not work any more. Please sign in and make a new one.",
  },
  "duty.letter-day-future": {
    status: 422,
    vi: "Ngày ban hành {on} chưa đến (hôm nay là {today}). Đề nghị ghi số, ngày khi công văn đã ban hành.",
    en: "The letter cannot have been issued on {on}: today is {today}. Please record it once it is issued.",
  },
  "duty.letter-not-due": {
    status: 409,
    vi: "{count} phần việc đã chọn không còn cần công văn: đơn vị vừa báo cáo, hoặc công văn đã được ghi. Đề nghị mở lại danh sách.",
    en: "{count} of the chosen duties need no letter any more: the unit reported, or a letter was recorded. Please open the list again.",
  },
  "duty.letter-unknown": {
    status: 404,
    vi: "Không có công văn đã ghi này; có thể người khác vừa bỏ. Đề nghị mở lại danh sách.",
    en: "No such letter is recorded; somebody may have taken it away. Please open the list again.",
  },
  "duty.meeting-empty": {
    status: 409,
    vi: "Danh sách họp đang trống nên không có gì để tải.",
    en: "The list for the meeting is empty, so there is nothing to download.",
  },
  "duty.mail-not-optional": {
    status: 409,
    vi: "Tỉnh quy định tin nhắc việc gửi cả qua thư điện tử nên chưa tắt được. Nếu cần, đề nghị trao đổi với cơ quan đầu mối.",
    en: "The province sends reminders by mail to everybody, so this cannot be turned off. Please ask the focal body if needed.",
  },
  "duty.message-unknown": {
    status: 404,
    vi: "Không có tin nhắn nào chưa gửi được với mã này; có thể tin đã được gửi lại. Đề nghị mở lại danh sách.",
    en: "No message that failed has this id; it may have been sent meanwhile. Please open the list again.",
  },
  "duty.rows-differ": {
    status: 500,
    vi: "{count} trên {checked} phần việc có dòng không khớp với các ghi nhận về nó: {rows}. Xem lại nguyên nhân, sao lưu, rồi chạy: sauro check --repair để lập lại các dòng đó từ các ghi nhận.",
    en: "The rows of {count} of {checked} duties are not what was recorded of them: {rows}. Please find out why, make a backup, and then run: sauro check --repair, which builds these rows again from what was recorded.",
  },
  "duty.changed": {
    status: 409,
    vi: "Phần việc này đã được người khác ghi trong lúc này (phiên bản {now}, bạn đang xem phiên bản {yours}). Đề nghị mở lại rồi ghi.",
    en: "Somebody else recorded something of this duty meanwhile (version {now}, yours is {yours}). Please open it again.",
  },
  "duty.fact-not-allowed": {
    status: 409,
    vi: "Phần việc đang ở bước không ghi được nội dung này (đã xác nhận, đã thu hồi, hoặc đơn vị chưa báo cáo). Đề nghị mở phần việc để xem những gì ghi được.",
    en: "The duty stands where this cannot be recorded (confirmed, withdrawn, or not reported on). Please open it to see what can be.",
  },
  "duty.fact-in-future": {
    status: 422,
    vi: "Ngày {on} chưa đến (hôm nay là {today}). Đề nghị ghi ngày việc đã thực sự xảy ra.",
    en: "{on} has not come yet (today is {today}). Please give the day on which it really happened.",
  },
  "duty.day-missing": {
    status: 422,
    vi: "Chưa có ngày mới của thời hạn. Đề nghị ghi ngày.",
    en: "The new day of the deadline is missing. Please give it.",
  },
  "duty.not-yours": {
    status: 403,
    vi: "Bạn không ghi được nội dung này cho phần việc: đơn vị tự báo cáo, cơ quan đầu mối ghi nhận, Văn phòng xác nhận, và không ai xác nhận việc của đơn vị mình.",
    en: "You cannot record this of the duty: units report, the focal body records, the Office confirms, and nobody confirms a duty of his own unit.",
  },
  "duty.request-unknown": {
    status: 404,
    vi: "Không có đề nghị phối hợp này, hoặc đề nghị không liên quan đến đơn vị của bạn. Đề nghị tải lại trang.",
    en: "There is no such request, or it does not concern your unit. Please load the page again.",
  },
  "duty.request-changed": {
    status: 409,
    vi: "Đề nghị phối hợp này đã được người khác ghi trong lúc này (phiên bản {now}, bạn đang xem phiên bản {yours}). Đề nghị xem lại rồi ghi.",
    en: "Somebody else recorded something of this request meanwhile (version {now}, yours is {yours}). Please look again.",
  },
  "duty.request-over": {
    status: 409,
    vi: "Không ghi được nội dung này: đề nghị phối hợp đã được trả lời, đã rút, hoặc không do đơn vị của bạn ghi.",
    en: "This cannot be recorded: the request was answered or taken back, or it is not for your unit to say.",
  },
  "duty.request-empty": {
    status: 422,
    vi: "Đề nghị phối hợp cần bằng văn bản: ghi số văn bản, hoặc ghi nội dung đề nghị.",
    en: "A request is made in writing: please give the number of the letter, or the words of what is asked.",
  },
  "duty.request-undated": {
    status: 422,
    vi: "Văn bản {number} chưa có ngày. Đề nghị ghi ngày văn bản.",
    en: "The letter {number} has no day. Please give it.",
  },
  "duty.request-term": {
    status: 422,
    vi: "Số ngày làm việc để trả lời cần là số nguyên từ 1 đến {most}.",
    en: "The working days until the answer have to be a whole number from 1 to {most}.",
  },
  "duty.request-nobody": {
    status: 422,
    vi: "Chưa chọn đơn vị phối hợp nào để đề nghị.",
    en: "No co-ordinating unit was chosen to be asked.",
  },
  "duty.request-unit": {
    status: 422,
    vi: "{name} không phải là đơn vị phối hợp của nhiệm vụ này, hoặc là tổ chức bên ngoài không dùng hệ thống.",
    en: "{name} does not co-ordinate in this task, or is a body outside without an account.",
  },
  "duty.answer-early": {
    status: 422,
    vi: "Ngày {on} trước ngày đề nghị ({asked}). Đề nghị kiểm tra lại ngày.",
    en: "{on} is before the day on which it was asked ({asked}). Please check the day.",
  },
  "duty.answer-empty": {
    status: 422,
    vi: "Chưa có nội dung trả lời. Đề nghị ghi nội dung, số văn bản hoặc đính kèm tệp.",
    en: "The answer says nothing. Please give words, a document number or a file.",
  },
  "duty.naming-unasked": {
    status: 422,
    vi: "Nhiệm vụ {ref} không có cụm từ phối hợp “liên quan” này, nên không cần xác định đơn vị.",
    en: "The task {ref} has no such words that leave its co-ordinating units open.",
  },
  "duty.naming-unit": {
    status: 422,
    vi: "{name} không còn hoặc chưa có trong sơ đồ tổ chức hôm nay. Đề nghị chọn đơn vị khác.",
    en: "{name} is not in the organisation today. Please choose another unit.",
  },
  "duty.report-empty": {
    status: 422,
    vi: "Báo cáo chưa có nội dung. Đề nghị ghi kết quả, số liệu hoặc tài liệu kiểm chứng; nếu không có gì để báo cáo, chọn “Không phát sinh”.",
    en: "The report says nothing. Please give a result, a figure or a proof; if there is nothing to report, choose “Nothing to report”.",
  },
  "duty.product-missing": {
    status: 422,
    vi: "Báo cáo hoàn thành cần sản phẩm: số văn bản, tệp, liên kết hoặc số liệu đạt được. Đề nghị bổ sung một trong các loại này.",
    en: "A report of completion needs its product: a document number, a file, a link or a measured value. Please add one of them.",
  },
  "duty.product-unknown": {
    status: 422,
    vi: "Chưa có sản phẩm để xác nhận: đơn vị chưa trình và chưa ghi sản phẩm nào. Đề nghị ghi số văn bản hoặc sản phẩm, hoặc chờ đơn vị trình.",
    en: "There is no product to confirm: the unit has not submitted and none is named. Please name the document or product, or wait for the unit.",
  },
  "duty.nothing-and-something": {
    status: 422,
    vi: "Đã chọn “Không phát sinh” nhưng lại báo cáo hoàn thành hoặc có số liệu. Đề nghị bỏ một trong hai.",
    en: "“Nothing to report” was chosen, yet completion or figures are reported. Please take one of them away.",
  },
  "duty.link-wrong": {
    status: 422,
    vi: "“{link}” không phải là địa chỉ mở được. Đề nghị ghi đủ, bắt đầu bằng http:// hoặc https://.",
    en: "“{link}” is no address that opens. Please write it in full, beginning with http:// or https://.",
  },
  "duty.file-missing": {
    status: 422,
    vi: "Không còn tệp “{name}” trên máy chủ. Đề nghị chọn lại tệp rồi gửi.",
    en: "The file “{name}” is no longer on the server. Please choose it again and send.",
  },
  "duty.file-undeclared": {
    status: 422,
    vi: "Hệ thống không đọc được tệp “{name}” để kiểm tra dấu mật. Đề nghị xác nhận tệp không chứa bí mật nhà nước rồi gửi lại, hoặc gửi bản .pdf, .docx.",
    en: "The file “{name}” cannot be read for marks of secrecy. Please confirm that it holds no state secret and send it again, or send a .pdf or .docx.",
  },
  "duty.report-unknown": {
    status: 404,
    vi: "Không có báo cáo chờ duyệt của phần việc này. Đề nghị mở lại phần việc.",
    en: "There is no report of this duty that waits for approval. Please open the duty again.",
  },
  "duty.extension-limit": {
    status: 409,
    vi: "Phần việc đã được gia hạn {count} lần, bằng số lần tối đa trong thiết lập của tỉnh. Đề nghị báo cáo cấp giao việc.",
    en: "More time was already given {count} times, the most that the province's settings allow. Please turn to the authority that assigned it.",
  },
  "duty.reason-needed": {
    status: 422,
    vi: "Chưa có lý do. Đề nghị ghi rõ cần bổ sung gì hoặc vì sao.",
    en: "The reason is missing. Please say what is to be added, or why.",
  },
  "duty.letter-not-late": {
    status: 422,
    vi: "{count} phần việc đã chọn không quá hạn hoặc không còn chờ đơn vị. Công văn đôn đốc chỉ nêu việc quá hạn; đề nghị bỏ chọn các phần việc đó.",
    en: "{count} of the chosen duties are not late, or wait for the unit no more. A letter of urging names late duties only; please leave those out.",
  },
  "duty.letter-several-units": {
    status: 422,
    vi: "Các phần việc đã chọn thuộc {count} đơn vị. Mỗi công văn gửi một đơn vị; đề nghị lọc theo đơn vị rồi chọn lại.",
    en: "The chosen duties are of {count} units. A letter goes to one unit; please filter by unit and choose again.",
  },
  "duty.letter-no-issuer": {
    status: 422,
    vi: "Chưa biết cơ quan ký công văn: vai trò của bạn chưa gắn với cơ quan nào, hoặc cơ quan đó không còn trong sơ đồ. Đề nghị chọn Văn phòng hay UBND, hoặc nhờ quản trị viên gắn vai trò với cơ quan.",
    en: "The body that issues the letter is not known: your role is not tied to a body, or it is no longer in the tree. Please choose the Office or the Committee, or ask an administrator to tie your role to a body.",
  },
  "duty.letter-day-past": {
    status: 422,
    vi: "Ngày yêu cầu báo cáo {on} đã qua (hôm nay là {today}). Đề nghị chọn ngày sau hôm nay.",
    en: "The day by which an answer is asked for, {on}, has passed (today is {today}). Please choose a later day.",
  },
  "duty.signed-twice": {
    status: 409,
    vi: "Văn bản này đã có trong danh sách văn bản đã ký (số {number}, ngày {on}). Không nhận thêm lần nữa.",
    en: "This document stands among the signed documents already (number {number}, {on}). It is not taken twice.",
  },
  "duty.signed-unknown": {
    status: 404,
    vi: "Không có văn bản đã ký này, hoặc văn bản không thuộc đơn vị của bạn. Đề nghị mở lại danh sách.",
    en: "There is no such signed document, or it is not your unit's. Please open the list again.",
  },
  "duty.signed-changed": {
    status: 409,
    vi: "Văn bản này đã được người khác xử lý trong lúc này. Đề nghị mở lại danh sách.",
    en: "Somebody else dealt with this document meanwhile. Please open the list again.",
  },
  "duty.signed-other-province": {
    status: 422,
    vi: "Văn bản do cơ quan của tỉnh khác ban hành, không phải báo cáo của đơn vị trong tỉnh. Đề nghị để sang một bên, ghi rõ lý do.",
    en: "The document was issued by a body of another province; it is no report of a unit here. Please put it aside with a reason.",
  },
  "duty.signed-other-unit": {
    status: 422,
    vi: "Văn bản do đơn vị khác ban hành nên không trả lời được phần việc này.",
    en: "The document was issued by another unit, so it does not answer this duty.",
  },
  "duty.signed-too-early": {
    status: 422,
    vi: "Ngày {on} của văn bản trước ngày {given} của văn bản giao việc. Đề nghị xem lại ngày, hoặc chọn phần việc khác.",
    en: "The day of the document, {on}, is before that of the document that assigned the work, {given}. Please check it, or choose another duty.",
  },
  "duty.signed-number-missing": {
    status: 422,
    vi: "Chưa có số văn bản đã ký. Đề nghị ghi số như trên văn bản.",
    en: "The number of the signed document is missing. Please write it as the document has it.",
  },
  "duty.signed-worked-on": {
    status: 409,
    vi: "Phần việc đã được xác nhận, thu hồi hoặc báo cáo tiếp kể từ đó. Đề nghị mở lại phần việc trước, rồi làm lại.",
    en: "The duty was confirmed, withdrawn or reported on again since. Please reopen it first, then try again.",
  },
  "duty.proposal-empty": {
    status: 422,
    vi: "Chưa ghi khó khăn hoặc đề xuất.",
    en: "Neither an obstacle nor a proposal was written.",
  },
  "duty.proposal-unknown": {
    status: 404,
    vi: "Không có đề xuất này, hoặc đề xuất không thuộc đơn vị của bạn. Đề nghị mở lại danh sách.",
    en: "There is no such proposal, or it is not your unit's. Please open the list again.",
  },
  "duty.proposal-changed": {
    status: 409,
    vi: "Đề xuất đã được người khác xử lý trong lúc này. Đề nghị mở lại danh sách.",
    en: "Somebody else dealt with this proposal meanwhile. Please open the list again.",
  },
  "duty.proposal-ground-missing": {
    status: 422,
    vi: "Điều chỉnh nhiệm vụ cần văn bản quyết định (số và ngày) hoặc ý kiến bút phê. Đề nghị ghi một trong hai.",
    en: "An amendment needs the document that decided it (number and day), or the words written by hand. Please give one of them.",
  },
  "duty.proposal-nothing": {
    status: 422,
    vi: "Nội dung điều chỉnh giống nội dung hiện nay của nhiệm vụ. Đề nghị sửa ít nhất một mục, hoặc chọn “Ghi nhận”.",
    en: "The amendment says what the task says already. Please change at least one field, or take note only.",
  },
  "duty.proposal-task-changed": {
    status: 409,
    vi: "Nhiệm vụ đã được sửa tiếp sau khi điều chỉnh nên không hoàn tác được. Đề nghị sửa trực tiếp nhiệm vụ.",
    en: "The task was changed again after the amendment, so this cannot be undone. Please edit the task itself.",
  },
  "duty.page-unknown": {
    status: 400,
    vi: "Không tiếp tục được danh sách từ chỗ này. Đề nghị tải lại danh sách.",
    en: "The list cannot go on from this place. Please load it again.",
  },
} as const satisfies Record<string, Bilingual & { readonly status: number }>;
