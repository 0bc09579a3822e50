import type { Bilingual } from "./language.ts";

/** What the register refuses of tasks, their dates, lists of them and sheets that come back. */
export const taskFailures = {
  "register.task-unknown": {
    status: 404,
    vi: "Không có nhiệm vụ này trong sổ của tỉnh. Có thể nhiệm vụ đã được đưa trở lại phần kiểm tra; đề nghị mở lại danh sách.",
    en: "There is no such task in the province's register. It may have been taken back into review; please open the list again.",
  },
  "register.occurrence-unknown": {
    status: 404,
    vi: "Không có kỳ thực hiện này trong sổ của tỉnh. Đề nghị mở lại nhiệm vụ.",
    en: "There is no such occurrence in the province's register. Please open the task again.",
  },
  "register.task-changed": {
    status: 409,
    vi: "Nhiệm vụ {ref} đã được người khác sửa trong lúc này (phiên bản {now}, bạn đang sửa phiên bản {yours}). Đề nghị mở lại và so sánh trước khi lưu.",
    en: "Somebody else changed task {ref} meanwhile (version {now}, yours is {yours}). Please open it again and compare before saving.",
  },
  "register.delegation-incomplete": {
    status: 422,
    vi: "Ủy quyền xác nhận cần cả văn bản và ngày bắt đầu. Đề nghị ghi đủ hai ô, hoặc bỏ trống cả hai.",
    en: "A delegation needs its document and the day from which it holds. Please fill in both, or neither.",
  },
  "register.day-off-already": {
    status: 409,
    vi: "Ngày {day} vốn là ngày nghỉ của cả nước nên không cần thêm. Nếu tỉnh làm bù ngày này, chọn “làm việc”.",
    en: "{day} is a day off in the whole country already. If the province works on it, choose “worked”.",
  },
  "register.day-worked-already": {
    status: 409,
    vi: "Ngày {day} vốn là ngày làm việc nên không cần thêm. Nếu tỉnh cho nghỉ ngày này, chọn “nghỉ”.",
    en: "{day} is a working day already. If the province gives it off, choose “off”.",
  },
  "register.day-unknown": {
    status: 404,
    vi: "Ngày {day} không có trong danh sách ngày riêng của tỉnh; có thể người khác vừa bỏ.",
    en: "{day} is not among the province's own days; somebody may have taken it away.",
  },
  "register.settings-changed": {
    status: 409,
    vi: "Thiết lập đã được người khác sửa trong lúc này. Đề nghị mở lại trang rồi lưu.",
    en: "Somebody else changed the settings meanwhile. Please open the page again and save.",
  },
  "register.page-unknown": {
    status: 400,
    vi: "Không tiếp tục được danh sách từ chỗ này. Đề nghị tải lại danh sách.",
    en: "The list cannot go on from this place. Please load it again.",
  },
  "register.entry-unknown": {
    status: 404,
    vi: "Nhật ký không có mục này[ ({id})]. Có thể mục đã quá thời gian lưu. Đề nghị tải lại nhật ký.",
    en: "The log has no such entry[ ({id})]. It may be older than what is kept. Please load the log again.",
  },
  "register.log-broken": {
    status: 500,
    vi: "Nhật ký của tỉnh {province} không còn nguyên vẹn nên không bỏ bớt phần cũ. Đề nghị chạy sauro check --audit để xem mục bị sửa.",
    en: "The log of province {province} is not whole, so nothing old is dropped from it. Please run sauro check --audit to see what was touched.",
  },
  "register.fact-not-allowed": {
    status: 409,
    vi: "Không ghi được “{kind}” khi kỳ này đang ở tình trạng “{stage}”. Đề nghị mở lại nhiệm vụ; nếu cần, mở lại kỳ trước khi ghi.",
    en: "“{kind}” cannot be recorded while the occurrence is “{stage}”. Please open the task again; reopen the occurrence first where needed.",
  },
  "register.fact-in-future": {
    status: 422,
    vi: "Ngày {on} chưa đến (hôm nay là {today}). Đề nghị ghi ngày việc đã thực sự xảy ra.",
    en: "{on} has not come yet (today is {today}). Please give the day on which it really happened.",
  },
  "register.fact-before-start": {
    status: 422,
    vi: "Ngày hoàn thành {on} trước ngày bắt đầu {started}. Đề nghị kiểm tra lại hai ngày này.",
    en: "The day of completion {on} is before the start {started}. Please check the two days.",
  },
  "register.no-start-day": {
    status: 409,
    vi: "Chưa đặt ngày bắt đầu dùng hệ thống nên không có nhiệm vụ nào “trước khi dùng hệ thống”. Đề nghị đặt ngày này trong phần thiết lập.",
    en: "No start day has been set, so nothing is from before the system was used. Please set it in the settings.",
  },
  "register.view-unknown": {
    status: 404,
    vi: "Không có bộ lọc đã lưu này. Có thể bộ lọc đã được xóa.",
    en: "There is no such saved view. It may have been deleted.",
  },
  "register.sheet-unknown": {
    status: 422,
    vi: "Không nhận ra bảng nhiệm vụ trong tệp: thiếu cột {columns}. Đề nghị dùng tệp do hệ thống xuất ra, giữ nguyên dòng tiêu đề.",
    en: "The file holds no sheet of tasks: the columns {columns} are missing. Please use a file that the system exported and keep its heading row.",
  },
  "register.sheet-broken": {
    status: 422,
    vi: "Tệp .csv hỏng ở dòng {line}: thiếu dấu ngoặc kép đóng. Đề nghị xuất lại và sửa lại.",
    en: "The .csv file is broken at line {line}: a closing quotation mark is missing. Please export and edit it again.",
  },
  "register.sheet-format": {
    status: 415,
    vi: "Tệp này không phải bảng tính. Đề nghị lưu danh sách thành .xlsx, .xls, .ods hoặc .csv rồi gửi lại.",
    en: "This file is no spreadsheet. Please save the list as .xlsx, .xls, .ods or .csv and send it again.",
  },
  "register.export-unwritable": {
    status: 500,
    vi: "Không ghi được tệp {path} ({reason}). Đề nghị kiểm tra thư mục và quyền ghi.",
    en: "The file {path} could not be written ({reason}). Please check the folder and the right to write there.",
  },
  "register.row-apart": {
    status: 422,
    vi: "Dòng này đứng sau một dòng trống nên không thuộc bảng nhiệm vụ. Đề nghị xóa dòng trống rồi nhập lại tệp.",
    en: "This line stands behind a blank one and so outside the sheet of tasks. Please delete the blank line and bring the file again.",
  },
  "register.row-repeated": {
    status: 422,
    vi: "Nhiệm vụ này đã có ở dòng {first}. Đề nghị giữ lại một dòng.",
    en: "This task stands in line {first} already. Please keep one of the two lines.",
  },
  "register.column-fixed": {
    status: 422,
    vi: "Cột “{column}” không sửa được bằng cách nhập tệp (trong sổ: “{kept}”). Đề nghị trả lại giá trị cũ.",
    en: "The column “{column}” cannot be changed by a file (in the register: “{kept}”). Please put the old value back.",
  },
  "register.time-unread": {
    status: 422,
    vi: "Không hiểu “{words}” ở cột “Thời gian” là thời hạn nào. Đề nghị ghi như “Quý IV/2026”, “Hằng năm, trước ngày 15/11” hoặc “Thường xuyên”, hoặc chọn thời hạn tại trang nhiệm vụ.",
    en: "“{words}” in the column “Thời gian” gives no time that can be followed. Please write for instance “Quý IV/2026”, “Hằng năm, trước ngày 15/11” or “Thường xuyên”, or choose the schedule on the task's page.",
  },
  "register.row-new": {
    status: 422,
    vi: "Dòng này không có mã nhiệm vụ nên không biết là nhiệm vụ nào. Nhiệm vụ mới vào sổ từ văn bản giao việc: đề nghị nhập văn bản, hoặc thêm nhiệm vụ khi rà soát văn bản.",
    en: "The line has no task code, so it is not known which task it is. New tasks enter the register from the document that gives them: please import it, or add the task while reviewing it.",
  },
  "register.state-unknown": {
    status: 400,
    vi: "Không có tình trạng “{states}”. Các tình trạng lọc được: {known}.",
    en: "There is no state “{states}”. Tasks can be filtered by: {known}.",
  },
  "register.import-unknown": {
    status: 404,
    vi: "Không còn lần nhập bảng này để hoàn tác. Đề nghị mở nhiệm vụ để xem quá trình thay đổi.",
    en: "This import of a sheet can no longer be taken back. Please open the tasks to see what changed.",
  },
  "register.value-wrong": {
    status: 422,
    vi: "Giá trị “{value}” ở cột “{column}” không đúng: cần {expected}.",
    en: "The value “{value}” in the column “{column}” is wrong: {expected} is needed.",
  },
} as const satisfies Record<string, Bilingual & { readonly status: number }>;
