import type { Declaration } from "../declaration.ts";
import { documents, fieldsOfWork, note, partners, tasks } from "./common.ts";

/** Programmes and projects of cooperation, with the framework that they belong to. */
export const programmeDeclaration: Declaration = {
  ...{ key: "programmes", owned: "each", title: "name", likeness: ["name"], order: "-when" },
  name: { vi: "Chương trình, dự án hợp tác", en: "Programmes and projects" },
  one: { vi: "chương trình, dự án", en: "programme or project" },
  about: {
    vi: "Chương trình, dự án hợp tác theo khuôn khổ ASEAN, GMS, Mê Công và các khuôn khổ khác",
    en: "Programmes and projects of cooperation within ASEAN, GMS, Mekong and other frameworks",
  },
  fields: [
    {
      ...{ kind: "text", key: "name", label: { vi: "Tên chương trình, dự án", en: "Name" } },
      ...{ required: true, sensitivity: "open", published: true, inList: 300, most: 300 },
    },
    {
      ...{ kind: "choice", key: "framework", label: { vi: "Khuôn khổ hợp tác", en: "Framework" } },
      ...{ required: true, sensitivity: "open", published: true, inList: 170 },
      choices: [
        {
          key: "bilateral",
          vi: "Song phương với địa phương nước ngoài",
          en: "Bilateral with a foreign locality",
        },
        { key: "asean", vi: "ASEAN", en: "Association of Southeast Asian Nations" },
        { key: "gms", vi: "Tiểu vùng Mê Công mở rộng (GMS)", en: "Greater Mekong Subregion (GMS)" },
        { key: "mekong", vi: "Hợp tác Mê Công", en: "Mekong cooperation" },
        { key: "triangle", vi: "Tam giác phát triển CLV", en: "CLV Development Triangle" },
        { key: "acmecs", vi: "ACMECS", en: "Ayeyawady-Chao Phraya-Mekong strategy" },
        { key: "un", vi: "Liên hợp quốc", en: "United Nations" },
        { key: "other", vi: "Khuôn khổ khác", en: "Other" },
      ],
    },
    { kind: "choices", key: "fields", label: { vi: "Lĩnh vực", en: "Fields" }, choices: fieldsOfWork },
    {
      ...{ kind: "period", key: "when", label: { vi: "Thời gian thực hiện", en: "When" } },
      ...{ sensitivity: "open", published: true, inList: 210 },
    },
    {
      ...{ kind: "choice", key: "state", label: { vi: "Tình trạng", en: "State" }, inList: 140 },
      choices: [
        { key: "proposed", vi: "Đang đề xuất", en: "Proposed" },
        { key: "approved", vi: "Đã phê duyệt", en: "Approved" },
        { key: "running", vi: "Đang thực hiện", en: "Running" },
        { key: "done", vi: "Đã kết thúc", en: "Done" },
        { key: "stopped", vi: "Dừng thực hiện", en: "Stopped" },
      ],
    },
    { kind: "link", key: "lead", label: { vi: "Đơn vị chủ trì", en: "Lead" }, to: "unit", inList: 190 },
    partners,
    {
      ...{ kind: "money", key: "cost", label: { vi: "Kinh phí", en: "Cost" } },
      heading: { vi: "Kinh phí, kết quả", en: "Money and results" },
    },
    { kind: "money", key: "ownShare", label: { vi: "Vốn đối ứng", en: "Own share" }, currency: "VND" },
    { kind: "longText", key: "result", label: { vi: "Kết quả", en: "Results" } },
    { ...tasks, heading: { vi: "Liên quan", en: "Related" } },
    documents,
    note,
  ],
};
