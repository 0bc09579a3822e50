import { countryCodes, countryName } from "../country.ts";
import type { Declaration, FieldFault, Money, Values } from "../declaration.ts";
import { dayOf } from "../standing.ts";
import { documents, fieldsOfWork, note, partners, tasks } from "./common.ts";

/** Items of foreign non-governmental aid, from proposal to closing (Nghị định 313/2025/NĐ-CP; Nghị định 80/2020/NĐ-CP). */
export const aidDeclaration: Declaration = {
  ...{ key: "aid", owned: "each", title: "name", likeness: ["name"], order: "-approvedOn" },
  name: { vi: "Viện trợ phi chính phủ nước ngoài", en: "Foreign aid" },
  one: { vi: "khoản viện trợ", en: "item of aid" },
  about: {
    vi: "Khoản viện trợ không hoàn lại: phê duyệt trước khi dùng, giá trị, tài khoản, giải ngân, đơn vị nhận, kết thúc",
    en: "Grants: approved before use, with value, account, disbursement, receiving units and closing",
  },
  computed: [
    {
      ...{ key: "stage", label: { vi: "Giai đoạn", en: "Stage" }, width: 140 },
      choices: [
        { key: "proposed", vi: "Đề xuất", en: "Proposed", tone: "open" },
        { key: "approved", vi: "Đã phê duyệt", en: "Approved", tone: "open" },
        { key: "inUse", vi: "Đang thực hiện", en: "In use", tone: "done" },
        { key: "closed", vi: "Đã kết thúc", en: "Closed", tone: "noDeadline" },
      ],
    },
    {
      ...{ key: "donorCountry", label: { vi: "Nước viện trợ", en: "Country" }, width: 130 },
      choices: countryCodes.map((key) => ({
        key,
        vi: countryName(key, "vi"),
        en: countryName(key, "en"),
      })),
    },
    {
      ...{ key: "worth", label: { vi: "Giá trị bằng đồng", en: "Worth in đồng" }, width: 110 },
      choices: [
        { key: "given", vi: "Đã có", en: "Given" },
        { key: "missing", vi: "Chưa có", en: "Missing" },
      ],
    },
    { key: "disbursed", label: { vi: "Đã giải ngân", en: "Disbursed" }, width: 150, isDong: true },
  ],
  fields: [
    {
      ...{ kind: "text", key: "name", label: { vi: "Tên khoản viện trợ", en: "Name" }, most: 500 },
      ...{ required: true, sensitivity: "open", published: true, inList: 300 },
    },
    {
      ...{ kind: "choice", key: "kind", label: { vi: "Hình thức", en: "Kind" }, required: true },
      ...{ sensitivity: "open", published: true },
      choices: [
        { key: "programme", vi: "Chương trình", en: "Programme" },
        { key: "project", vi: "Dự án", en: "Project" },
        { key: "other", vi: "Phi dự án", en: "Non-project" },
        { key: "relief", vi: "Cứu trợ", en: "Relief" },
      ],
    },
    { ...partners, required: true, label: { vi: "Bên viện trợ", en: "Donors" } },
    {
      kind: "link",
      key: "ngo",
      label: { vi: "Tổ chức đã đăng ký", en: "Registered organisation" },
      to: { register: "ngos" },
    },
    {
      ...{ kind: "link", key: "recipient", label: { vi: "Chủ khoản viện trợ", en: "Recipient" }, to: "unit" },
      ...{ required: true, inList: 180 },
    },
    {
      kind: "link",
      key: "places",
      label: { vi: "Xã, phường thụ hưởng", en: "Communes" },
      to: "unit",
      many: true,
    },
    { kind: "choices", key: "fields", label: { vi: "Lĩnh vực", en: "Fields" }, choices: fieldsOfWork },
    {
      ...{ kind: "money", key: "value", label: { vi: "Giá trị", en: "Value" }, inList: 170 },
      ...{ required: true, sensitivity: "open", published: true, heading: { vi: "Giá trị", en: "Value" } },
    },
    {
      ...{ kind: "money", key: "dollars", label: { vi: "Quy đổi đô la Mỹ", en: "In US dollars" } },
      ...{ currency: "USD", sensitivity: "open", published: true },
    },
    { kind: "longText", key: "inKind", label: { vi: "Hiện vật", en: "In kind" } },
    { kind: "money", key: "counterpart", label: { vi: "Vốn đối ứng", en: "Counterpart fund" } },
    { kind: "text", key: "account", label: { vi: "Tài khoản viện trợ", en: "Aid account" }, most: 200 },
    {
      ...{ kind: "date", key: "proposedOn", label: { vi: "Ngày nhận hồ sơ", en: "Dossier received" } },
      heading: { vi: "Phê duyệt, thực hiện", en: "Approval and use" },
    },
    { kind: "text", key: "appraisal", label: { vi: "Văn bản thẩm định", en: "Appraisal" } },
    {
      ...{ kind: "date", key: "appraisedOn", label: { vi: "Ngày thẩm định xong", en: "Appraised on" } },
      after: "proposedOn",
      help: { vi: "Trong 20 ngày từ ngày nhận đủ hồ sơ hợp lệ.", en: "Within 20 days of a valid dossier." },
    },
    {
      kind: "text",
      key: "approval",
      label: { vi: "Số quyết định phê duyệt", en: "Approval decision" },
      most: 100,
    },
    {
      kind: "date",
      key: "approvedOn",
      label: { vi: "Ngày phê duyệt", en: "Approved on" },
      after: "proposedOn",
    },
    {
      kind: "text",
      key: "approvedBy",
      label: { vi: "Cấp phê duyệt, người ký", en: "Approved by, signer" },
    },
    {
      kind: "link",
      key: "manager",
      label: { vi: "Cơ quan chủ quản", en: "Managing agency" },
      to: "unit",
    },
    {
      kind: "date",
      key: "startedOn",
      label: { vi: "Ngày bắt đầu dùng", en: "In use from" },
      after: "approvedOn",
    },
    { kind: "date", key: "closedOn", label: { vi: "Ngày kết thúc", en: "Closed on" }, after: "startedOn" },
    { kind: "longText", key: "handedOver", label: { vi: "Tài sản bàn giao", en: "Assets handed over" } },
    {
      kind: "longText",
      key: "results",
      label: { vi: "Kết quả", en: "Results" },
    },
    {
      ...{ kind: "text", key: "closingReport", label: { vi: "Số báo cáo kết thúc", en: "Closing report" } },
      most: 100,
    },
    documents,
    tasks,
    note,
  ],
  yearly: {
    year: "approvedOn",
    by: [["donorCountry"], ["fields"], ["places"], ["kind"], ["worth"]],
    sums: ["value", "dollars"],
  },
  rule: aidFaults,
};

/**
 * Aid is received and used only after the competent authority approved it, and its money goes through its account (Nghị
 * định 313/2025/NĐ-CP): what is in use has both.
 */
function aidFaults(values: Values): readonly FieldFault[] {
  const inUse = dayOf(values, "startedOn") !== null || dayOf(values, "closedOn") !== null;
  const isMissing = (key: string) => values[key] === undefined;
  const needed = inUse
    ? ["approval", "approvedOn", ...(isMoney(values.value) ? ["account"] : [])]
    : dayOf(values, "approvedOn") !== null
      ? ["approval"]
      : [];
  return needed
    .filter(isMissing)
    .map((field) => ({ field, failure: { code: "record.aid-unapproved", detail: {} } }));
}

function isMoney(value: unknown): value is Money {
  return typeof value === "object" && value !== null && "amount" in value && Number(value.amount) > 0;
}

/** What was paid out of an item of aid, period by period. */
export const aidPaymentDeclaration: Declaration = {
  ...{ key: "aid-payments", owned: "each", title: "name", likeness: ["name", "on"], order: "-on" },
  name: { vi: "Giải ngân viện trợ", en: "Aid disbursements" },
  one: { vi: "lần giải ngân", en: "disbursement" },
  about: { vi: "Từng lần giải ngân của khoản viện trợ", en: "Each disbursement of an item of aid" },
  fields: [
    {
      ...{ kind: "text", key: "name", label: { vi: "Nội dung", en: "What for" }, most: 300 },
      ...{ required: true, inList: 260 },
    },
    {
      ...{
        kind: "link",
        key: "aid",
        label: { vi: "Khoản viện trợ", en: "Item of aid" },
        to: { register: "aid" },
      },
      ...{ required: true, inList: 260 },
    },
    { kind: "date", key: "on", label: { vi: "Ngày", en: "Day" }, required: true, inList: 110 },
    { kind: "money", key: "value", label: { vi: "Số tiền", en: "Amount" }, required: true, inList: 180 },
    documents,
    note,
  ],
  yearly: { year: "on", by: [["aid"]], sums: ["value"] },
};
