/** Words of who answers for the whole where several lead. */
const vi = {
  answers: "Chịu trách nhiệm chung",
  missing: "Nhiều đơn vị cùng chủ trì, chưa xác định đơn vị chịu trách nhiệm chung.",
  since: (day: string) => `từ ${day}`,
  byDocument: (number: string) => `theo văn bản ${number}`,
  name: "Xác định đơn vị chịu trách nhiệm chung",
  change: "Đổi",
  takeBack: "Bỏ ghi nhận",
  body: "Đơn vị",
  choose: "Chọn đơn vị",
  bodyMissing: "Cần chọn đơn vị.",
  on: "Từ ngày",
  document: "Số văn bản (không bắt buộc)",
  saved: (name: string) => `Đã ghi: ${name} chịu trách nhiệm chung.`,
  cleared: "Đã bỏ ghi nhận đơn vị chịu trách nhiệm chung.",
  undo: "Hoàn tác",
  ofDuty: {
    yes: "Đơn vị này chịu trách nhiệm chung cho cả nhiệm vụ",
    no: "Một đơn vị khác",
    open: "Chưa xác định",
  },
  deed: "Ghi đơn vị chịu trách nhiệm chung",
};

const en: typeof vi = {
  answers: "Answers for the whole",
  missing: "Several units lead, and nobody has said which of them answers for the whole.",
  since: (day) => `since ${day}`,
  byDocument: (number) => `by document ${number}`,
  name: "Record who answers for the whole",
  change: "Change",
  takeBack: "Take the record back",
  body: "Unit",
  choose: "Choose a unit",
  bodyMissing: "The unit is needed.",
  on: "From",
  document: "Document number (optional)",
  saved: (name) => `Recorded: ${name} answers for the whole.`,
  cleared: "The record of who answers for the whole was taken back.",
  undo: "Undo",
  ofDuty: { yes: "This unit answers for the whole task", no: "Another unit", open: "Nobody has said" },
  deed: "Recorded who answers for the whole",
};

export const answeringWords = { vi, en };
