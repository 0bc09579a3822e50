import type { Bilingual } from "../../language/language.ts";
import { sayNumber } from "../../language/language.ts";
import type { Declaration, Money, Values } from "../declaration.ts";
import { documents, note } from "./common.ts";

/** Yearly money for foreign affairs per unit and purpose: estimate, request, use. */
export const budgetDeclaration: Declaration = {
  ...{
    key: "budget",
    owned: "each",
    title: "purpose",
    likeness: ["purpose", "year", "unit"],
    order: "-year",
  },
  name: { vi: "Kinh phí đối ngoại", en: "Money for foreign affairs" },
  one: { vi: "khoản kinh phí", en: "item of money" },
  about: {
    vi: "Dự toán, nhu cầu, sử dụng kinh phí đối ngoại hằng năm theo đơn vị và nội dung",
    en: "Yearly estimate, request and use of money for foreign affairs by unit and purpose",
  },
  computed: [
    {
      ...{ key: "use", label: { vi: "Sử dụng so với dự toán", en: "Use" }, width: 130 },
      choices: [
        { key: "within", vi: "Trong dự toán", en: "Within the estimate", tone: "done" },
        { key: "over", vi: "Vượt dự toán", en: "Over the estimate", tone: "late" },
      ],
    },
  ],
  fields: [
    {
      kind: "text",
      key: "purpose",
      label: { vi: "Nội dung chi", en: "Purpose" },
      required: true,
      inList: 280,
      most: 300,
    },
    { kind: "year", key: "year", label: { vi: "Năm", en: "Year" }, required: true, inList: 70 },
    {
      ...{ kind: "choice", key: "kind", label: { vi: "Nhóm chi", en: "Group" }, required: true, inList: 150 },
      choices: [
        { key: "out", vi: "Đoàn ra", en: "Delegations out" },
        { key: "in", vi: "Đoàn vào", en: "Delegations in" },
        { key: "conference", vi: "Hội nghị, hội thảo", en: "Conferences" },
        { key: "event", vi: "Sự kiện, giao lưu", en: "Events" },
        { key: "training", vi: "Tập huấn", en: "Training" },
        { key: "information", vi: "Thông tin đối ngoại", en: "External information" },
        { key: "other", vi: "Khoản khác", en: "Other" },
      ],
    },
    { kind: "link", key: "unit", label: { vi: "Đơn vị sử dụng", en: "Unit" }, to: "unit", inList: 190 },
    {
      kind: "money",
      key: "requested",
      label: { vi: "Nhu cầu đề nghị", en: "Requested" },
      currency: "VND",
      inList: 150,
    },
    {
      kind: "money",
      key: "estimate",
      label: { vi: "Dự toán được giao", en: "Estimate" },
      currency: "VND",
      inList: 150,
    },
    { kind: "money", key: "used", label: { vi: "Đã sử dụng", en: "Used" }, currency: "VND", inList: 150 },
    documents,
    note,
  ],
  summed: ["requested", "estimate", "used"],
  yearly: {
    year: "year",
    by: [["unit", "kind"], ["kind"]],
    sums: ["requested", "estimate", "used"],
    balance: ["estimate", "used"],
  },
  remarks: balanceRemarks,
};

/** Whether more was used than the estimate gives; null: nothing was used yet. */
export function budgetUse({ estimate, used }: Values): "within" | "over" | null {
  const spent = dongOf(used);
  if (spent === null) return null;
  return spent > (dongOf(estimate) ?? 0) ? "over" : "within";
}

/** By how much more was used than given. */
function balanceRemarks(values: Values): readonly Bilingual[] {
  if (budgetUse(values) !== "over") return [];
  const more = (dongOf(values.used) ?? 0) - (dongOf(values.estimate) ?? 0);
  const over = (language: "vi" | "en") => sayNumber(more, language, 0);
  return [
    {
      vi: `Đã sử dụng vượt dự toán ${over("vi")} đồng`,
      en: `${over("en")} đồng more were used than the estimate gives`,
    },
  ];
}

function dongOf(value: Values[string] | undefined): number | null {
  // A field of money holds nothing else.
  return value === undefined ? null : (value as Money).amount;
}
