import type { Declaration } from "../declaration.ts";
import { documents, note, partners, tasks } from "./common.ts";

/** Conferences and seminars with a foreign element (Quyết định 06/2020/QĐ-TTg, Mẫu 01). */
export const conferenceDeclaration: Declaration = {
  ...{
    key: "conferences",
    owned: "each",
    title: "name",
    likeness: ["name", "when"],
    order: "-when",
    isMeeting: true,
  },
  calendar: [{ key: "when" }],
  name: { vi: "Hội nghị, hội thảo quốc tế", en: "Conferences" },
  one: { vi: "hội nghị, hội thảo", en: "conference" },
  about: {
    vi: "Hội nghị, hội thảo có yếu tố nước ngoài: hồ sơ xin phép, ý kiến, cho phép, báo cáo sau hội nghị",
    en: "Conferences with a foreign element: dossier, opinions, permission, report afterwards",
  },
  computed: [
    {
      ...{ key: "dossier", label: { vi: "Hồ sơ xin phép", en: "Dossier" }, width: 150 },
      choices: [
        { key: "done", vi: "Gửi đúng hạn", en: "Sent in time", tone: "done" },
        { key: "doneLate", vi: "Gửi muộn", en: "Sent late", tone: "late" },
        { key: "due", vi: "Chưa gửi, còn hạn", en: "To be sent", tone: "open" },
        { key: "late", vi: "Chưa gửi, quá hạn", en: "Not sent, late", tone: "late" },
        { key: "beforeStart", vi: "Trước khi dùng hệ thống", en: "Before the program", tone: "noDeadline" },
      ],
    },
  ],
  fields: [
    {
      ...{ kind: "text", key: "name", label: { vi: "Tên hội nghị, hội thảo", en: "Name" }, most: 300 },
      ...{ required: true, sensitivity: "open", published: true, inList: 300 },
    },
    {
      ...{ kind: "period", key: "when", label: { vi: "Thời gian", en: "When" }, inList: 200 },
      ...{ required: true, sensitivity: "open", published: true },
    },
    {
      ...{ kind: "text", key: "place", label: { vi: "Địa điểm", en: "Place" }, inList: 150 },
      ...{ sensitivity: "open", published: true },
    },
    {
      ...{ kind: "choice", key: "mode", label: { vi: "Hình thức", en: "Mode" }, required: true },
      choices: [
        { key: "inPerson", vi: "Trực tiếp", en: "In person" },
        { key: "online", vi: "Trực tuyến", en: "Online" },
        { key: "both", vi: "Kết hợp", en: "Both" },
      ],
    },
    { kind: "longText", key: "aim", label: { vi: "Lý do, mục đích", en: "Reason and aim" } },
    {
      kind: "longText",
      key: "programme",
      label: { vi: "Nội dung, chương trình", en: "Content and programme" },
    },
    {
      ...{ kind: "link", key: "host", label: { vi: "Đơn vị tổ chức", en: "Organiser" }, to: "unit" },
      ...{ required: true, inList: 160, heading: { vi: "Tổ chức, thành phần", en: "Organisers and guests" } },
    },
    { ...partners, label: { vi: "Đối tác nước ngoài đồng tổ chức", en: "Foreign co-organisers" } },
    { kind: "text", key: "sponsors", label: { vi: "Nhà tài trợ", en: "Sponsors" } },
    {
      kind: "integer",
      key: "homeGuests",
      label: { vi: "Số đại biểu Việt Nam", en: "Vietnamese participants" },
      min: 0,
      max: 100_000,
    },
    {
      kind: "integer",
      key: "foreignGuests",
      label: { vi: "Số đại biểu nước ngoài", en: "Foreign participants" },
      min: 0,
      max: 100_000,
    },
    {
      ...{
        kind: "choice",
        key: "guestRank",
        label: { vi: "Khách nước ngoài cao nhất", en: "Highest foreign guest" },
      },
      choices: [
        { key: "headOfState", vi: "Nguyên thủ, người đứng đầu", en: "Head of state or government" },
        { key: "minister", vi: "Cấp bộ trưởng trở lên", en: "Minister" },
        { key: "other", vi: "Khác", en: "Other" },
      ],
    },
    {
      ...{ kind: "choices", key: "topics", label: { vi: "Liên quan đến", en: "Touches" } },
      help: {
        vi: "Nội dung do Thủ tướng Chính phủ cho phép (QĐ 06/2020/QĐ-TTg).",
        en: "Matters for which the Prime Minister permits (Decision 06/2020).",
      },
      choices: [
        { key: "sovereignty", vi: "Chủ quyền", en: "Sovereignty" },
        { key: "security", vi: "An ninh", en: "Security" },
        { key: "defence", vi: "Quốc phòng", en: "Defence" },
        { key: "ethnicity", vi: "Dân tộc", en: "Ethnic affairs" },
        { key: "religion", vi: "Tôn giáo", en: "Religion" },
        { key: "humanRights", vi: "Nhân quyền", en: "Human rights" },
        { key: "borders", vi: "Biên giới, lãnh thổ", en: "Borders and territory" },
        { key: "stateSecrets", vi: "Phạm vi bí mật nhà nước", en: "Realm of state secrets" },
      ],
    },
    { kind: "money", key: "cost", label: { vi: "Kinh phí", en: "Cost" } },
    {
      ...{ kind: "date", key: "dossierOn", label: { vi: "Ngày gửi hồ sơ", en: "Dossier sent" } },
      heading: { vi: "Xin phép", en: "Permission" },
    },
    {
      kind: "date",
      key: "opinionsAskedOn",
      label: { vi: "Ngày lấy ý kiến", en: "Opinions asked" },
      after: "dossierOn",
    },
    {
      kind: "date",
      key: "opinionsOn",
      label: { vi: "Ngày đủ ý kiến", en: "Opinions received" },
      after: "opinionsAskedOn",
    },
    {
      kind: "text",
      key: "permission",
      label: { vi: "Số văn bản cho phép", en: "Number of the permission" },
      most: 100,
    },
    {
      kind: "date",
      key: "permittedOn",
      label: { vi: "Ngày cho phép", en: "Permitted on" },
      after: "dossierOn",
    },
    { kind: "date", key: "reportedOn", label: { vi: "Ngày báo cáo sau hội nghị", en: "Reported on" } },
    documents,
    tasks,
    note,
  ],
};
