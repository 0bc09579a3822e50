import type { Declaration } from "../declaration.ts";
import { documents, fieldsOfWork, note, partners, tasks } from "./common.ts";

/** What was held with partners or for them, as counted results of tasks. */
export const eventDeclaration: Declaration = {
  ...{
    key: "events",
    owned: "each",
    title: "name",
    likeness: ["name", "when"],
    order: "-when",
    isMeeting: true,
  },
  calendar: [{ key: "when" }],
  toldTwice: {
    ...{ when: "when", within: 3, same: ["country"] },
    alike: ["kind", "place", "partners", "participants", "host"],
  },
  summed: ["participants", "foreigners"],
  name: { vi: "Sự kiện", en: "Events" },
  one: { vi: "sự kiện", en: "event" },
  about: {
    vi: "Sự kiện, lễ hội, giao lưu, xúc tiến có yếu tố nước ngoài",
    en: "Events, festivals, exchanges and promotions with a foreign element",
  },
  fields: [
    {
      ...{ kind: "text", key: "name", label: { vi: "Tên sự kiện", en: "Name" } },
      ...{ required: true, sensitivity: "open", published: true, inList: 290, most: 300 },
    },
    {
      ...{ kind: "choice", key: "kind", label: { vi: "Loại sự kiện", en: "Kind" } },
      ...{ required: true, sensitivity: "open", published: true, inList: 170 },
      choices: [
        { key: "exchange", vi: "Giao lưu, kết nghĩa", en: "Exchange" },
        { key: "festival", vi: "Lễ hội, văn hóa, thể thao", en: "Festival, culture or sports" },
        { key: "promotion", vi: "Xúc tiến đầu tư, thương mại, du lịch", en: "Promotion" },
        { key: "fair", vi: "Hội chợ, triển lãm", en: "Fair or exhibition" },
        { key: "anniversary", vi: "Kỷ niệm, gặp mặt", en: "Anniversary or reception" },
        { key: "other", vi: "Sự kiện khác", en: "Other" },
      ],
    },
    {
      ...{ kind: "period", key: "when", label: { vi: "Thời gian", en: "When" } },
      ...{ required: true, sensitivity: "open", published: true, inList: 230 },
    },
    {
      ...{ kind: "text", key: "place", label: { vi: "Địa điểm", en: "Place" } },
      ...{ sensitivity: "open", published: true, inList: 180 },
    },
    { kind: "country", key: "country", label: { vi: "Quốc gia", en: "Country" }, sensitivity: "open" },
    { kind: "choices", key: "fields", label: { vi: "Lĩnh vực", en: "Fields" }, choices: fieldsOfWork },
    { kind: "link", key: "host", label: { vi: "Đơn vị chủ trì", en: "Host" }, to: "unit", inList: 200 },
    partners,
    {
      ...{
        kind: "integer",
        key: "participants",
        label: { vi: "Số người tham dự", en: "Participants" },
        min: 0,
      },
      ...{ sensitivity: "open", published: true },
      heading: { vi: "Kết quả", en: "Results" },
    },
    {
      ...{
        kind: "integer",
        key: "foreigners",
        label: { vi: "Trong đó người nước ngoài", en: "Foreigners among them" },
      },
      ...{ min: 0, sensitivity: "open", published: true },
    },
    { kind: "integer", key: "countries", label: { vi: "Số quốc gia", en: "Countries" }, min: 0, max: 250 },
    { kind: "longText", key: "result", label: { vi: "Kết quả chính", en: "Main results" } },
    { kind: "money", key: "cost", label: { vi: "Kinh phí", en: "Cost" }, currency: "VND" },
    { kind: "url", key: "report", label: { vi: "Tin, bài", en: "News report" }, sensitivity: "open" },
    { ...tasks, heading: { vi: "Liên quan", en: "Related" } },
    documents,
    note,
  ],
};
