import type { Bilingual } from "./language.ts";

/** What is refused of agreements and of what happens to them. */
export const agreementFailures = {
  "agreement.not-an-agreement": {
    status: 422,
    vi: "Văn bản loại này không phải thỏa thuận quốc tế theo Luật số 70/2020/QH14 (Điều 1 khoản 2): điều ước, viện trợ, vốn vay, hợp đồng dân sự và hợp đồng đối tác công tư ghi ở nơi khác. Viện trợ phi chính phủ ghi ở mục Viện trợ.",
    en: "A paper of this kind is no international agreement by Law 70/2020/QH14 (Article 1, clause 2): treaties, aid, loans, civil contracts and public-private partnership contracts are kept elsewhere. Non-governmental aid has a place of its own.",
  },
  "agreement.not-on-border": {
    status: 422,
    vi: "Chỉ Ủy ban nhân dân xã biên giới được ký thỏa thuận quốc tế (Luật số 70/2020/QH14, Điều 2 khoản 2). Đề nghị chọn đúng đơn vị ký, hoặc đánh dấu xã biên giới ở mục Cơ quan, đơn vị.",
    en: "Of communes only those on the border sign international agreements (Law 70/2020/QH14, Article 2, clause 2). Please choose the unit that signed, or mark the commune as a border commune among the units.",
  },
  "agreement.district-ended": {
    status: 422,
    vi: "Cấp huyện không còn từ ngày 01/7/2025. Chỉ ghi được thỏa thuận do huyện ký trước ngày đó, nay tỉnh kế thừa; đề nghị ghi ngày ký và đánh dấu kế thừa.",
    en: "There are no districts since 01/7/2025. Only what a district signed before that day and the province inherited can be filed; please give the day of signing and mark it as inherited.",
  },
  "agreement.former-missing": {
    status: 422,
    vi: "Thỏa thuận kế thừa phải ghi bên đã ký trước đây (Nghị định số 177/2025/NĐ-CP). Đề nghị ghi tên cơ quan đã ký.",
    en: "An inherited agreement says who signed it before (Decree 177/2025). Please give the name of the former signatory.",
  },
  "agreement.action-not-allowed": {
    status: 409,
    vi: "Thủ tục đang ở bước không ghi được việc này: bước trước chưa có, hoặc việc này đã ghi. Đề nghị xem các bước của thủ tục.",
    en: "The proceeding stands where this cannot be recorded: what it follows is missing, or it is recorded already. Please look at its steps.",
  },
  "agreement.action-in-future": {
    status: 422,
    vi: "Ngày {on} chưa đến (hôm nay là {today}). Đề nghị ghi ngày việc đã thực sự xảy ra.",
    en: "{on} has not come yet (today is {today}). Please give the day on which it really happened.",
  },
  "agreement.action-too-early": {
    status: 422,
    vi: "Ngày {on} sớm hơn việc đứng trước nó ({before}). Đề nghị kiểm tra lại ngày.",
    en: "{on} is earlier than what it follows ({before}). Please check the day.",
  },
  "agreement.body-missing": {
    status: 422,
    vi: "Chưa có tên cơ quan. Đề nghị ghi cơ quan được hỏi hoặc đã trả lời.",
    en: "The body is missing. Please give the body that was asked or that answered.",
  },
  "agreement.answer-missing": {
    status: 422,
    vi: "Chưa ghi cơ quan đồng ý, góp ý hay không đồng ý. Đề nghị chọn một.",
    en: "Whether the body agrees, comments or disagrees is missing. Please choose one.",
  },
  "agreement.party-text": {
    status: 422,
    vi: "Ý kiến của cơ quan Đảng chỉ ghi cơ quan, ngày và số văn bản, không ghi nội dung. Đề nghị bỏ phần nội dung.",
    en: "Of an opinion of a Party body only the body, the day and the number are kept, never its content. Please leave the text out.",
  },
  "agreement.not-asked": {
    status: 409,
    vi: "Còn cơ quan phải hỏi ý kiến mà chưa được hỏi. Đề nghị xem các bước của thủ tục, ghi ngày gửi hồ sơ, rồi mới ghi quyết định.",
    en: "A body that has to be asked was not asked yet. Please look at the steps and record the day on which the dossier was sent, before the decision.",
  },
  "agreement.opinion-awaited": {
    status: 409,
    vi: "Còn cơ quan được hỏi chưa trả lời, thời hạn trả lời đến {until}. Đề nghị chờ trả lời hoặc chờ hết thời hạn.",
    en: "A body that was asked has not answered, and has until {until}. Please wait for its answer or for that day to pass.",
  },
  "agreement.party-not-asked": {
    status: 409,
    vi: "Tỉnh quy định phải có ý kiến của cơ quan Đảng trước khi quyết định. Đề nghị ghi cơ quan, ngày và số văn bản.",
    en: "The province asks its Party body before it decides. Please record the body, the day and the number.",
  },
  "agreement.consent-missing": {
    status: 409,
    vi: "Có cơ quan không đồng ý: chỉ được ký khi Thủ tướng Chính phủ đồng ý bằng văn bản (Luật số 70/2020/QH14, Điều 19). Đề nghị ghi ngày xin ý kiến và ngày trả lời.",
    en: "A body disagrees: the agreement may only be signed with the Prime Minister's written consent (Law 70/2020/QH14, Article 19). Please record when he was asked and when he answered.",
  },
  "agreement.purpose-not-allowed": {
    status: 409,
    vi: "Chưa mở được thủ tục này: thỏa thuận chỉ ký kết một lần, và chỉ sửa đổi, gia hạn, tạm đình chỉ, chấm dứt khi đã ký.",
    en: "This proceeding cannot be begun: an agreement is concluded once, and only what was signed is amended, extended, suspended or ended.",
  },
  "agreement.no-procedure": {
    status: 422,
    vi: "Ngày này chưa có quy định về thủ tục cho cấp ký của thỏa thuận. Đề nghị kiểm tra ngày, hoặc đánh dấu chỉ ghi kết quả.",
    en: "On this day no rule on proceedings of this level was in force. Please check the day, or record the outcome only.",
  },
  "agreement.proceeding-unknown": {
    status: 404,
    vi: "Không có thủ tục này. Đề nghị tải lại trang.",
    en: "There is no such proceeding. Please load the page again.",
  },
  "agreement.action-unknown": {
    status: 404,
    vi: "Việc này không còn. Đề nghị tải lại trang.",
    en: "This is not there any more. Please load the page again.",
  },
  "agreement.action-needed": {
    status: 409,
    vi: "Có việc ghi sau dựa vào việc này. Đề nghị bỏ việc ghi sau trước.",
    en: "Something that was recorded later stands on this. Please take that back first.",
  },
  "agreement.clause-unknown": {
    status: 404,
    vi: "Điều khoản này không còn. Đề nghị tải lại trang.",
    en: "This clause is not there any more. Please load the page again.",
  },
  "agreement.clause-followed": {
    status: 409,
    vi: "Điều khoản này đã có nhiệm vụ theo dõi.",
    en: "This clause is followed by a task already.",
  },
  "agreement.clause-theirs": {
    status: 422,
    vi: "Điều khoản này là việc của bên nước ngoài, không giao cho đơn vị của tỉnh.",
    en: "This clause binds the foreign side, so that no unit of the province can be given it.",
  },
  "agreement.text-missing": {
    status: 422,
    vi: "Văn bản được chọn không thuộc thỏa thuận này. Đề nghị nhập bản văn của thỏa thuận ở mục Văn bản, gắn vào thỏa thuận, rồi giao việc.",
    en: "The chosen document is not one of this agreement. Please import the text of the agreement among the documents, link it to the agreement, and then make the task.",
  },
  "agreement.text-unknown": {
    status: 404,
    vi: "Bản văn này không còn. Đề nghị tải lại trang.",
    en: "This text is not there any more. Please load the page again.",
  },
  "agreement.evaluation-unknown": {
    status: 404,
    vi: "Đánh giá này không còn. Đề nghị tải lại trang.",
    en: "This evaluation is not there any more. Please load the page again.",
  },
} as const satisfies Readonly<Record<string, Bilingual & { readonly status: number }>>;
