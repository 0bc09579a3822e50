/** Words of the heartbeat: how alive it is what has no deadline, by its latest proof. */
const vi = {
  title: "Nhịp thực hiện",
  states: {
    beating: "Có kết quả trong kỳ",
    notYet: "Chưa đến kỳ có kết quả",
    stopped: "Đã lâu không có kết quả mới",
    never: "Chưa có kết quả nào",
  },
  provedOn: (day: string) => `gần nhất ${day}`,
  quiet: "lâu không có kết quả",
  quietOf: (count: string) => `${count} đơn vị lâu không có kết quả`,
  setting: "Nhiệm vụ thường xuyên: kết quả không cũ hơn",
  settingHelp:
    "Chỉ đổi màu cho cơ quan đầu mối, không gửi gì cho đơn vị. Văn bản đặt kỳ riêng thì theo văn bản.",
  periods: { return: "kỳ báo cáo năm", P6M: "6 tháng", P3M: "3 tháng", P1M: "1 tháng" },
};

const en: typeof vi = {
  title: "Heartbeat",
  states: {
    beating: "Proven in its period",
    notYet: "Its first proof is not due yet",
    stopped: "No new proof for long",
    never: "No proof so far",
  },
  provedOn: (day) => `last on ${day}`,
  quiet: "no proof for long",
  quietOf: (count) =>
    count === "1" ? "1 unit without a proof for long" : `${count} units without a proof for long`,
  setting: "Tasks without a deadline: proofs no older than",
  settingHelp:
    "It changes a colour for the focal body and sends nothing to units. A document that sets a period of its own goes first.",
  periods: { return: "the yearly return", P6M: "6 months", P3M: "3 months", P1M: "1 month" },
};

export const heartbeatWords = { vi, en };
