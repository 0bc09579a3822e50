import type { FailureCode } from "../basics/result.ts";
import type { Bilingual } from "./language.ts";

/** What is refused of records of cooperation. */
export const recordFailures = {
  "record.register-unknown": {
    status: 404,
    vi: "Không có danh mục “{register}”. Đề nghị mở lại mục Hợp tác.",
    en: "There is no register “{register}”. Please open Cooperation again.",
  },
  "record.unknown": {
    status: 404,
    vi: "Không có bản ghi này, hoặc bạn không được xem. Đề nghị mở lại danh sách.",
    en: "There is no such record, or you may not see it. Please open the list again.",
  },
  "record.not-owner": {
    status: 403,
    vi: "Bản ghi này do {owner} nhập và chịu trách nhiệm; không ai nhập thay. Đề nghị liên hệ đơn vị đó.",
    en: "This record is entered by {owner}, which answers for it; nobody types in its place. Please turn to that unit.",
  },
  "record.owner-needed": {
    status: 422,
    vi: "Chưa chọn đơn vị chủ quản trong số đơn vị của bạn. Đề nghị chọn đơn vị.",
    en: "No owner among your units was chosen. Please choose one.",
  },
  "record.changed": {
    status: 409,
    vi: "Bản ghi đã được người khác sửa trong lúc này (lần sửa {now}, bạn đang xem lần {yours}). Đề nghị mở lại rồi sửa.",
    en: "Somebody else changed the record meanwhile (version {now}, yours is {yours}). Please open it again.",
  },
  "record.linked": {
    status: 409,
    vi: "Còn {count} bản ghi khác gắn với bản ghi này nên không xóa được. Đề nghị bỏ các liên kết đó trước.",
    en: "{count} other records still link to this one, so it cannot be removed. Please take those links away first.",
  },
  "record.likely-same": {
    status: 409,
    vi: "Đã có bản ghi gần giống: {title}. Đề nghị mở bản ghi đó; nếu đúng là hai đối tượng khác nhau, xác nhận rồi lưu.",
    en: "There is a record much like it: {title}. Please open that one; if they are two different things, confirm and save.",
  },
  "record.twins-decided": {
    status: 409,
    vi: "Hai bản ghi này đã có người quyết định rồi. Đề nghị mở lại danh sách có thể trùng.",
    en: "Somebody has decided about these two records already. Please open the list of possible doubles again.",
  },
  "record.twins-undecided": {
    status: 409,
    vi: "Quyết định về hai bản ghi này không còn, hoặc bản ghi được giữ đã bị bỏ. Đề nghị mở lại danh sách.",
    en: "The decision about these two records stands no more, or the record that was kept is out. Please open the list again.",
  },
  "record.field-hidden": {
    status: 403,
    vi: "Bạn không được sửa nội dung này vì không được xem nội dung đang có. Đề nghị người có quyền sửa.",
    en: "You cannot change this, for you may not see what stands there. Please ask somebody who may.",
  },
  "record.field-unknown": {
    status: 422,
    vi: "Danh mục không có trường “{field}”. Đề nghị kiểm tra lại.",
    en: "The register has no field “{field}”. Please check it.",
  },
  "record.limit-unknown": {
    status: 422,
    vi: "Không có thời hạn này, hoặc ngày hoàn thành được ghi ở trường của bản ghi. Đề nghị mở lại trang.",
    en: "There is no such time limit, or a field of the record holds the day. Please open the page again.",
  },
  "record.proof-early": {
    status: 422,
    vi: "Ngày hoàn thành chưa đến. Đề nghị ghi ngày đã làm xong.",
    en: "That day is still to come. Please give the day on which it was done.",
  },
  "record.link-unknown": {
    status: 422,
    vi: "Không tìm thấy “{name}” để gắn. Đề nghị chọn trong danh sách, hoặc nhập đối tượng đó trước.",
    en: "“{name}” was not found to link to. Please choose from the list, or enter it first.",
  },
  "record.link-several": {
    status: 422,
    vi: "Có {count} mục cùng tên “{name}” nên không biết gắn mục nào. Đề nghị ghi tên đầy đủ, hoặc gắn trên trang bản ghi.",
    en: "{count} things are called “{name}”, so nobody knows which is meant. Please write the whole name, or link it on the page of the record.",
  },
  "record.link-one": {
    status: 422,
    vi: "Chỗ này chỉ gắn được một mục, đang ghi “{name}”. Đề nghị để lại một.",
    en: "Only one thing can stand here, and “{name}” names several. Please leave one.",
  },
  "record.list-empty": {
    status: 422,
    vi: "Không tìm thấy danh sách nào trong tệp. Đề nghị để dòng tiêu đề cột ở đầu và dữ liệu ngay bên dưới.",
    en: "No list was found in the file. Please put a row of headings first and the data right below it.",
  },
  "record.list-long": {
    status: 413,
    vi: "Danh sách có {rows} dòng, nhiều nhất là {most} dòng một lần. Đề nghị tách thành nhiều tệp.",
    en: "The list has {rows} rows, the most at once is {most}. Please split it into several files.",
  },
  "record.list-unknown": {
    status: 404,
    vi: "Danh sách này không còn: đã nhập xong, hoặc gửi quá một ngày. Đề nghị gửi lại tệp.",
    en: "This list is not there any more: it was taken, or sent over a day ago. Please send the file again.",
  },
  "record.import-unknown": {
    status: 404,
    vi: "Lần nhập này không còn để hoàn tác: đã hoàn tác, hoặc nhập quá một ngày. Đề nghị sửa từng bản ghi.",
    en: "There is nothing of this list to take back: it was taken back, or taken over a day ago. Please change the records themselves.",
  },
  "record.worked-on": {
    status: 409,
    vi: "Bản ghi đã được sửa hoặc ghi thêm sau khi nhập nên để nguyên. Đề nghị mở bản ghi để xem.",
    en: "It was changed, or something was recorded of it, after the list was taken, so it stays. Please open it.",
  },
  "record.source-taken": {
    status: 409,
    vi: "Mã tại nguồn “{key}” đang thuộc bản ghi khác: {title}. Đề nghị kiểm tra lại mã.",
    en: "The id at the source “{key}” is that of another record: {title}. Please check it.",
  },
  "record.row-likely": {
    status: 409,
    vi: "Gần giống bản ghi đã có “{title}”. Đề nghị chọn cập nhật bản ghi đó hoặc thêm mới.",
    en: "Much like the record “{title}”. Please choose to update that one or to add a new one.",
  },
  "record.cell-error": {
    status: 422,
    vi: "Ô này là công thức bị lỗi ({value}). Đề nghị sửa công thức trong tệp, hoặc ghi giá trị vào ô.",
    en: "This cell is a formula that fails ({value}). Please mend it in the file, or write its value into the cell.",
  },
  "record.row-repeated": {
    status: 409,
    vi: "Trùng với dòng {first} của danh sách. Đề nghị để lại một dòng.",
    en: "The same as row {first} of the list. Please leave one of them.",
  },
  "record.row-unknown": {
    status: 404,
    vi: "Không có bản ghi nào mang mã “{id}” trong danh mục này. Đề nghị xóa mã để thêm mới, hoặc xuất lại danh sách.",
    en: "No record of this register has the id “{id}”. Please empty it to add a new one, or export the list again.",
  },
  "record.value-missing": {
    status: 422,
    vi: "Chưa có nội dung bắt buộc. Đề nghị nhập.",
    en: "This is required. Please fill it in.",
  },
  "record.value-unread": {
    status: 422,
    vi: "Giá trị không đúng kiểu của trường. Đề nghị nhập dưới dạng chữ.",
    en: "The value is not of the kind of the field. Please give it as text.",
  },
  "record.text-long": {
    status: 422,
    vi: "Nội dung dài quá {most} ký tự. Đề nghị viết ngắn lại.",
    en: "The text is longer than {most} characters. Please shorten it.",
  },
  "record.text-pattern": {
    status: 422,
    vi: "Nội dung chưa đúng cách ghi. Đề nghị ghi theo mẫu {like}.",
    en: "This is not written as expected. Please write it like {like}.",
  },
  "record.number-wrong": {
    status: 422,
    vi: "Đây không phải là số. Đề nghị nhập số, ví dụ 1.234,5.",
    en: "This is no number. Please give one, as 1.234,5.",
  },
  "record.integer-wrong": {
    status: 422,
    vi: "Cần số nguyên, không có phần thập phân. Đề nghị nhập lại, ví dụ 1.234.",
    en: "A whole number is expected. Please give one, as 1.234.",
  },
  "record.number-range": {
    status: 422,
    vi: "Số nằm ngoài khoảng cho phép[, ít nhất {min}][, nhiều nhất {max}]. Đề nghị kiểm tra lại.",
    en: "The number is out of range[, at least {min}][, at most {max}]. Please check it.",
  },
  "record.money-wrong": {
    status: 422,
    vi: "Số tiền chưa đọc được. Đề nghị ghi số rồi đến loại tiền, ví dụ 35.000 USD, hoặc 35.000 USD = 910.000.000 VND.",
    en: "The amount cannot be read. Please write it with its currency, as 35.000 USD, or 35.000 USD = 910.000.000 VND.",
  },
  "record.currency-missing": {
    status: 422,
    vi: "Số tiền chưa có loại tiền. Đề nghị ghi thêm, ví dụ USD hoặc VND.",
    en: "The amount lacks its currency. Please add it, as USD or VND.",
  },
  "record.date-wrong": {
    status: 422,
    vi: "Ngày chưa đúng. Đề nghị ghi dd/MM/yyyy, ví dụ 05/08/2026.",
    en: "This is no day. Please write it as dd/MM/yyyy, for instance 05/08/2026.",
  },
  "record.date-order": {
    status: 422,
    vi: "Ngày này đứng trước ngày mà nó phải theo sau. Đề nghị kiểm tra lại hai ngày.",
    en: "This day comes before the one that it has to follow. Please check both.",
  },
  "record.period-wrong": {
    status: 422,
    vi: "Khoảng thời gian chưa đúng. Đề nghị ghi “05/08/2026 – 08/08/2026”, “từ 05/08/2026” hoặc “đến 08/08/2026”.",
    en: "This is no span of days. Please write “05/08/2026 – 08/08/2026”, “từ 05/08/2026” (from) or “đến 08/08/2026” (until).",
  },
  "record.year-wrong": {
    status: 422,
    vi: "Năm chưa đúng. Đề nghị ghi bốn chữ số, ví dụ 2026.",
    en: "This is no year. Please write four digits, as 2026.",
  },
  "record.choice-unknown": {
    status: 422,
    vi: "Không có trong các giá trị cho sẵn. Đề nghị chọn một trong: {choices}.",
    en: "This is none of the values to choose from. Please choose one of: {choices}.",
  },
  "record.yes-no-wrong": {
    status: 422,
    vi: "Đề nghị ghi Có hoặc Không.",
    en: "Please write Có (yes) or Không (no).",
  },
  "record.country-unknown": {
    status: 422,
    vi: "Không nhận ra tên quốc gia. Đề nghị ghi tên thường dùng hoặc mã hai chữ, ví dụ Lào hoặc LA.",
    en: "The country is not known. Please write its usual name or its code of two letters, as Laos or LA.",
  },
  "record.email-wrong": {
    status: 422,
    vi: "Địa chỉ thư điện tử chưa đúng. Đề nghị kiểm tra lại.",
    en: "This is no e-mail address. Please check it.",
  },
  "record.phone-wrong": {
    status: 422,
    vi: "Số điện thoại chưa đúng. Đề nghị chỉ ghi chữ số, dấu cách và dấu + ở đầu.",
    en: "This is no phone number. Please write digits and spaces, with + in front where needed.",
  },
  "record.url-wrong": {
    status: 422,
    vi: "Địa chỉ trang chưa đúng. Đề nghị ghi đầy đủ, bắt đầu bằng https://.",
    en: "This is no web address. Please write all of it, beginning with https://.",
  },
  "record.registration-long": {
    status: 422,
    vi: "Giấy đăng ký có hạn tối đa 3 năm từ ngày cấp (Nghị định số 58/2022/NĐ-CP). Đề nghị kiểm tra ngày cấp và ngày hết hạn.",
    en: "A registration lasts at most 3 years from its issue (Decree 58/2022/NĐ-CP). Please check both days.",
  },
  "record.aid-unapproved": {
    status: 422,
    vi: "Khoản viện trợ chỉ được nhận và dùng sau khi có quyết định phê duyệt, tiền đi qua tài khoản viện trợ (Nghị định số 313/2025/NĐ-CP). Đề nghị ghi số, ngày quyết định và tài khoản trước.",
    en: "Aid is received and used only after it was approved, and its money goes through the aid account (Decree 313/2025/NĐ-CP). Please give number and day of the decision and the account first.",
  },
} as const satisfies Partial<Record<FailureCode, Bilingual & { readonly status: number }>>;
