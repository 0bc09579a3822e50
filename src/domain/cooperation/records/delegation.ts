import type { Declaration } from "../declaration.ts";
import { travelAuthorities, travelRanks } from "../time-limit/travel-approval.ts";
import { documents, fieldsOfWork, note, partners, tasks } from "./common.ts";

/**
 * Delegations out and in, official and private (Quy chế 272-QĐ/TW; quy định của tỉnh về quản lý đoàn ra, đoàn vào).
 * Names of members and their papers are personal data.
 */
export const delegationDeclaration: Declaration = {
  ...{ key: "delegations", owned: "each", title: "name", warnsOfSecrets: true },
  ...{ likeness: ["name", "direction", "country", "when"], order: "-when", isMeeting: true },
  calendar: [{ key: "when" }],
  toldTwice: {
    ...{ when: "when", within: 3, same: ["direction", "country"] },
    alike: ["purpose", "partners", "members", "lead"],
  },
  name: { vi: "Đoàn ra, đoàn vào", en: "Delegations" },
  one: { vi: "đoàn", en: "delegation" },
  about: {
    vi: "Đoàn đi nước ngoài và đoàn nước ngoài đến tỉnh, việc công và việc riêng, đến khi có báo cáo kết quả",
    en: "Delegations abroad and from abroad, official and private, up to the report of their results",
  },
  computed: [
    {
      ...{ key: "report", label: { vi: "Báo cáo kết quả", en: "Report of results" }, width: 150 },
      choices: [
        { key: "notYet", vi: "Chưa đến lúc", en: "Not yet", tone: "noDeadline" },
        { key: "due", vi: "Đang chờ", en: "Awaited", tone: "dueSoon" },
        { key: "late", vi: "Quá hạn", en: "Late", tone: "late" },
        { key: "done", vi: "Đã có, đúng hạn", en: "Received in time", tone: "done" },
        { key: "doneLate", vi: "Đã có, quá hạn", en: "Received late", tone: "done" },
        { key: "beforeStart", vi: "Trước khi dùng hệ thống", en: "Before the program", tone: "noDeadline" },
      ],
    },
    {
      ...{ key: "approval", label: { vi: "So với phân cấp", en: "Against the levels" }, width: 150 },
      choices: [
        { key: "fits", vi: "Đúng phân cấp", en: "As delegated", tone: "done" },
        { key: "other", vi: "Khác phân cấp", en: "Another level", tone: "late" },
        { key: "missing", vi: "Chưa ghi", en: "Not recorded", tone: "dueSoon" },
      ],
    },
  ],
  fields: [
    {
      ...{ kind: "text", key: "name", label: { vi: "Tên đoàn", en: "Name" }, most: 300 },
      ...{ required: true, sensitivity: "open", inList: 280 },
    },
    {
      ...{ kind: "choice", key: "direction", label: { vi: "Đoàn ra hay vào", en: "Direction" } },
      ...{ required: true, sensitivity: "open", inList: 100 },
      choices: [
        { key: "out", vi: "Đoàn ra", en: "Outgoing" },
        { key: "in", vi: "Đoàn vào", en: "Incoming" },
      ],
    },
    {
      ...{ kind: "choice", key: "matter", label: { vi: "Việc công, việc riêng", en: "Official or private" } },
      required: true,
      choices: [
        { key: "official", vi: "Việc công", en: "Official" },
        { key: "private", vi: "Việc riêng", en: "Private" },
      ],
    },
    {
      ...{ kind: "country", key: "country", label: { vi: "Nước đến, nước cử đoàn", en: "Country" } },
      ...{ required: true, sensitivity: "open", inList: 130 },
    },
    {
      ...{ kind: "choice", key: "purpose", label: { vi: "Mục đích", en: "Purpose" } },
      ...{ required: true, sensitivity: "open", inList: 150 },
      choices: [
        { key: "talks", vi: "Hội đàm, làm việc", en: "Talks" },
        { key: "signing", vi: "Ký kết", en: "Signing" },
        { key: "promotion", vi: "Xúc tiến", en: "Promotion" },
        { key: "conference", vi: "Dự hội nghị, hội thảo", en: "Conference" },
        { key: "study", vi: "Học tập, khảo sát", en: "Study or survey" },
        { key: "exchange", vi: "Giao lưu, thăm hữu nghị", en: "Exchange or visit" },
        { key: "project", vi: "Công việc dự án", en: "Work on a project" },
        { key: "family", vi: "Thăm thân, du lịch, chữa bệnh", en: "Family, tourism or medical" },
        { key: "other", vi: "Mục đích khác", en: "Other" },
      ],
    },
    {
      ...{ kind: "period", key: "when", label: { vi: "Thời gian", en: "When" }, inList: 200 },
      ...{ required: true, sensitivity: "open" },
    },
    { kind: "choices", key: "fields", label: { vi: "Lĩnh vực", en: "Fields" }, choices: fieldsOfWork },
    { ...partners, label: { vi: "Đối tác làm việc", en: "Partners met" } },
    {
      ...{
        kind: "link",
        key: "unit",
        label: { vi: "Đơn vị cử, đơn vị đón", en: "Sending or receiving unit" },
      },
      ...{ to: "unit", heading: { vi: "Thành viên", en: "Members" } },
    },
    {
      ...{ kind: "integer", key: "members", label: { vi: "Số người", en: "Number of people" } },
      ...{ required: true, sensitivity: "open", min: 1, max: 100_000 },
    },
    {
      ...{ kind: "text", key: "lead", label: { vi: "Trưởng đoàn", en: "Head" }, sensitivity: "personal" },
      help: { vi: "Họ tên, chức vụ.", en: "Name and position." },
    },
    {
      ...{ kind: "choice", key: "rank", label: { vi: "Người cao nhất trong đoàn", en: "Highest member" } },
      help: {
        vi: "Cấp quản lý người này quyết định ai cho phép, theo phân cấp của tỉnh.",
        en: "Who manages this person decides who permits, as the province delegates it.",
      },
      choices: travelRanks,
    },
    {
      ...{
        kind: "longText",
        key: "memberList",
        label: { vi: "Danh sách thành viên", en: "List of members" },
      },
      ...{ sensitivity: "personal", help: { vi: "Mỗi người một dòng.", en: "One person a line." } },
    },
    {
      ...{ kind: "choice", key: "passport", label: { vi: "Loại hộ chiếu", en: "Class of passport" } },
      sensitivity: "personal",
      choices: [
        { key: "diplomatic", vi: "Ngoại giao", en: "Diplomatic" },
        { key: "service", vi: "Công vụ", en: "Service" },
        { key: "ordinary", vi: "Phổ thông", en: "Ordinary" },
      ],
    },
    {
      ...{
        kind: "text",
        key: "planItem",
        label: { vi: "Mục trong kế hoạch năm", en: "Item of the yearly plan" },
      },
      heading: { vi: "Cho phép, kinh phí", en: "Permission and costs" },
    },
    {
      ...{ kind: "choice", key: "permittedBy", label: { vi: "Cấp cho phép", en: "Permitted by" } },
      choices: travelAuthorities,
    },
    {
      kind: "text",
      key: "permission",
      label: { vi: "Số văn bản cho phép", en: "Number of the permission" },
      most: 100,
    },
    { kind: "date", key: "permittedOn", label: { vi: "Ngày cho phép", en: "Day of the permission" } },
    {
      ...{ kind: "choice", key: "funding", label: { vi: "Nguồn kinh phí", en: "Funding" } },
      choices: [
        { key: "budget", vi: "Ngân sách", en: "Budget" },
        { key: "partner", vi: "Phía mời chi trả", en: "The inviting side" },
        { key: "own", vi: "Tự túc", en: "Own means" },
        { key: "mixed", vi: "Nhiều nguồn", en: "Several" },
      ],
    },
    { kind: "money", key: "cost", label: { vi: "Kinh phí", en: "Cost" } },
    {
      ...{ kind: "longText", key: "itinerary", label: { vi: "Lịch trình", en: "Itinerary" } },
      heading: { vi: "Chương trình, kết quả", en: "Programme and results" },
    },
    { kind: "longText", key: "results", label: { vi: "Kết quả", en: "Results" } },
    {
      kind: "link",
      key: "agreements",
      label: { vi: "Thỏa thuận đạt được", en: "Agreements reached" },
      to: { register: "agreements" },
      many: true,
    },
    { kind: "text", key: "gifts", label: { vi: "Tặng phẩm", en: "Gifts" } },
    {
      ...{ kind: "date", key: "reportDueOn", label: { vi: "Hạn báo cáo", en: "Report due" } },
      help: {
        vi: "Để trống: tính theo số ngày trong thiết lập của tỉnh.",
        en: "Empty: by the days that the province sets.",
      },
    },
    { kind: "date", key: "reportedOn", label: { vi: "Ngày có báo cáo", en: "Report received" } },
    documents,
    tasks,
    note,
  ],
  yearly: {
    year: "when",
    by: [["direction", "matter"], ["country"], ["purpose"]],
    sums: ["members"],
  },
  rule: ({ direction, permission, permittedOn }) =>
    direction === "out" && permission === undefined && permittedOn !== undefined
      ? [{ field: "permission", failure: { code: "record.value-missing", detail: {} } }]
      : [],
};
