// Parts of the names of made people.

export const families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đỗ", "Võ", "Siu", "Rơ Mah", "Kpă"];
export const middles = ["Văn", "Thị", "Hữu", "Minh", "Thanh", "Đức", "Quốc"];
export const given = [
  "An",
  "Bình",
  "Châu",
  "Dũng",
  "Giang",
  "Hoa",
  "Khánh",
  "Lan",
  "Mai",
  "Nam",
  "Oanh",
  "Phúc",
  "Thảo",
];
