import { type Bilingual, sayNumber } from "../../language/language.ts";
import type { Choice, Declaration, Field, Money, Values } from "../declaration.ts";
import { documents, note, tasks } from "./common.ts";

const place: Field = {
  ...{ kind: "text", key: "place", label: { vi: "Địa điểm", en: "Place" } },
  ...{ sensitivity: "open", published: true, inList: 180 },
};
const sector: Field = {
  ...{ kind: "text", key: "sector", label: { vi: "Lĩnh vực", en: "Sector" } },
  ...{ sensitivity: "open", published: true, inList: 160 },
};

/** What a review of the list makes of a project. */
export const reviewOutcomes: readonly Choice[] = [
  { key: "added", vi: "Bổ sung", en: "Added" },
  { key: "kept", vi: "Giữ trong danh mục", en: "Kept" },
  { key: "updated", vi: "Cập nhật", en: "Updated" },
  { key: "removed", vi: "Đưa ra khỏi danh mục", en: "Taken out" },
  { key: "granted", vi: "Đã có nhà đầu tư", en: "Investor found" },
];

/** The words of a review after which a project stands in the list. */
export const listedOutcomes: readonly string[] = ["added", "kept", "updated"];

/** Projects that the province calls investment for; what each review made of them stands in its own register. */
export const callDeclaration: Declaration = {
  ...{ key: "calls", owned: "one", title: "name", likeness: ["name"] },
  name: { vi: "Dự án kêu gọi đầu tư", en: "Projects calling for investment" },
  one: { vi: "dự án kêu gọi đầu tư", en: "project calling for investment" },
  about: {
    vi: "Danh mục dự án kêu gọi đầu tư nước ngoài và kết quả từng lần rà soát",
    en: "The list of projects that call for foreign investment, and its reviews",
  },
  computed: [
    {
      ...{ key: "review", label: { vi: "Lần rà soát gần nhất", en: "Last review" }, width: 150 },
      choices: reviewOutcomes,
    },
    { key: "reviewed", label: { vi: "Ngày rà soát", en: "Reviewed" }, width: 110, isDay: true },
  ],
  fields: [
    {
      ...{ kind: "text", key: "name", label: { vi: "Tên dự án", en: "Name" } },
      ...{ required: true, sensitivity: "open", published: true, inList: 320, most: 300 },
    },
    sector,
    place,
    {
      ...{ kind: "decimal", key: "area", label: { vi: "Diện tích (ha)", en: "Area (ha)" }, min: 0 },
      ...{ sensitivity: "open", published: true },
    },
    {
      kind: "money",
      key: "capital",
      label: { vi: "Vốn dự kiến", en: "Capital" },
      sensitivity: "open",
      published: true,
      inList: 160,
    },
    {
      kind: "text",
      key: "decision",
      label: { vi: "Quyết định danh mục", en: "Decision" },
      sensitivity: "open",
    },
    tasks,
    documents,
    note,
  ],
};

/** Reviews of the list of projects calling for investment. */
export const callReviewDeclaration: Declaration = {
  ...{ key: "call-reviews", owned: "one", title: "name", likeness: ["name", "on"], order: "-on" },
  name: { vi: "Đợt rà soát danh mục kêu gọi đầu tư", en: "Reviews of projects calling for investment" },
  one: { vi: "đợt rà soát", en: "review" },
  about: {
    vi: "Từng đợt rà soát danh mục dự án kêu gọi đầu tư: bổ sung, cập nhật, đưa ra và lý do",
    en: "Each review of the list of projects calling for investment: added, updated, taken out and why",
  },
  fields: [
    {
      ...{ kind: "text", key: "name", label: { vi: "Tên đợt rà soát", en: "Name" }, most: 300 },
      ...{ required: true, sensitivity: "open", inList: 300 },
    },
    {
      ...{ kind: "date", key: "on", label: { vi: "Ngày", en: "Day" }, inList: 110 },
      ...{ required: true, sensitivity: "open" },
    },
    {
      ...{ kind: "text", key: "decision", label: { vi: "Văn bản", en: "Document" }, most: 100 },
      ...{ sensitivity: "open", inList: 170 },
    },
    documents,
    tasks,
    note,
  ],
};

/** What one review makes of one project, and why. */
export const callReviewItemDeclaration: Declaration = {
  ...{ key: "call-review-items", owned: "one", title: "name", likeness: ["name", "outcome"] },
  name: { vi: "Kết quả rà soát từng dự án", en: "Results of reviews" },
  one: { vi: "kết quả rà soát", en: "result of a review" },
  about: {
    vi: "Mỗi đợt rà soát làm gì với từng dự án kêu gọi đầu tư, và vì sao",
    en: "What each review makes of each project calling for investment, and why",
  },
  fields: [
    {
      ...{ kind: "text", key: "name", label: { vi: "Tên dự án khi rà soát", en: "Name at the review" } },
      ...{ required: true, sensitivity: "open", inList: 260, most: 300 },
    },
    {
      ...{ kind: "link", key: "review", label: { vi: "Đợt rà soát", en: "Review" } },
      ...{ to: { register: "call-reviews" }, required: true, sensitivity: "open", inList: 200 },
    },
    {
      ...{ kind: "link", key: "call", label: { vi: "Dự án kêu gọi đầu tư", en: "Project" } },
      ...{ to: { register: "calls" }, required: true, sensitivity: "open", inList: 240 },
    },
    {
      ...{ kind: "choice", key: "outcome", label: { vi: "Kết quả", en: "Result" }, choices: reviewOutcomes },
      ...{ required: true, sensitivity: "open", inList: 140 },
    },
    { kind: "longText", key: "reason", label: { vi: "Lý do", en: "Why" }, sensitivity: "open" },
    note,
  ],
};

/** Foreign projects that were granted, with capital in đồng and dollars and the rate between them. */
export const grantDeclaration: Declaration = {
  ...{ key: "grants", owned: "one", title: "name", likeness: ["name", "certificate"], order: "-granted" },
  name: { vi: "Dự án đầu tư nước ngoài", en: "Foreign investment projects" },
  one: { vi: "dự án đầu tư", en: "investment project" },
  about: {
    vi: "Dự án đầu tư nước ngoài được cấp, vốn bằng đồng và đô la với tỷ giá áp dụng",
    en: "Foreign projects granted, their capital in đồng and dollars with the rate used",
  },
  fields: [
    {
      ...{ kind: "text", key: "name", label: { vi: "Tên dự án", en: "Name" } },
      ...{ required: true, sensitivity: "open", published: true, inList: 300, most: 300 },
    },
    {
      kind: "text",
      key: "investor",
      label: { vi: "Nhà đầu tư", en: "Investor" },
      sensitivity: "open",
      published: true,
      inList: 190,
    },
    {
      ...{ kind: "link", key: "partners", label: { vi: "Đối tác là nhà đầu tư", en: "Partners who invest" } },
      ...{ to: { register: "partners" }, many: true },
    },
    {
      ...{ kind: "country", key: "country", label: { vi: "Quốc gia, vùng lãnh thổ", en: "Country" } },
      ...{ sensitivity: "open", published: true, inList: 120 },
    },
    { kind: "text", key: "certificate", label: { vi: "Số giấy chứng nhận", en: "Certificate" }, most: 80 },
    {
      kind: "date",
      key: "granted",
      label: { vi: "Ngày cấp", en: "Granted" },
      sensitivity: "open",
      published: true,
      inList: 110,
    },
    sector,
    place,
    {
      ...{
        kind: "money",
        key: "dong",
        label: { vi: "Vốn đăng ký bằng đồng", en: "Capital in đồng" },
        currency: "VND",
      },
      ...{ sensitivity: "open", published: true, inList: 170 },
      heading: { vi: "Vốn", en: "Capital" },
    },
    {
      ...{
        kind: "money",
        key: "dollars",
        label: { vi: "Vốn đăng ký bằng đô la", en: "Capital in dollars" },
        currency: "USD",
      },
      ...{ sensitivity: "open", published: true, inList: 140 },
    },
    {
      kind: "decimal",
      key: "rate",
      label: { vi: "Tỷ giá (đồng một đô la)", en: "Rate (đồng a dollar)" },
      min: 1,
      max: 1_000_000,
    },
    { kind: "money", key: "disbursed", label: { vi: "Vốn thực hiện", en: "Capital disbursed" } },
    {
      ...{
        kind: "choice",
        key: "state",
        label: { vi: "Tình trạng", en: "State" },
        sensitivity: "open",
        inList: 140,
      },
      choices: [
        { key: "preparing", vi: "Đang chuẩn bị", en: "Preparing" },
        { key: "building", vi: "Đang xây dựng", en: "Building" },
        { key: "operating", vi: "Đang hoạt động", en: "Operating" },
        { key: "ended", vi: "Chấm dứt", en: "Ended" },
      ],
    },
    documents,
    note,
  ],
  summed: ["dong", "dollars"],
  yearly: { year: "granted", by: [["country"], ["state"]], sums: ["dong", "dollars"] },
  remarks: capitalRemarks,
};

/** How far dollars times rate may lie from đồng before somebody should look: rounding of both to whole units of capital. */
const tolerance = 0.01;

/** A capital in đồng that is not its dollars at the rate used: one of the three was mistyped. */
export function capitalRemarks({ dong, dollars, rate }: Values): readonly Bilingual[] {
  if (dong === undefined || dollars === undefined || typeof rate !== "number") return [];
  // Fields of money hold nothing else.
  const [inDong, inDollars] = [(dong as Money).amount, (dollars as Money).amount];
  const worth = inDollars * rate;
  if (Math.abs(worth - inDong) <= tolerance * Math.max(worth, inDong)) return [];
  const say = (language: "vi" | "en") => sayNumber(Math.round(worth), language, 0);
  return [
    {
      vi: `Vốn không khớp tỷ giá: số đô la theo tỷ giá này là ${say("vi")} đồng`,
      en: `The capital does not fit the rate: at this rate the dollars are ${say("en")} đồng`,
    },
  ];
}
