import type { Bilingual } from "./language.ts";

/** What the register refuses: who may work with it, and what changed under a person's hands. */
export const registerFailures = {
  "register.not-allowed": {
    status: 403,
    vi: "Bạn không được phép thực hiện việc này ({action}) với dữ liệu của tỉnh khác.",
    en: "You may not do this ({action}) with data of another province.",
  },
  "register.no-province": {
    status: 409,
    vi: "Chưa chọn tỉnh, thành phố nên chưa mở được sổ nhiệm vụ. Đề nghị quản trị viên chọn tỉnh, thành phố.",
    en: "No province has been chosen, so the register is not open yet. Please let the administrator choose the province.",
  },
  "register.not-administrator": {
    status: 403,
    vi: "Chỉ quản trị viên được chọn tỉnh, thành phố.",
    en: "Only the administrator may choose the province.",
  },
  "register.province-chosen": {
    status: 409,
    vi: "Đã chọn {province} và không đổi được nữa.",
    en: "{province} has been chosen and cannot be changed.",
  },
  "register.province-unknown": {
    status: 422,
    vi: "Không có tỉnh, thành phố mang số {province}. Đề nghị chọn trong danh sách.",
    en: "There is no province with the number {province}. Please choose one from the list.",
  },
  "register.content-empty": {
    status: 422,
    vi: "Nội dung nhiệm vụ còn trống. Đề nghị nhập nội dung.",
    en: "The task has no content. Please enter what is to be done.",
  },
  "register.name-empty": {
    status: 422,
    vi: "Có cơ quan, đơn vị chưa có tên. Đề nghị nhập tên hoặc bỏ dòng đó.",
    en: "A body has no name. Please enter its name or take the line out.",
  },
  "register.schedule-wrong": {
    status: 422,
    vi: "Thời gian thực hiện không hợp lệ ở phần {part}. Đề nghị kiểm tra ngày, tháng và kỳ lặp lại.",
    en: "The schedule is not right in its part {part}. Please check days, months and rhythm.",
  },
} as const satisfies Record<string, Bilingual & { readonly status: number }>;
