import { counted } from "./language.ts";

/** Words of the world map of partners. */
const vi = {
  title: "Đối tác trên thế giới",
  line: (partners: string, countries: string, without: string) =>
    `${partners} đối tác: ${countries} quốc gia, vùng lãnh thổ và tổ chức${without === "0" ? "" : `; ${without} đối tác chưa ghi quốc gia`}`,
  views: "Phạm vi bản đồ",
  world: "Thế giới",
  asia: "Châu Á – Thái Bình Dương",
  map: "Bản đồ đối tác theo quốc gia",
  country: "Quốc gia",
  partners: "Đối tác",
  agreements: "Thỏa thuận đang hiệu lực",
  delegations: (year: string) => `Đoàn ra, vào ${year}`,
  of: (country: string, partners: string) => `${country}: ${partners} đối tác`,
  legend: "Số đối tác",
  empty: "Chưa có đối tác nào ghi quốc gia",
  emptyText: "Khi đối tác có quốc gia, mỗi nước hiện trên bản đồ với số đối tác, thỏa thuận và đoàn.",
  toPartners: "Mở danh mục đối tác",
  archipelagos: {
    hoangSa: { full: "Quần đảo Hoàng Sa (Việt Nam)", short: "Hoàng Sa (Việt Nam)" },
    truongSa: { full: "Quần đảo Trường Sa (Việt Nam)", short: "Trường Sa (Việt Nam)" },
  },
  source: "Đường nét: Natural Earth. Màu và số trên bản đồ như trong bảng.",
  print: "In",
};

const en: typeof vi = {
  title: "Partners in the world",
  line: (partners, countries, without) =>
    `${counted(partners, "partner:", "partners:")} ${counted(countries, "country, territory or organisation", "countries, territories and organisations")}${without === "0" ? "" : `; ${counted(without, "partner without", "partners without")} a country`}`,
  views: "Part of the world",
  world: "World",
  asia: "Asia and the Pacific",
  map: "Map of partners by country",
  country: "Country",
  partners: "Partners",
  agreements: "Agreements in force",
  delegations: (year) => `Delegations ${year}`,
  of: (country, partners) => `${country}: ${partners === "1" ? "1 partner" : `${partners} partners`}`,
  legend: "Number of partners",
  empty: "No partner has a country yet",
  emptyText:
    "When partners have countries, each stands on the map with its partners, agreements and delegations.",
  toPartners: "Open the register of partners",
  archipelagos: {
    hoangSa: { full: "Hoang Sa Archipelago (Viet Nam)", short: "Hoang Sa (Viet Nam)" },
    truongSa: { full: "Truong Sa Archipelago (Viet Nam)", short: "Truong Sa (Viet Nam)" },
  },
  source: "Outlines: Natural Earth. Colours and numbers of the map are those of the table.",
  print: "Print",
};

export const partnerMapWords = { vi, en };
