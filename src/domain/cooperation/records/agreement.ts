import type { CalendarDate } from "../../basics/calendar-date.ts";
import { agreementStatusWords } from "../../language/agreement-words.ts";
import type { Bilingual } from "../../language/language.ts";
import { mayBeFiled, namesFormer, type PaperKind } from "../agreement/filing.ts";
import {
  type AgreementConcern,
  agreementConcerns,
  type SignatoryLevel,
  signatoryLevels,
} from "../agreement/procedure.ts";
import { type AgreementStatus, agreementStatuses } from "../agreement/status.ts";
import type { AgreementTerm } from "../agreement/validity.ts";
import type { Declaration, Field, StateChoice, Values } from "../declaration.ts";
import { documents, fieldsOfWork, note, partners } from "./common.ts";

const paper: Field = {
  ...{ kind: "choice", key: "paper", label: { vi: "Loại văn bản", en: "Kind of paper" }, required: true },
  help: {
    vi: "Chỉ thỏa thuận quốc tế theo Luật số 70/2020/QH14 ghi ở đây; loại khác sẽ được chỉ chỗ.",
    en: "Only international agreements by Law 70/2020/QH14 are kept here; for others you are told where.",
  },
  choices: [
    { key: "agreement", vi: "Thỏa thuận quốc tế", en: "International agreement" },
    { key: "treaty", vi: "Điều ước quốc tế", en: "Treaty" },
    { key: "aid", vi: "Thỏa thuận viện trợ", en: "Aid agreement" },
    { key: "odaLoan", vi: "Vốn ODA, vay ưu đãi", en: "ODA or concessional loan" },
    { key: "civilContract", vi: "Hợp đồng dân sự", en: "Contract of civil law" },
    { key: "pppContract", vi: "Hợp đồng đối tác công tư", en: "Public-private partnership contract" },
  ],
};

/** What the levels of signatory are called. */
export const levelWords: Readonly<Record<SignatoryLevel, Bilingual>> = {
  peoplesCommittee: { vi: "UBND tỉnh", en: "Provincial People's Committee" },
  peoplesCouncil: { vi: "HĐND tỉnh", en: "Provincial People's Council" },
  department: { vi: "Sở, cơ quan cấp sở", en: "Department" },
  borderCommune: { vi: "UBND xã biên giới", en: "Border commune" },
  organisation: { vi: "Cơ quan cấp tỉnh của tổ chức", en: "Provincial body of an organisation" },
  district: { vi: "UBND huyện (đã kế thừa)", en: "District (inherited)" },
};

const parties: readonly Field[] = [
  {
    ...{ kind: "choice", key: "level", label: { vi: "Cấp ký", en: "Level of signatory" }, inList: 150 },
    ...{ required: true, sensitivity: "open", published: true },
    heading: { vi: "Các bên", en: "Parties" },
    choices: signatoryLevels.map((key) => ({ key, ...levelWords[key] })),
  },
  {
    ...{ kind: "link", key: "signatory", to: "unit", label: { vi: "Bên Việt Nam", en: "Vietnamese party" } },
    required: true,
    help: { vi: "Đơn vị ký, hoặc đơn vị kế thừa.", en: "The unit that signed, or its successor." },
  },
  { ...partners, required: true, label: { vi: "Bên nước ngoài", en: "Foreign party" } },
  {
    ...{
      kind: "text",
      key: "signedBy",
      label: { vi: "Người ký phía Việt Nam", en: "Signed for Viet Nam by" },
    },
    help: { vi: "Họ tên, chức vụ.", en: "Name and position." },
  },
  {
    ...{ kind: "text", key: "inNameOf", label: { vi: "Ký nhân danh", en: "In whose name" }, most: 300 },
    ...{ sensitivity: "open", published: true },
    help: { vi: "Khi khác với bên ký.", en: "Where it is not the signatory itself." },
  },
  {
    ...{
      kind: "text",
      key: "authority",
      label: { vi: "Văn bản ủy quyền ký", en: "Authority to sign" },
      most: 200,
    },
    help: { vi: "Số, ngày của giấy ủy quyền.", en: "Number and day of the authorisation." },
  },
  {
    kind: "text",
    key: "signedWith",
    label: { vi: "Người ký phía nước ngoài", en: "Signed for the partner by" },
  },
  {
    ...{ kind: "text", key: "signedAt", label: { vi: "Nơi ký", en: "Signed at" }, most: 120 },
    ...{ sensitivity: "open", published: true },
  },
  {
    kind: "yesNo",
    key: "inherited",
    label: { vi: "Kế thừa từ cơ quan cũ", en: "Inherited from a former body" },
  },
  {
    ...{ kind: "text", key: "formerSignatory", label: { vi: "Bên ký trước đây", en: "Former signatory" } },
    help: {
      vi: "Tên cơ quan đã ký, khi cơ quan đó không còn (NĐ 177/2025/NĐ-CP).",
      en: "The name of the body that signed, where it is no more (Decree 177/2025).",
    },
  },
];

const content: readonly Field[] = [
  {
    ...{ kind: "choices", key: "fields", label: { vi: "Lĩnh vực", en: "Fields" }, choices: fieldsOfWork },
    ...{ sensitivity: "open", published: true, heading: { vi: "Nội dung", en: "Content" } },
  },
  {
    ...{ kind: "choices", key: "concerns", label: { vi: "Liên quan đến", en: "Touches" } },
    help: {
      vi: "Quyết định thêm cơ quan phải hỏi ý kiến.",
      en: "Decides which further bodies have to be asked.",
    },
    choices: [
      { key: "defence", vi: "Quốc phòng", en: "Defence" },
      { key: "security", vi: "An ninh", en: "Security" },
      { key: "investment", vi: "Đầu tư", en: "Investment" },
      { key: "sensitive", vi: "Nội dung phức tạp, nhạy cảm", en: "Complex or sensitive matters" },
    ],
  },
  {
    ...{ kind: "link", key: "implementers", to: "unit", many: true },
    label: { vi: "Đơn vị thực hiện", en: "Implementing units" },
  },
  {
    ...{ kind: "text", key: "languages", label: { vi: "Ngôn ngữ", en: "Languages" }, most: 120 },
    ...{ sensitivity: "open", published: true },
    help: { vi: "Các bản có giá trị như nhau.", en: "Texts that are equally authentic." },
  },
];

const validity: readonly Field[] = [
  {
    ...{ kind: "choice", key: "effect", label: { vi: "Có hiệu lực", en: "Takes effect" }, required: true },
    heading: { vi: "Hiệu lực", en: "Validity" },
    choices: [
      { key: "onSigning", vi: "Từ ngày ký", en: "When signed" },
      { key: "onDay", vi: "Từ ngày ghi trong văn bản", en: "On a day that it names" },
      {
        key: "onNotices",
        vi: "Khi các bên đã thông báo cho nhau",
        en: "When the parties have told one another",
      },
    ],
  },
  {
    ...{ kind: "date", key: "effectiveOn", label: { vi: "Ngày có hiệu lực", en: "Day of effect" } },
    help: { vi: "Khi văn bản ghi một ngày.", en: "Where it names a day." },
  },
  {
    ...{ kind: "integer", key: "months", label: { vi: "Thời hạn (tháng)", en: "Term (months)" } },
    ...{ min: 1, max: 1200 },
    help: { vi: "Để trống khi không có thời hạn hoặc có ngày hết hạn.", en: "Empty without a term." },
  },
  {
    ...{
      kind: "date",
      key: "expiresOn",
      label: { vi: "Ngày hết hạn", en: "Last day" },
      after: "effectiveOn",
    },
    help: { vi: "Khi văn bản ghi một ngày.", en: "Where it names a day." },
  },
  {
    ...{ kind: "integer", key: "renewalMonths", min: 1, max: 600 },
    label: { vi: "Tự động gia hạn mỗi lần (tháng)", en: "Renews by itself for (months)" },
  },
  {
    ...{ kind: "integer", key: "noticeMonths", min: 0, max: 60 },
    label: { vi: "Báo không gia hạn trước (tháng)", en: "Notice not to renew (months before)" },
  },
  {
    ...{ kind: "yesNo", key: "mayPublish", label: { vi: "Được công bố", en: "May be published" } },
    sensitivity: "open",
  },
];

/** How pressing each status is. */
export const statusTones = {
  ...{ proposed: "open", consulting: "open", atPrimeMinister: "open", decided: "open", signed: "open" },
  ...{ inForce: "done", suspended: "dueSoon" },
  ...{ refused: "noDeadline", dropped: "noDeadline", expired: "noDeadline", ended: "noDeadline" },
  withdrawn: "noDeadline",
} as const satisfies Readonly<Record<AgreementStatus, StateChoice["tone"]>>;

/** International agreements in the name of bodies of the province (Luật 70/2020/QH14; Nghị định 64/2021/NĐ-CP). */
export const agreementDeclaration: Declaration = {
  ...{ key: "agreements", owned: "each", title: "title", likeness: ["title"] },
  calendar: [{ key: "expiry", label: { vi: "Hết hiệu lực", en: "Ends" } }],
  name: { vi: "Thỏa thuận quốc tế", en: "Agreements" },
  one: { vi: "thỏa thuận", en: "agreement" },
  about: {
    vi: "Thỏa thuận của tỉnh, sở, xã biên giới với đối tác nước ngoài, từ đề xuất đến hết hiệu lực",
    en: "Agreements of the province, its departments and border communes with foreign partners, from proposal to expiry",
  },
  rule: (values) => {
    const { paper, level, inherited } = agreementHead(values);
    const filed = mayBeFiled(paper, { level, inherited });
    const former = namesFormer({ inherited, former: textOf(values, "formerSignatory") });
    return [
      ...(filed.ok ? [] : [{ field: paper === "agreement" ? "level" : "paper", failure: filed.failure }]),
      ...(former.ok ? [] : [{ field: "formerSignatory", failure: former.failure }]),
    ];
  },
  computed: [
    {
      ...{ key: "status", label: { vi: "Tình trạng", en: "Status" }, width: 150 },
      choices: agreementStatuses.map((key) => ({
        key,
        ...agreementStatusWords[key],
        tone: statusTones[key],
      })),
    },
    { key: "expiry", label: { vi: "Hiệu lực đến", en: "In force until" }, width: 120, isDay: true },
  ],
  fields: [
    {
      ...{ kind: "text", key: "title", label: { vi: "Tên thỏa thuận", en: "Title" }, most: 500 },
      ...{ required: true, sensitivity: "open", published: true, inList: 340 },
    },
    {
      ...{ kind: "text", key: "foreignTitle", label: { vi: "Tên tiếng nước ngoài", en: "Foreign title" } },
      ...{ sensitivity: "open", published: true },
    },
    paper,
    ...parties,
    ...content,
    ...validity,
    { ...documents, label: { vi: "Bản văn và văn bản liên quan", en: "Texts and documents" } },
    note,
  ],
};

function textOf(values: Values, key: string): string | null {
  const value = values[key];
  return typeof value === "string" ? value : null;
}

function countOf(values: Values, key: string): number | null {
  const value = values[key];
  return typeof value === "number" ? value : null;
}

/** What of a record's values the rules of agreements stand on. */
export interface AgreementHead {
  readonly paper: PaperKind;
  readonly level: SignatoryLevel;
  readonly inherited: boolean;
  readonly concerns: readonly AgreementConcern[];
  readonly term: AgreementTerm;
}

const effects = ["onSigning", "onDay", "onNotices"] as const;
const papers = ["agreement", "treaty", "aid", "odaLoan", "civilContract", "pppContract"] as const;

/** The head of an agreement in the values of its record. */
export function agreementHead(values: Values): AgreementHead {
  const { concerns } = values;
  const oneOf = <T extends string>(among: readonly T[], key: string, otherwise: T): T =>
    among.find((one) => one === values[key]) ?? otherwise;
  const renewal = countOf(values, "renewalMonths");
  return {
    paper: oneOf(papers, "paper", "agreement"),
    level: oneOf(signatoryLevels, "level", "peoplesCommittee"),
    inherited: values.inherited === true,
    concerns: agreementConcerns.filter((one) => Array.isArray(concerns) && concerns.includes(one)),
    term: {
      effect: oneOf(effects, "effect", "onSigning"),
      // Days of a record were parsed when it was written.
      effectiveOn: textOf(values, "effectiveOn") as CalendarDate | null,
      expiresOn: textOf(values, "expiresOn") as CalendarDate | null,
      months: countOf(values, "months"),
      renewal: renewal === null ? null : { months: renewal, noticeMonths: countOf(values, "noticeMonths") },
    },
  };
}
