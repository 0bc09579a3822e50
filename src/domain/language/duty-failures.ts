import type { Bilingual } from "./language.ts";

/** What is refused of duties, reports and their proofs. */
export const dutyFailures = {
  "duty.fact-not-allowed": {
    status: 409,
    vi: "Không ghi được “{kind}” khi phần việc đang ở tình trạng “{stage}”. Đề nghị mở lại phần việc để xem những gì ghi được.",
    en: "“{kind}” cannot be recorded while the duty is “{stage}”. Please open the duty again to see what can be recorded.",
  },
  "duty.fact-in-future": {
    status: 422,
    vi: "Ngày {on} chưa đến (hôm nay là {today}). Đề nghị ghi ngày việc đã thực sự xảy ra.",
    en: "{on} has not come yet (today is {today}). Please give the day on which it really happened.",
  },
  "duty.day-missing": {
    status: 422,
    vi: "Chưa có ngày mới của thời hạn. Đề nghị ghi ngày.",
    en: "The new day of the deadline is missing. Please give it.",
  },
} as const satisfies Record<string, Bilingual & { readonly status: number }>;
