import type { Declaration } from "../declaration.ts";
import { note, tasks } from "./common.ts";

/** Documents in force on foreign affairs and their review: reviewed when, what is proposed, whether it is done. */
export const legalReviewDeclaration: Declaration = {
  ...{ key: "legal", owned: "one", title: "number", likeness: ["number", "issued"], order: "number" },
  yearly: { year: "reviewed", by: [["proposal"]], sums: [] },
  share: { field: "reviewed", label: { vi: "Đã rà soát", en: "Reviewed" } },
  name: { vi: "Rà soát văn bản về đối ngoại", en: "Legal review" },
  one: { vi: "văn bản rà soát", en: "document under review" },
  about: {
    vi: "Văn bản đang có hiệu lực về đối ngoại, kết quả rà soát và việc xử lý",
    en: "Documents in force on foreign affairs, what their review proposes and what was done",
  },
  fields: [
    {
      ...{ kind: "text", key: "number", label: { vi: "Số, ký hiệu văn bản", en: "Number" } },
      ...{ required: true, sensitivity: "open", published: true, inList: 170, most: 80 },
    },
    {
      ...{ kind: "text", key: "subject", label: { vi: "Trích yếu", en: "Subject" } },
      ...{ required: true, sensitivity: "open", published: true, inList: 320 },
    },
    {
      kind: "text",
      key: "issuer",
      label: { vi: "Cơ quan ban hành", en: "Issuer" },
      sensitivity: "open",
      inList: 180,
    },
    {
      kind: "date",
      key: "issued",
      label: { vi: "Ngày ban hành", en: "Issued" },
      sensitivity: "open",
      inList: 110,
    },
    {
      ...{
        kind: "date",
        key: "reviewed",
        label: { vi: "Ngày rà soát", en: "Reviewed" },
        after: "issued",
        inList: 110,
      },
      heading: { vi: "Rà soát", en: "Review" },
    },
    {
      ...{ kind: "choice", key: "proposal", label: { vi: "Đề xuất", en: "Proposal" }, inList: 130 },
      choices: [
        { key: "keep", vi: "Giữ nguyên", en: "Keep" },
        { key: "amend", vi: "Sửa đổi, bổ sung", en: "Amend" },
        { key: "replace", vi: "Thay thế", en: "Replace" },
        { key: "abolish", vi: "Bãi bỏ", en: "Abolish" },
      ],
    },
    { kind: "longText", key: "reason", label: { vi: "Lý do", en: "Reason" } },
    {
      kind: "date",
      key: "done",
      label: { vi: "Ngày xử lý xong", en: "Done" },
      after: "reviewed",
      inList: 110,
    },
    { kind: "text", key: "doneBy", label: { vi: "Văn bản xử lý", en: "Done by document" } },
    { kind: "link", key: "document", label: { vi: "Văn bản trong sổ", en: "Document" }, to: "document" },
    { kind: "link", key: "reviewer", label: { vi: "Đơn vị rà soát", en: "Reviewer" }, to: "unit" },
    tasks,
    note,
  ],
};
