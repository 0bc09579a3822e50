/** What the log tells of records of cooperation. */
export const recordLogWordsVi = {
  deeds: {
    "add-record": "Thêm bản ghi hợp tác",
    "change-record": "Sửa bản ghi hợp tác",
    "own-register": "Giao đơn vị chủ quản danh mục",
    "remove-record": "Xóa bản ghi hợp tác",
    "restore-record": "Phục hồi bản ghi hợp tác",
  },
  things: { record: "Bản ghi hợp tác", register: "Danh mục hợp tác" },
  fields: {
    register: "Danh mục",
    title: "Tên bản ghi",
    values: "Nội dung",
    personal: "Dữ liệu cá nhân",
    restricted: "Nội dung hạn chế",
    sourceSystem: "Hệ thống nguồn",
  },
};

export const recordLogWordsEn: typeof recordLogWordsVi = {
  deeds: {
    "add-record": "Record of cooperation added",
    "change-record": "Record of cooperation changed",
    "own-register": "Owner of a register named",
    "remove-record": "Record of cooperation removed",
    "restore-record": "Record of cooperation put back",
  },
  things: { record: "Record of cooperation", register: "Register of cooperation" },
  fields: {
    register: "Register",
    title: "Name of the record",
    values: "Values",
    personal: "Personal data",
    restricted: "Restricted",
    sourceSystem: "Source system",
  },
};
