import { counted } from "./language.ts";

/** Words of the reviews of projects calling for investment. */
const vi = {
  results: "Kết quả đợt rà soát",
  none: "Chưa ghi kết quả nào; nhập từng kết quả hoặc cả danh sách ở “Kết quả rà soát từng dự án”.",
  list: (count: string) => `Danh mục sau đợt này: ${count} dự án`,
  project: "Dự án",
  since: "Kết quả gần nhất",
};

const en: typeof vi = {
  results: "What the review made of the list",
  none: "Nothing is recorded yet; results are entered one by one or as a list in “Results of reviews”.",
  list: (count) => `The list after this review: ${counted(count, "project")}`,
  project: "Project",
  since: "Last result",
};

export const callReviewWords = { vi, en };
