import type { Bilingual } from "./language.ts";

/** What is refused of a figure that somebody types into a report, with how to write it. */
export const measuredFailures = {
  "register.measure-blank": {
    status: 422,
    vi: "Chưa ghi số liệu. Đề nghị ghi một số, ví dụ 12 hoặc 1.234,5; nếu không có thì ghi “không có”.",
    en: "No figure was given. Please write a number, for instance 12 or 1.234,5; where there is none, write “không có”.",
  },
  "register.measure-unread": {
    status: 422,
    vi: "Không hiểu “{text}” là số liệu nào. Đề nghị ghi số trước, đơn vị tính sau, ví dụ “12 đoàn”, “khoảng 10”, “từ 10 đến 15” hoặc “12%”.",
    en: "“{text}” gives no figure that can be understood. Please write the number first and its unit after it, for instance “12 đoàn”, “khoảng 10”, “từ 10 đến 15” or “12%”.",
  },
  "register.measure-several": {
    status: 422,
    vi: "“{text}” có nhiều số. Đề nghị ghi mỗi chỉ tiêu một số; phần còn lại ghi ở nội dung báo cáo.",
    en: "“{text}” holds several numbers. Please give one number for each target and tell the rest in the text of the report.",
  },
  "register.measure-date": {
    status: 422,
    vi: "“{text}” có ngày tháng. Đề nghị chỉ ghi kết quả bằng số, ví dụ 12.",
    en: "“{text}” holds a date. Please give only the result as a number, for instance 12.",
  },
  "register.measure-fraction": {
    status: 422,
    vi: "“{text}” có thể là phân số, tỷ lệ hoặc ngày tháng. Đề nghị ghi tỷ lệ phần trăm, ví dụ “50%”, hoặc ghi riêng số đã làm.",
    en: "“{text}” may be a fraction, a ratio or a date. Please write a percentage, for instance “50%”, or only the number that was done.",
  },
  "register.measure-vague": {
    status: 422,
    vi: "“{text}” chưa nói rõ là bao nhiêu. Đề nghị ghi số, nếu là số ước thì ghi “khoảng 10”.",
    en: "“{text}” does not say how many. Please give a number; if it is an estimate, write “khoảng 10”.",
  },
  "register.measure-marks": {
    status: 422,
    vi: "Dấu chấm, dấu phẩy trong “{text}” đặt chưa đúng chỗ. Đề nghị dùng dấu chấm ngăn hàng nghìn và dấu phẩy trước phần lẻ, ví dụ 1.234,5.",
    en: "The points and commas of “{text}” are misplaced. Please separate thousands by points and write a comma before decimals, for instance 1.234,5.",
  },
  "register.measure-unit": {
    status: 422,
    vi: "“{text}” không cùng đơn vị tính với chỉ tiêu, chỉ tiêu tính bằng “{measure}”. Đề nghị ghi riêng con số, hoặc ghi đúng đơn vị tính.",
    en: "“{text}” is not in the unit of the target, which is measured in “{measure}”. Please write the bare number, or the right unit.",
  },
  "register.measure-turned": {
    status: 422,
    vi: "Trong “{text}” số đầu không nhỏ hơn số cuối. Đề nghị ghi số nhỏ trước, ví dụ “từ 10 đến 15”.",
    en: "In “{text}” the first number is not the smaller one. Please write the smaller number first, for instance “từ 10 đến 15”.",
  },
} as const satisfies Record<string, Bilingual & { readonly status: number }>;

/** Why a figure was understood with doubt, and as what. */
export const measuredDoubts = {
  point: {
    vi: "“{text}” được hiểu là {value}: dấu chấm là dấu ngăn phần lẻ. Nếu là hàng nghìn, đề nghị ghi lại.",
    en: "“{text}” was understood as {value}: the point stands before decimals. Please write it again if thousands were meant.",
  },
  comma: {
    vi: "“{text}” được hiểu là {value}. Dấu phẩy có thể ngăn phần lẻ hoặc hàng nghìn, đề nghị xem lại.",
    en: "“{text}” was understood as {value}. The comma may stand before decimals or between thousands; please look again.",
  },
  space: {
    vi: "“{text}” được hiểu là một số {value}: khoảng trắng ngăn hàng nghìn.",
    en: "“{text}” was understood as one number {value}: the space separates thousands.",
  },
  part: {
    vi: "“{text}” được hiểu là {value}, nhưng chỉ tiêu đếm theo số nguyên. Đề nghị xem lại.",
    en: "“{text}” was understood as {value}, but the target counts whole things. Please look again.",
  },
  negative: {
    vi: "“{text}” được hiểu là số âm {value}. Nếu dấu gạch chỉ là gạch đầu dòng, đề nghị bỏ đi.",
    en: "“{text}” was understood as the negative number {value}. Please take the dash out if it only begins the line.",
  },
  change: {
    vi: "“{text}” được hiểu là mức thay đổi {value}.",
    en: "“{text}” was understood as a change of {value}.",
  },
  percent: {
    vi: "“{text}” được hiểu là {value}. Nếu là phần của một đơn vị, ví dụ 0,12 là 12%, đề nghị ghi lại theo phần trăm.",
    en: "“{text}” was understood as {value}. If a part of one was meant, as 0,12 for 12%, please write it again in percent.",
  },
  abbreviation: {
    vi: "“{text}” được hiểu là {value}: chữ viết tắt được tính là nghìn hoặc triệu.",
    en: "“{text}” was understood as {value}: the abbreviation counts as thousands or millions.",
  },
  notApplicable: {
    vi: "“{text}” được hiểu là không có. Nếu chỉ tiêu không áp dụng cho đơn vị, đề nghị nêu lý do ở nội dung báo cáo.",
    en: "“{text}” was understood as none. If the target does not apply to the unit, please say why in the text of the report.",
  },
} as const satisfies Record<string, Bilingual>;

/** The words in which a figure is said. */
export const measuredWords = {
  vi: {
    ...{ none: "không có", range: (low: string, high: string) => `từ ${low} đến ${high}`, about: "khoảng" },
    ...{ ">=": "ít nhất", "<=": "nhiều nhất", ">": "trên", "<": "dưới", "~": "khoảng" },
  },
  en: {
    ...{ none: "none", range: (low: string, high: string) => `${low} to ${high}`, about: "about" },
    ...{ ">=": "at least", "<=": "at most", ">": "over", "<": "under", "~": "about" },
  },
} as const;
