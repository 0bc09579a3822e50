import type { Declaration } from "../declaration.ts";
import { documents, note, partners } from "./common.ts";

/** Consular matters and protection of citizens: counted, with personal data apart. */
export const consularDeclaration: Declaration = {
  ...{ key: "consular", owned: "one", title: "reference", likeness: ["reference"], order: "-received" },
  ...{ restricted: true, warnsOfSecrets: true },
  calendar: [{ key: "due", label: { vi: "Hạn giải quyết", en: "Due" } }],
  name: { vi: "Lãnh sự, bảo hộ công dân", en: "Consular matters" },
  summed: ["people"],
  one: { vi: "vụ việc lãnh sự", en: "consular matter" },
  about: {
    vi: "Vụ việc lãnh sự và bảo hộ công dân, số người liên quan và kết quả",
    en: "Consular matters and protection of citizens, people counted and outcome",
  },
  fields: [
    {
      ...{
        kind: "text",
        key: "reference",
        label: { vi: "Số, ký hiệu hồ sơ", en: "Reference" },
        required: true,
      },
      ...{ inList: 180, most: 80 },
      help: { vi: "Không ghi tên người vào đây.", en: "No names of people here." },
    },
    {
      ...{ kind: "choice", key: "kind", label: { vi: "Loại việc", en: "Kind" }, required: true, inList: 210 },
      choices: [
        { key: "protection", vi: "Bảo hộ công dân", en: "Protection of citizens" },
        { key: "fishermen", vi: "Ngư dân, tàu cá", en: "Fishermen and vessels" },
        { key: "return", vi: "Tiếp nhận công dân trở về", en: "Return of citizens" },
        { key: "authentication", vi: "Chứng nhận, hợp pháp hóa lãnh sự", en: "Authentication of papers" },
        { key: "passport", vi: "Hộ chiếu, công hàm", en: "Passports and notes" },
        { key: "death", vi: "Người nước ngoài tử vong, bị nạn", en: "Death or accident of a foreigner" },
        { key: "other", vi: "Việc khác", en: "Other" },
      ],
    },
    {
      kind: "date",
      key: "received",
      label: { vi: "Ngày tiếp nhận", en: "Received" },
      required: true,
      inList: 120,
    },
    { kind: "date", key: "due", label: { vi: "Hạn giải quyết", en: "Due" }, after: "received", inList: 120 },
    {
      kind: "date",
      key: "closed",
      label: { vi: "Ngày kết thúc", en: "Closed" },
      after: "received",
      inList: 120,
    },
    { kind: "country", key: "country", label: { vi: "Quốc gia", en: "Country" }, inList: 130 },
    {
      kind: "integer",
      key: "people",
      label: { vi: "Số người liên quan", en: "People" },
      min: 0,
      inList: 100,
    },
    { kind: "link", key: "handler", label: { vi: "Cơ quan giải quyết", en: "Competent body" }, to: "unit" },
    {
      ...{
        kind: "text",
        key: "person",
        label: { vi: "Họ tên công dân", en: "Citizen" },
        sensitivity: "personal",
      },
      heading: { vi: "Người liên quan", en: "People concerned" },
    },
    {
      kind: "text",
      key: "identity",
      label: { vi: "Số giấy tờ", en: "Identity paper" },
      sensitivity: "personal",
      most: 60,
    },
    { kind: "phone", key: "phone", label: { vi: "Điện thoại", en: "Phone" }, sensitivity: "personal" },
    { kind: "longText", key: "outcome", label: { vi: "Kết quả giải quyết", en: "Outcome" } },
    documents,
    note,
  ],
};

/** Cases with a foreign element: received, whose they are, time limit, handled, closed. Administrative facts only. */
export const caseDeclaration: Declaration = {
  ...{ key: "cases", owned: "each", title: "reference", likeness: ["reference"], order: "-received" },
  ...{ restricted: true, warnsOfSecrets: true },
  calendar: [{ key: "due", label: { vi: "Hạn giải quyết", en: "Due" } }],
  name: { vi: "Vụ việc có yếu tố nước ngoài", en: "Cases with a foreign element" },
  one: { vi: "vụ việc", en: "case" },
  about: {
    vi: "Vụ việc có yếu tố nước ngoài: tiếp nhận, cơ quan giải quyết, thời hạn, kết quả",
    en: "Cases with a foreign element: received, competent body, time limit, outcome",
  },
  fields: [
    {
      ...{
        kind: "text",
        key: "reference",
        label: { vi: "Số, ký hiệu vụ việc", en: "Reference" },
        required: true,
      },
      ...{ inList: 180, most: 80 },
      help: { vi: "Không ghi tên người vào đây.", en: "No names of people here." },
    },
    {
      ...{
        kind: "choice",
        key: "kind",
        label: { vi: "Loại vụ việc", en: "Kind" },
        required: true,
        inList: 200,
      },
      choices: [
        { key: "residence", vi: "Nhập cảnh, cư trú", en: "Entry and residence" },
        { key: "labour", vi: "Lao động", en: "Labour" },
        { key: "civil", vi: "Dân sự, hôn nhân", en: "Civil and family matters" },
        { key: "investment", vi: "Đầu tư, thương mại", en: "Investment and trade" },
        { key: "organisation", vi: "Hoạt động của tổ chức nước ngoài", en: "Foreign organisations" },
        { key: "border", vi: "Biên giới", en: "Border" },
        { key: "other", vi: "Vụ việc khác", en: "Other" },
      ],
    },
    {
      kind: "date",
      key: "received",
      label: { vi: "Ngày tiếp nhận", en: "Received" },
      required: true,
      inList: 120,
    },
    {
      kind: "link",
      key: "handler",
      label: { vi: "Cơ quan có thẩm quyền", en: "Competent body" },
      to: "unit",
      inList: 200,
    },
    {
      kind: "date",
      key: "due",
      label: { vi: "Thời hạn giải quyết", en: "Time limit" },
      after: "received",
      inList: 120,
    },
    {
      kind: "date",
      key: "handled",
      label: { vi: "Ngày giải quyết", en: "Handled" },
      after: "received",
      inList: 120,
    },
    {
      kind: "date",
      key: "closed",
      label: { vi: "Ngày kết thúc", en: "Closed" },
      after: "received",
      inList: 120,
    },
    { kind: "country", key: "country", label: { vi: "Quốc gia", en: "Country" }, inList: 120 },
    { kind: "integer", key: "people", label: { vi: "Số người liên quan", en: "People" }, min: 0 },
    {
      kind: "text",
      key: "person",
      label: { vi: "Người liên quan", en: "People concerned" },
      sensitivity: "personal",
    },
    { kind: "longText", key: "outcome", label: { vi: "Kết quả giải quyết", en: "Outcome" } },
    documents,
    note,
  ],
};

/** Foreign protocol and foreign press: receptions, gifts, visits of the press with their permission. */
export const protocolDeclaration: Declaration = {
  ...{
    key: "protocol",
    owned: "one",
    title: "name",
    likeness: ["name", "on"],
    order: "-on",
    isMeeting: true,
  },
  calendar: [{ key: "on" }],
  name: { vi: "Lễ tân, báo chí nước ngoài", en: "Protocol and foreign press" },
  one: { vi: "việc lễ tân, báo chí", en: "matter of protocol or press" },
  about: {
    vi: "Tiếp khách, tặng phẩm, phóng viên nước ngoài hoạt động và giấy phép",
    en: "Receptions, gifts, visits of the foreign press and their permission",
  },
  fields: [
    {
      kind: "text",
      key: "name",
      label: { vi: "Nội dung", en: "Matter" },
      required: true,
      inList: 300,
      most: 300,
    },
    {
      ...{ kind: "choice", key: "kind", label: { vi: "Loại việc", en: "Kind" }, required: true, inList: 160 },
      choices: [
        { key: "reception", vi: "Tiếp khách", en: "Reception" },
        { key: "gift", vi: "Tặng phẩm", en: "Gift" },
        { key: "press", vi: "Báo chí nước ngoài", en: "Foreign press" },
        { key: "congratulation", vi: "Thư, điện mừng, chia buồn", en: "Letters" },
      ],
    },
    { kind: "date", key: "on", label: { vi: "Ngày", en: "Day" }, required: true, inList: 110 },
    { kind: "country", key: "country", label: { vi: "Quốc gia", en: "Country" }, inList: 130 },
    partners,
    {
      kind: "integer",
      key: "people",
      label: { vi: "Số khách, phóng viên", en: "Guests or journalists" },
      min: 0,
      inList: 100,
    },
    { kind: "text", key: "host", label: { vi: "Lãnh đạo tiếp", en: "Received by" } },
    {
      ...{
        kind: "text",
        key: "permission",
        label: { vi: "Số giấy phép hoạt động báo chí", en: "Press permission" },
      },
      heading: { vi: "Báo chí", en: "Press" },
    },
    { kind: "period", key: "permitted", label: { vi: "Thời hạn giấy phép", en: "Permitted when" } },
    { kind: "money", key: "giftValue", label: { vi: "Giá trị tặng phẩm", en: "Worth of the gift" } },
    documents,
    note,
  ],
};
