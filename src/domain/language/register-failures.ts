import type { Bilingual } from "./language.ts";

/** What the register refuses: who may work with it, and what changed under a person's hands. */
export const registerFailures = {
  "register.not-allowed": {
    status: 403,
    vi: "Vai trò của bạn trong tỉnh không gồm việc này ({action}). Nếu cần, đề nghị quản trị viên xem lại vai trò được giao.",
    en: "Your role in the province does not cover this ({action}). If you need it, please ask the administrator to look at your role.",
  },
  "register.not-country-reader": {
    status: 403,
    vi: "Số liệu của cả nước chỉ dành cho người được cấp quyền tại máy chủ (sauro country --add THƯ ĐIỆN TỬ).",
    en: "The figures of the country are for people who were let in at the server itself (sauro country --add EMAIL).",
  },
  "register.no-province": {
    status: 409,
    vi: "Chưa chọn tỉnh, thành phố nên chưa mở được sổ nhiệm vụ. Đề nghị quản trị viên chọn tỉnh, thành phố.",
    en: "No province has been chosen, so the register is not open yet. Please let the administrator choose the province.",
  },
  "register.not-administrator": {
    status: 403,
    vi: "Chỉ quản trị viên được chọn tỉnh, thành phố.",
    en: "Only the administrator may choose the province.",
  },
  "register.province-chosen": {
    status: 409,
    vi: "Đã chọn {province} và không đổi được nữa.",
    en: "{province} has been chosen and cannot be changed.",
  },
  "register.province-unknown": {
    status: 422,
    vi: "Không có tỉnh, thành phố mang số {province}. Đề nghị chọn trong danh sách.",
    en: "There is no province with the number {province}. Please choose one from the list.",
  },
  "register.content-empty": {
    status: 422,
    vi: "Nội dung nhiệm vụ còn trống. Đề nghị nhập nội dung.",
    en: "The task has no content. Please enter what is to be done.",
  },
  "register.name-empty": {
    status: 422,
    vi: "Có cơ quan, đơn vị chưa có tên. Đề nghị nhập tên hoặc bỏ dòng đó.",
    en: "A body has no name. Please enter its name or take the line out.",
  },
  "register.event-unawaited": {
    status: 409,
    vi: "Nhiệm vụ {ref} không có thời hạn tính từ một sự kiện, nên không cần ghi sự kiện.",
    en: "The task {ref} has no term that runs from an event, so none is awaited.",
  },
  "register.event-undocumented": {
    status: 422,
    vi: "Chưa ghi văn bản cho thấy sự kiện đã xảy ra. Đề nghị ghi số, ký hiệu văn bản.",
    en: "The document that shows the event is missing. Please give its number.",
  },
  "register.answering-alone": {
    status: 422,
    vi: "Nhiệm vụ {ref} chỉ có một đơn vị chủ trì, nên không cần xác định đơn vị chịu trách nhiệm chung.",
    en: "One body alone leads the task {ref}, so it need not be said which answers for the whole.",
  },
  "register.answering-unknown": {
    status: 422,
    vi: "Đơn vị được chọn không chủ trì nhiệm vụ {ref}. Đề nghị chọn một trong các đơn vị chủ trì.",
    en: "The chosen body does not lead the task {ref}. Please choose one of those that do.",
  },
  "register.answering-collective": {
    status: 422,
    vi: "“{name}” là nhiều đơn vị, không thể chịu trách nhiệm chung. Đề nghị chọn một đơn vị cụ thể.",
    en: "“{name}” are many bodies and cannot answer for the whole. Please choose a single one.",
  },
  "register.term-wrong": {
    status: 422,
    vi: "Thời hạn tính từ sự kiện cần là số nguyên từ 0 đến {most}.",
    en: "The term that runs from the event has to be a whole number from 0 to {most}.",
  },
  "register.schedule-wrong": {
    status: 422,
    vi: "Thời gian thực hiện không hợp lệ ở phần {part}. Đề nghị kiểm tra ngày, tháng và kỳ lặp lại.",
    en: "The schedule is not right in its part {part}. Please check days, months and rhythm.",
  },
  "register.document-unknown": {
    status: 404,
    vi: "Không có văn bản này trong sổ[ ({id})]. Đề nghị tải lại danh sách văn bản.",
    en: "The register has no such document[ ({id})]. Please load the list of documents again.",
  },
  "register.file-missing": {
    status: 404,
    vi: "Không tìm thấy tệp {file} trong kho tệp. Đề nghị báo quản trị viên kiểm tra thư mục dữ liệu hoặc bản sao lưu.",
    en: "The file {file} is not in the file store. Please let the administrator check the data folder or a backup.",
  },
  "register.no-copy": {
    status: 422,
    vi: "Tệp này không có trang ảnh nên không lập bản sao để tìm kiếm.",
    en: "This file has no pages with pictures, so there is no searchable copy of it.",
  },
  "register.part-unread": {
    status: 422,
    vi: "Không tiếp nhận văn bản vì thiếu một phần: tệp {part} không đọc được. Đề nghị gửi lại đủ các tệp của văn bản.",
    en: "The document was not taken in because a part is missing: the file {part} could not be read. Please send all of its files again.",
  },
  "register.finding-unknown": {
    status: 404,
    vi: "Mục này không còn trong văn bản[ ({id})]; có thể người khác đã tách hoặc gộp. Đề nghị tải lại.",
    en: "This item is no longer in the document[ ({id})]; somebody may have split or merged it. Please load it again.",
  },
  "register.changed-meanwhile": {
    status: 409,
    vi: "Mục {ref} vừa được người khác sửa, nội dung hiện nay: “{now}”.[ Nội dung bạn nhập: “{yours}”.] Đề nghị xem lại rồi lưu.",
    en: "Item {ref} has just been changed by somebody else; it now says “{now}”.[ You wrote “{yours}”.] Please look at it and save again.",
  },
  "register.finding-decided": {
    status: 409,
    vi: "Mục {ref} đã được quyết định. Đề nghị hoàn tác trước khi sửa.",
    en: "Item {ref} has been decided. Please undo that first.",
  },
  "register.already-linked": {
    status: 409,
    vi: "Mục {ref} đã nằm trong quá trình chỉ đạo của nhiệm vụ này. Đề nghị tải lại trang.",
    en: "Item {ref} is already in the lineage of this task. Please load the page again.",
  },
  "register.step-outside-plan": {
    status: 422,
    vi: "Mục {ref} chỉ gắn được với nhiệm vụ của văn bản mà kế hoạch này thực hiện. Đề nghị ghi nhận văn bản là kế hoạch của đơn vị nào, thực hiện văn bản nào.",
    en: "Item {ref} can only be tied to a task of the document that this plan carries out. Please note whose plan the document is, and for which document.",
  },
  "register.plan-unit-unknown": {
    status: 422,
    vi: "Chưa rõ kế hoạch của đơn vị nào. Đề nghị chọn đơn vị.",
    en: "It is not known whose plan it is. Please choose the unit.",
  },
  "register.plan-parent-unknown": {
    status: 422,
    vi: "Không có văn bản mà kế hoạch này thực hiện. Đề nghị chọn văn bản trong danh sách.",
    en: "There is no such document for the plan to carry out. Please choose one from the list.",
  },
  "register.plan-order-unknown": {
    status: 422,
    vi: "Nhiệm vụ này không thuộc văn bản. Đề nghị tải lại trang.",
    en: "This task is not of the document. Please load the page again.",
  },
  "register.plan-of-itself": {
    status: 422,
    vi: "Một văn bản không là kế hoạch thực hiện chính nó, và kế hoạch của đơn vị không là văn bản giao việc cho kế hoạch khác.",
    en: "A document is no plan for itself, and a unit's own plan gives no work to another plan.",
  },
  "register.plan-tied": {
    status: 409,
    vi: "Đã có mục của kế hoạch gắn với nhiệm vụ. Đề nghị gỡ các mục đó ở trang rà soát trước.",
    en: "Items of the plan are tied to tasks. Please untie them at review first.",
  },
  "register.link-withdrawn": {
    status: 409,
    vi: "Nhiệm vụ {ref} đã được rút nên không nhận thêm chỉ đạo. Đề nghị chấp nhận mục này thành nhiệm vụ mới.",
    en: "Task {ref} was withdrawn and takes no further directive. Please accept this item as a new task.",
  },
  "register.not-asked": {
    status: 409,
    vi: "Văn bản không hỏi về nhiệm vụ này, hoặc người khác đã trả lời. Đề nghị tải lại trang.",
    en: "The document asks nothing about this task, or somebody has answered. Please load the page again.",
  },
  "register.not-proposed": {
    status: 409,
    vi: "Liên kết này không còn được đề xuất. Đề nghị tải lại trang.",
    en: "This link is no longer proposed. Please load the page again.",
  },
  "register.note-unknown": {
    status: 404,
    vi: "Không có ghi nhận này trong quá trình chỉ đạo. Có thể người khác đã bỏ.",
    en: "There is no such note in the lineage. Somebody may have taken it away.",
  },
  "register.join-self": {
    status: 422,
    vi: "Không gộp được một nhiệm vụ với chính nó. Đề nghị chọn nhiệm vụ khác.",
    en: "A task cannot be joined with itself. Please choose another one.",
  },
  "register.join-withdrawn": {
    status: 409,
    vi: "Nhiệm vụ {ref} đã được rút nên không gộp được.",
    en: "Task {ref} was withdrawn and cannot be joined.",
  },
  "register.join-closed": {
    status: 409,
    vi: "Nhiệm vụ {ref} đã xong hoặc đã thu hồi trước khi có chỉ đạo sau[, kỳ {key}]: đó là việc nối tiếp, không phải cùng một việc, nên không gộp.",
    en: "Task {ref} was done or withdrawn before the later directive[, occurrence {key}]: that is further work and not the same task, so they are not joined.",
  },
  "register.task-joined": {
    status: 409,
    vi: "Một trong hai nhiệm vụ đã được gộp vào nhiệm vụ khác. Đề nghị tải lại trang.",
    en: "One of the two tasks has been joined to another. Please load the page again.",
  },
  "register.join-unknown": {
    status: 404,
    vi: "Không còn lần gộp này. Có thể người khác đã tách lại; đề nghị tải lại trang.",
    en: "There is no such join any more. Somebody may have taken it back; please load the page again.",
  },
  "register.join-in-use": {
    status: 409,
    vi: "Không tách lại được nhiệm vụ {ref}: sau khi gộp đã có thay đổi hoặc báo cáo mới, không biết thuộc nhiệm vụ nào.",
    en: "Task {ref} cannot be parted again: something was changed or reported since, and it is not known to which task that belongs.",
  },
  "register.link-unknown": {
    status: 404,
    vi: "Mục {ref} không có liên kết này. Có thể người khác đã bỏ; đề nghị tải lại trang.",
    en: "Item {ref} has no such link. Somebody may have taken it away; please load the page again.",
  },
  "register.unplaced-unknown": {
    status: 404,
    vi: "Không có phần nào của văn bản ở vị trí này trong danh sách chưa xếp được.",
    en: "No part of a document stands at this place among those that were not placed.",
  },
  "register.unplaced-marked": {
    status: 409,
    vi: "Phần này đã được xem: “{words}”. Đề nghị hoàn tác trước khi làm khác đi.",
    en: "This part has been looked at: “{words}”. Please undo that first.",
  },
  "register.unplaced-open": {
    status: 409,
    vi: "Phần này chưa được xem nên không có gì để hoàn tác: “{words}”.",
    en: "This part has not been looked at; there is nothing to undo: “{words}”.",
  },
  "register.finding-open": {
    status: 409,
    vi: "Mục {ref} chưa được quyết định nên không có gì để hoàn tác.",
    en: "Item {ref} has not been decided; there is nothing to undo.",
  },
  "register.reason-needed": {
    status: 422,
    vi: "Cần ghi lý do loại bỏ mục {ref}.",
    en: "Please give the reason why item {ref} is dropped.",
  },
  "register.parts-decided": {
    status: 409,
    vi: "Không hoàn tác được mục {ref}: phần tách ra hoặc mục gộp đã được quyết định. Đề nghị hoàn tác các mục đó trước.",
    en: "Item {ref} cannot be undone: what it was split or merged into has been decided. Please undo that first.",
  },
  "register.task-in-use": {
    status: 409,
    vi: "Không rút lại được nhiệm vụ của mục {ref}: nhiệm vụ đã được sửa hoặc đã có tiến độ được ghi. Đề nghị ghi rút nhiệm vụ tại trang nhiệm vụ.",
    en: "The task of item {ref} cannot be taken back: it was changed, or progress has been recorded. Please withdraw it on its own page.",
  },
  "register.merge-too-few": {
    status: 422,
    vi: "Cần chọn ít nhất hai mục khác nhau để gộp.",
    en: "Please choose at least two different items to merge.",
  },
  "register.different-documents": {
    status: 422,
    vi: "Chỉ gộp được các mục của cùng một văn bản.",
    en: "Only items of one document can be merged.",
  },
  "register.sample-not-empty": {
    status: 409,
    vi: "Không nạp bản mẫu: sổ đã có {documents} văn bản. Bản mẫu chỉ nạp vào sổ chưa có gì; đề nghị dùng một thư mục dữ liệu khác (SAURO_DATA).",
    en: "The sample was not filled in: the register holds {documents} documents. The sample goes into an empty register only; please use another data folder (SAURO_DATA).",
  },
  "register.sample-elsewhere": {
    status: 409,
    vi: "Không nạp bản mẫu Gia Lai: hệ thống đã chọn {province}. Đề nghị dùng một thư mục dữ liệu khác (SAURO_DATA).",
    en: "The sample of Gia Lai was not filled in: this program serves {province}. Please use another data folder (SAURO_DATA).",
  },
  "register.sample-filling": {
    status: 409,
    vi: "Bản mẫu đang được nạp. Đề nghị chờ nạp xong rồi làm lại.",
    en: "The sample is being filled in. Please wait until it is done and try again.",
  },
  "register.sample-stopped": {
    status: 409,
    vi: "Bản mẫu mới nạp được một phần. Chạy lại với --sample sẽ nạp tiếp, không nhập trùng.",
    en: "The sample is filled in only in part. Running again with --sample goes on with it; nothing enters twice.",
  },
  "register.sample-none": {
    status: 409,
    vi: "Sổ này không phải dữ liệu mẫu nên không xóa được ở đây.",
    en: "This register is no sample, so it cannot be cleared here.",
  },
  "register.sample-changed": {
    status: 409,
    vi: "Sổ vừa thay đổi: nay có {documents} văn bản, {tasks} nhiệm vụ. Đề nghị xem lại rồi quyết định.",
    en: "The register has just changed: it now holds {documents} documents and {tasks} tasks. Please look again and decide.",
  },
  "register.which-province": {
    status: 422,
    vi: "Hệ thống phục vụ nhiều tỉnh, thành phố ({known}). Đề nghị nêu rõ bằng --province.",
    en: "Several provinces are served ({known}). Please name one with --province.",
  },
} as const satisfies Record<string, Bilingual & { readonly status: number }>;
