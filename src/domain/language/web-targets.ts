/** Words of targets: how they are reached, their plans, and how they stand. */
const vi = {
  title: "Chỉ tiêu",
  kind: "Cách tính",
  kinds: { each: "từng đơn vị", joint: "chung toàn tỉnh", share: "tỷ lệ đơn vị đạt" },
  kindOfThings: (thing: string) => `từng ${thing}`,
  kindsMean: {
    each: "mỗi đơn vị phải đạt con số này",
    joint: "cộng kết quả của các đơn vị, mỗi kết quả một lần",
    share: "số đơn vị đạt trên số đơn vị được giao",
  },
  kindOf: (target: string) => `Cách tính chỉ tiêu: ${target}`,
  rhythms: {
    P1W: "tuần",
    P1M: "tháng",
    P3M: "quý",
    P6M: "6 tháng",
    P1Y: "năm",
    P2Y: "2 năm",
  },
};

const en: typeof vi = {
  title: "Targets",
  kind: "Counted as",
  kinds: { each: "each unit", joint: "jointly by all", share: "share of units" },
  kindOfThings: (thing) => `each ${thing}`,
  kindsMean: {
    each: "every unit has to reach this figure",
    joint: "the results of all units added up, each result once",
    share: "units that fulfil, of units that owe it",
  },
  kindOf: (target) => `How the target is counted: ${target}`,
  rhythms: {
    P1W: "week",
    P1M: "month",
    P3M: "quarter",
    P6M: "6 months",
    P1Y: "year",
    P2Y: "2 years",
  },
};

export const targetWords = { vi, en };
export type TargetWords = typeof vi;
