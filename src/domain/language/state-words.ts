/** Words for the states of a task and of its occurrences: on screen, on paper and in spreadsheets. */
export const stateWords = {
  vi: {
    late: "Quá hạn",
    dueSoon: "Sắp đến hạn",
    open: "Đang thực hiện, trong hạn",
    noDeadline: "Không đặt hạn",
    doneLate: "Hoàn thành quá hạn",
    done: "Hoàn thành đúng hạn",
    withdrawn: "Đã thu hồi",
    beforeStart: "Trước khi dùng hệ thống",
  },
  en: {
    late: "Late",
    dueSoon: "Due soon",
    open: "Open",
    noDeadline: "No deadline",
    doneLate: "Done late",
    done: "Done in time",
    withdrawn: "Withdrawn",
    beforeStart: "Before this system",
  },
} as const;
