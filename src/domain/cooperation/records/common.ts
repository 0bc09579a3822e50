import type { Choice, Field } from "../declaration.ts";

/** Fields that many registers have, said once. */
export const note: Field = {
  ...{ kind: "longText", key: "note", label: { vi: "Ghi chú", en: "Note" } },
  help: { vi: "Chỉ ghi nội dung hành chính.", en: "Administrative facts only." },
};

export const documents: Field = {
  ...{ kind: "link", key: "documents", to: "document", many: true },
  label: { vi: "Văn bản liên quan", en: "Documents" },
};

export const tasks: Field = {
  ...{ kind: "link", key: "tasks", to: "task", many: true },
  label: { vi: "Nhiệm vụ liên quan", en: "Tasks" },
  help: {
    vi: "Bản ghi được tính là kết quả của các nhiệm vụ này.",
    en: "The record counts as a result of these tasks.",
  },
};

export const partners: Field = {
  ...{ kind: "link", key: "partners", to: { register: "partners" }, many: true, inList: 220 },
  label: { vi: "Đối tác", en: "Partners" },
};

/** Fields of work in which the province cooperates. */
export const fieldsOfWork: readonly Choice[] = [
  { key: "economy", vi: "Kinh tế, thương mại", en: "Economy and trade" },
  { key: "investment", vi: "Đầu tư", en: "Investment" },
  { key: "agriculture", vi: "Nông, lâm nghiệp", en: "Agriculture and forestry" },
  { key: "tourism", vi: "Du lịch", en: "Tourism" },
  { key: "culture", vi: "Văn hóa, thể thao", en: "Culture and sports" },
  { key: "education", vi: "Giáo dục, đào tạo", en: "Education and training" },
  { key: "health", vi: "Y tế", en: "Health" },
  { key: "science", vi: "Khoa học, công nghệ", en: "Science and technology" },
  { key: "environment", vi: "Môi trường, năng lượng", en: "Environment and energy" },
  { key: "labour", vi: "Lao động, xã hội", en: "Labour and social affairs" },
  { key: "border", vi: "Biên giới, cửa khẩu", en: "Border and border gates" },
  { key: "security", vi: "Trật tự, an toàn xã hội", en: "Public order" },
  { key: "people", vi: "Đối ngoại nhân dân", en: "People-to-people exchange" },
  { key: "other", vi: "Lĩnh vực khác", en: "Other" },
];
