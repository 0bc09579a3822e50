/** Words of the page that shows the state of the program. */
const vi = {
  title: "Tình trạng hệ thống",
  allWell: "Mọi bộ phận đang hoạt động.",
  concerns: (count: number) => `Có ${count} điều cần xem.`,
  asOf: (time: string) => `Lúc ${time}`,
  version: "Phiên bản",
  database: "Cơ sở dữ liệu",
  embedded: "PostgreSQL đi kèm chương trình",
  server: "Máy chủ PostgreSQL",
  reachable: "Đang hoạt động",
  unreachable: "Không kết nối được",
  databaseSize: "Dung lượng dữ liệu",
  dataFolder: "Thư mục dữ liệu",
  freeSpace: "Dung lượng còn trống",
  recogniser: "Nhận dạng chữ trên bản quét",
  recognisers: {
    machine: "Tesseract của máy",
    own: "Tesseract kèm theo chương trình (chậm hơn; nên cài Tesseract cho máy)",
    none: "Không có; bản quét chỉ được nhận khi người gửi xác nhận",
  },
  unknown: "Không xác định được",
  refresh: "Cập nhật",
};

const en: typeof vi = {
  title: "Program state",
  allWell: "Every part is working.",
  concerns: (count) => (count === 1 ? "One thing needs a look." : `${count} things need a look.`),
  asOf: (time) => `At ${time}`,
  version: "Version",
  database: "Database",
  embedded: "PostgreSQL that comes with the program",
  server: "PostgreSQL server",
  reachable: "Working",
  unreachable: "Cannot be reached",
  databaseSize: "Size of the data",
  dataFolder: "Data folder",
  freeSpace: "Free space",
  recogniser: "Reading of scans",
  recognisers: {
    machine: "Tesseract of this machine",
    own: "Tesseract that comes with the program (slower; better install Tesseract)",
    none: "None; a scan is taken only when its sender declares it open",
  },
  unknown: "Could not be found out",
  refresh: "Refresh",
};

export const stateWords = { vi, en };
