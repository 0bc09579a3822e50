import { addMonths } from "../../basics/calendar-date.ts";
import type { Declaration } from "../declaration.ts";
import { dayOf } from "../standing.ts";
import { documents, fieldsOfWork, note } from "./common.ts";

/** How long a registration may last at most (Nghị định 58/2022/NĐ-CP). */
const mostMonths = 36;

/** Foreign non-governmental organisations with a registration in the province (Nghị định 58/2022/NĐ-CP). */
export const ngoDeclaration: Declaration = {
  ...{ key: "ngos", owned: "one", title: "name", likeness: ["name", "country"] },
  calendar: [{ key: "expiresOn", label: { vi: "Hết hạn đăng ký", en: "Registration ends" } }],
  name: { vi: "Tổ chức phi chính phủ nước ngoài", en: "Foreign NGOs" },
  one: { vi: "tổ chức", en: "organisation" },
  about: {
    vi: "Tổ chức phi chính phủ nước ngoài đăng ký hoạt động trên địa bàn: giấy đăng ký, hạn, kế hoạch, báo cáo",
    en: "Foreign non-governmental organisations registered in the province: certificate, validity, plans, reports",
  },
  computed: [
    {
      ...{ key: "registration", label: { vi: "Đăng ký", en: "Registration" }, width: 140 },
      choices: [
        { key: "notYet", vi: "Còn hạn", en: "Valid", tone: "done" },
        { key: "due", vi: "Sắp hết hạn", en: "Ending", tone: "dueSoon" },
        { key: "late", vi: "Hết hạn", en: "Expired", tone: "late" },
        { key: "done", vi: "Đã chấm dứt", en: "Ended", tone: "noDeadline" },
        { key: "doneLate", vi: "Chấm dứt sau hạn", en: "Ended after its last day", tone: "noDeadline" },
      ],
    },
  ],
  fields: [
    {
      ...{ kind: "text", key: "name", label: { vi: "Tên tổ chức", en: "Name" }, most: 300 },
      ...{ required: true, sensitivity: "open", published: true, inList: 300 },
    },
    {
      kind: "text",
      key: "shortName",
      label: { vi: "Tên viết tắt", en: "Short name" },
      sensitivity: "open",
      most: 60,
    },
    {
      ...{ kind: "country", key: "country", label: { vi: "Quốc gia", en: "Country" }, inList: 130 },
      ...{ required: true, sensitivity: "open", published: true },
    },
    {
      kind: "text",
      key: "homeRegistration",
      label: { vi: "Đăng ký ở nước sở tại", en: "Registration at home" },
    },
    { kind: "link", key: "partner", label: { vi: "Đối tác", en: "Partner" }, to: { register: "partners" } },
    {
      ...{ kind: "choice", key: "certificate", label: { vi: "Loại giấy đăng ký", en: "Certificate" } },
      ...{ required: true, heading: { vi: "Giấy đăng ký", en: "Certificate of registration" } },
      choices: [
        { key: "operation", vi: "Đăng ký hoạt động", en: "Operation" },
        { key: "office", vi: "Lập Văn phòng đại diện", en: "Representative office" },
      ],
    },
    {
      kind: "text",
      key: "certificateNumber",
      label: { vi: "Số giấy", en: "Number" },
      inList: 140,
      most: 100,
    },
    { kind: "date", key: "issuedOn", label: { vi: "Ngày cấp", en: "Issued on" } },
    {
      kind: "date",
      key: "expiresOn",
      label: { vi: "Ngày hết hạn", en: "Last day" },
      after: "issuedOn",
      inList: 110,
    },
    { kind: "date", key: "extendedOn", label: { vi: "Ngày gia hạn", en: "Extended on" }, after: "issuedOn" },
    { kind: "date", key: "amendedOn", label: { vi: "Ngày sửa đổi", en: "Amended on" }, after: "issuedOn" },
    {
      kind: "date",
      key: "endedOn",
      label: { vi: "Ngày chấm dứt hoạt động", en: "Activities ended on" },
      after: "issuedOn",
    },
    { kind: "text", key: "area", label: { vi: "Địa bàn được hoạt động", en: "Permitted area" } },
    { kind: "choices", key: "fields", label: { vi: "Lĩnh vực", en: "Fields" }, choices: fieldsOfWork },
    {
      ...{ kind: "text", key: "representative", label: { vi: "Người đại diện", en: "Representative" } },
      ...{ sensitivity: "personal", heading: { vi: "Nghĩa vụ", en: "Duties" } },
    },
    {
      ...{
        kind: "date",
        key: "accountNotedOn",
        label: { vi: "Ngày báo tài khoản", en: "Account notified on" },
      },
      help: {
        vi: "Trong 10 ngày làm việc từ ngày cấp giấy (NĐ 58/2022/NĐ-CP Điều 21).",
        en: "Within 10 working days of the certificate (Decree 58/2022, Article 21).",
      },
    },
    {
      ...{ kind: "date", key: "plannedOn", label: { vi: "Ngày gửi kế hoạch hoạt động", en: "Plan sent on" } },
      help: {
        vi: "Trong 45 ngày làm việc từ ngày cấp, gia hạn, sửa đổi (Điều 21).",
        en: "Within 45 working days of issue, extension or amendment (Article 21).",
      },
    },
    documents,
    note,
  ],
  rule: (values) => {
    // An extension is a certificate anew.
    const issued = dayOf(values, "extendedOn") ?? dayOf(values, "issuedOn");
    const end = dayOf(values, "expiresOn");
    const isTooLong = issued !== null && end !== null && end > addMonths(issued, mostMonths);
    return isTooLong
      ? [{ field: "expiresOn", failure: { code: "record.registration-long", detail: {} } }]
      : [];
  },
};
