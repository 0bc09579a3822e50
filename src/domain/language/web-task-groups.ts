/** Words of the register of tasks in groups. */
const vi = {
  groupBy: "Xếp theo",
  ungrouped: "danh sách liền",
  groupings: {
    group: "nhóm nhiệm vụ",
    lead: "đơn vị chủ trì",
    schedule: "kiểu thời hạn",
    year: "năm có hạn",
    state: "tình trạng",
    document: "văn bản",
  },
  inGroups: (tasks: string, groups: string) => `${tasks} trong ${groups} nhóm`,
  noLeadGroup: "Chưa rõ đơn vị chủ trì",
  noYear: "Không có kỳ nào định ngày",
};

const en: typeof vi = {
  groupBy: "Group by",
  ungrouped: "nothing",
  groupings: {
    group: "group of tasks",
    lead: "lead unit",
    schedule: "kind of schedule",
    year: "year due",
    state: "state",
    document: "document",
  },
  inGroups: (tasks, groups) => `${tasks} in ${groups} ${groups === "1" ? "group" : "groups"}`,
  noLeadGroup: "No lead named",
  noYear: "Due on no day",
};

export const taskGroupWords = { vi, en };

export type TaskGroupWords = typeof vi;
