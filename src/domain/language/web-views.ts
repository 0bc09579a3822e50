/** Words of the views that a person keeps of a list. */
const vi = {
  views: "Chế độ xem",
  all: "Tất cả",
  saveView: "Lưu chế độ xem này",
  viewName: "Tên chế độ xem",
  removeView: (name: string) => `Xóa chế độ xem ${name}`,
  save: "Lưu",
};

const en: typeof vi = {
  views: "Views",
  all: "All",
  saveView: "Save this view",
  viewName: "Name of the view",
  removeView: (name) => `Remove the view ${name}`,
  save: "Save",
};

export const viewWords = { vi, en };
