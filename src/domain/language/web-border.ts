/** Words of the map of the border. */
const vi = {
  title: "Biên giới",
  line: (communes: string, twins: string, gates: string, events: string) =>
    `${communes} xã biên giới · ${twins} cặp kết nghĩa · ${gates} cửa khẩu, lối mở · ${events} ngày lễ, sự kiện hằng năm của phía bạn`,
  none: "Tỉnh không có biên giới trên đất liền",
  noneText: "Mục này dành cho tỉnh có biên giới trên đất liền.",
  map: (countries: string) => `Bản đồ các xã giáp ${countries}`,
  along: "Dọc biên giới",
  alongText: "Theo thứ tự các xã nằm dọc biên giới; số trùng với số trên bản đồ.",
  across: (countries: string) => `giáp ${countries}`,
  pair: (own: string, other: string) => `${own} ↔ ${other}`,
  since: (day: string) => `kết nghĩa từ ${day}`,
  lastVisit: (day: string) => `thăm gần nhất ${day}`,
  noTwin: "Chưa ghi cặp kết nghĩa",
  elsewhere: "Xã khác",
  events: "Ngày lễ, sự kiện hằng năm của phía bạn",
  noEvents: "Chưa ghi ngày lễ, sự kiện nào của phía bạn.",
  neighbours: "Địa phương nước bạn giáp tỉnh",
  noNeighbours: "Chưa có đối tác nào ghi là giáp biên giới với tỉnh.",
  legend: {
    twinned: "Xã có cặp kết nghĩa; vạch sang bên kia ghi số cặp",
    other: "Xã biên giới khác",
    gate: "Xã có cửa khẩu, lối mở",
    line: "Biên giới",
  },
  source:
    "Đường nét đơn giản hóa từ địa giới hành chính do Nhà xuất bản Tài nguyên – Môi trường và Bản đồ Việt Nam công bố; không dùng để xác định địa giới. Quần đảo Hoàng Sa (thành phố Đà Nẵng) và quần đảo Trường Sa (tỉnh Khánh Hòa) của Việt Nam nằm ngoài khung bản đồ.",
  print: "In",
};

const en: typeof vi = {
  title: "Border",
  line: (communes, twins, gates, events) =>
    `Border communes: ${communes} · pairs of villages: ${twins} · gates and openings: ${gates} · yearly events of the other side: ${events}`,
  none: "The province has no border on land",
  noneText: "This place is for provinces with a border on land.",
  map: (countries) => `Map of the communes along the border to ${countries}`,
  along: "Along the border",
  alongText: "In the order in which the communes lie along the border; the numbers are those of the map.",
  across: (countries) => `to ${countries}`,
  pair: (own, other) => `${own} ↔ ${other}`,
  since: (day) => `twinned since ${day}`,
  lastVisit: (day) => `last visit ${day}`,
  noTwin: "No pair is recorded",
  elsewhere: "Other communes",
  events: "Yearly events of the other side",
  noEvents: "No event of the other side is recorded.",
  neighbours: "Localities across the border",
  noNeighbours: "No partner is recorded as bordering the province.",
  legend: {
    twinned: "Commune with twinned villages; the line across has their number",
    other: "Other border commune",
    gate: "Commune with a gate or opening",
    line: "Border",
  },
  source:
    "Simplified from boundaries told by the Viet Nam Publishing House of Natural Resources, Environment and Cartography; not to settle boundaries by. The archipelagos of Hoang Sa (Da Nang City) and Truong Sa (Khanh Hoa Province) of Viet Nam lie beyond the frame.",
  print: "Print",
};

export const borderWords = { vi, en };
