/** What the log tells of records of cooperation. */
export const recordLogWordsVi = {
  deeds: {
    "add-record": "Thêm bản ghi hợp tác",
    "change-record": "Sửa bản ghi hợp tác",
    "own-register": "Giao đơn vị chủ quản danh mục",
    "record-agreement-action": "Ghi việc của thỏa thuận",
    "take-back-agreement-action": "Bỏ việc đã ghi của thỏa thuận",
    "write-agreement-clause": "Ghi điều khoản của thỏa thuận",
    "drop-agreement-clause": "Bỏ điều khoản của thỏa thuận",
    "follow-agreement-clause": "Giao nhiệm vụ từ điều khoản",
    "evaluate-agreement": "Đánh giá thỏa thuận",
    "drop-agreement-evaluation": "Bỏ đánh giá thỏa thuận",
    "agreement-settings": "Thiết lập về thỏa thuận",
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
    "record-agreement-action": "Recorded of an agreement",
    "take-back-agreement-action": "Taken back of an agreement",
    "write-agreement-clause": "Clause of an agreement written",
    "drop-agreement-clause": "Clause of an agreement removed",
    "follow-agreement-clause": "Task made of a clause",
    "evaluate-agreement": "Agreement evaluated",
    "drop-agreement-evaluation": "Evaluation of an agreement removed",
    "agreement-settings": "Settings of agreements",
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
