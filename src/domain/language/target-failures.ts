import type { Bilingual } from "./language.ts";

/** What is refused of targets and their plans. */
export const targetFailures = {
  "register.source-changed": {
    status: 409,
    vi: "Nguồn đếm của chỉ tiêu đã được người khác đổi trong lúc này. Đề nghị mở lại nhiệm vụ rồi đặt.",
    en: "Somebody else changed what the target is counted from meanwhile. Please open the task again.",
  },
  "register.source-unfit": {
    status: 422,
    vi: "Không đếm chỉ tiêu từ “{field}” được: danh mục hạn chế, hoặc trường không phải là ngày hay số nguyên mà mọi người được xem.",
    en: "A target cannot be counted from “{field}”: a restricted register, or no field of days or whole numbers that everybody sees.",
  },
  "register.target-unknown": {
    status: 422,
    vi: "Nhiệm vụ không có chỉ tiêu này[ ({target})]. Có thể kết quả yêu cầu vừa được sửa; đề nghị mở lại nhiệm vụ.",
    en: "The task has no such target[ ({target})]. Its result may have been changed; please open the task again.",
  },
  "register.plan-inexact": {
    status: 422,
    vi: "Kế hoạch cần một con số xác định, không phải “{text}”. Ví dụ 12 hoặc 1.234,5.",
    en: "A plan needs one definite number, not “{text}”. For instance 12 or 1.234,5.",
  },
  "register.plan-period": {
    status: 422,
    vi: "Chỉ tiêu không tính cho kỳ “{period}”. Đề nghị ghi một trong các kỳ: {periods}.",
    en: "The target is not judged over “{period}”. Please give one of the periods {periods}.",
  },
  "register.plan-row-unknown": {
    status: 422,
    vi: "Không tìm thấy chỉ tiêu, đơn vị và kỳ của dòng này trong sổ[ ({target}, kỳ {period})]. Có thể nhiệm vụ vừa được sửa; đề nghị xuất lại bảng kế hoạch.",
    en: "The target, unit and period of this row are not in the register[ ({target}, {period})]. The task may have been changed; please export the plans again.",
  },
  "register.plan-unit": {
    status: 422,
    vi: "Đơn vị không được giao nhiệm vụ này nên không đặt kế hoạch được[ ({unit})].",
    en: "The unit does not owe this task, so no plan can be set for it[ ({unit})].",
  },
  "register.plan-changed": {
    status: 409,
    vi: "Kế hoạch kỳ {period} vừa được người khác sửa[ thành {now}]. Đề nghị xem lại rồi lưu.",
    en: "The plan for {period} has just been changed by somebody else[ to {now}]. Please look at it and save again.",
  },
} as const satisfies Record<string, Bilingual & { readonly status: number }>;
