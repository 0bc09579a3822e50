import type { Declaration } from "../declaration.ts";
import { documents, note, partners } from "./common.ts";

/** Villages on both sides of the border that are twinned. */
export const twinDeclaration: Declaration = {
  ...{
    key: "twins",
    owned: "each",
    title: "village",
    likeness: ["village", "foreignVillage"],
    warnsOfSecrets: true,
  },
  name: { vi: "Làng, cụm dân cư kết nghĩa hai bên biên giới", en: "Twinned border villages" },
  one: { vi: "cặp kết nghĩa", en: "pair of villages" },
  about: {
    vi: "Làng, cụm dân cư của xã biên giới kết nghĩa với làng nước bạn",
    en: "Villages of border communes twinned with villages across the border",
  },
  fields: [
    {
      ...{
        kind: "text",
        key: "village",
        label: { vi: "Làng, cụm dân cư của tỉnh", en: "Village of the province" },
      },
      ...{ required: true, inList: 220 },
    },
    {
      kind: "link",
      key: "commune",
      label: { vi: "Xã biên giới", en: "Border commune" },
      to: "unit",
      required: true,
      inList: 160,
    },
    {
      ...{
        kind: "text",
        key: "foreignVillage",
        label: { vi: "Làng nước bạn", en: "Village across the border" },
      },
      ...{ required: true, inList: 220 },
    },
    {
      kind: "country",
      key: "country",
      label: { vi: "Quốc gia", en: "Country" },
      required: true,
      inList: 130,
    },
    partners,
    { kind: "date", key: "since", label: { vi: "Kết nghĩa từ ngày", en: "Twinned since" }, inList: 120 },
    { kind: "text", key: "agreement", label: { vi: "Văn bản kết nghĩa", en: "Agreement" } },
    {
      kind: "date",
      key: "lastVisit",
      label: { vi: "Thăm gần nhất", en: "Last visit" },
      after: "since",
      inList: 120,
    },
    {
      kind: "integer",
      key: "visits",
      label: { vi: "Số lần thăm trong năm", en: "Visits this year" },
      min: 0,
    },
    documents,
    note,
  ],
};

/** Yearly events of the other side, their level and who attends for the province. */
export const otherSideDeclaration: Declaration = {
  ...{ key: "otherside", owned: "one", title: "name", likeness: ["name", "country"], warnsOfSecrets: true },
  calendar: [{ key: "when", isYearly: true }],
  name: { vi: "Ngày lễ, sự kiện hằng năm của phía bạn", en: "Yearly events of the other side" },
  one: { vi: "sự kiện của phía bạn", en: "event of the other side" },
  about: {
    vi: "Ngày lễ, sự kiện hằng năm của phía bạn và cấp tham dự của tỉnh",
    en: "Yearly events across the border and the level at which the province attends",
  },
  fields: [
    {
      ...{ kind: "text", key: "name", label: { vi: "Tên ngày lễ, sự kiện", en: "Name" } },
      ...{ required: true, inList: 280 },
    },
    {
      kind: "country",
      key: "country",
      label: { vi: "Quốc gia", en: "Country" },
      required: true,
      inList: 130,
    },
    partners,
    {
      kind: "text",
      key: "usualDay",
      label: { vi: "Ngày thường lệ", en: "Usual day" },
      inList: 130,
      most: 60,
    },
    { kind: "period", key: "when", label: { vi: "Lần gần nhất", en: "Last time" }, inList: 200 },
    {
      ...{ kind: "choice", key: "level", label: { vi: "Cấp tham dự", en: "Level attending" }, inList: 140 },
      choices: [
        { key: "province", vi: "Lãnh đạo tỉnh", en: "Province" },
        { key: "department", vi: "Sở, ban, ngành", en: "Department" },
        { key: "commune", vi: "Xã biên giới", en: "Commune" },
        { key: "letter", vi: "Gửi thư, điện mừng", en: "Letter of congratulation" },
      ],
    },
    {
      kind: "link",
      key: "attends",
      label: { vi: "Đơn vị tham dự", en: "Who attends" },
      to: "unit",
      many: true,
    },
    documents,
    note,
  ],
};

/** Gates and openings of the land border (Nghị định 112/2014/NĐ-CP Điều 4 tells their kinds). */
export const gateDeclaration: Declaration = {
  ...{ key: "gates", owned: "one", title: "name", likeness: ["name"], warnsOfSecrets: true },
  name: { vi: "Cửa khẩu, lối mở biên giới", en: "Border gates" },
  one: { vi: "cửa khẩu", en: "border gate" },
  about: {
    vi: "Cửa khẩu, lối mở trên đất liền của tỉnh và cửa khẩu đối diện",
    en: "Gates and openings of the province's land border and those across from them",
  },
  fields: [
    {
      ...{ kind: "text", key: "name", label: { vi: "Tên cửa khẩu, lối mở", en: "Name" }, most: 200 },
      ...{ required: true, sensitivity: "open", published: true, inList: 240 },
    },
    {
      ...{ kind: "choice", key: "kind", label: { vi: "Loại", en: "Kind" } },
      ...{ required: true, sensitivity: "open", published: true, inList: 150 },
      choices: [
        { key: "international", vi: "Cửa khẩu quốc tế", en: "International gate" },
        { key: "main", vi: "Cửa khẩu chính", en: "Main gate" },
        { key: "secondary", vi: "Cửa khẩu phụ", en: "Secondary gate" },
        { key: "opening", vi: "Lối mở, đường mòn", en: "Opening" },
      ],
    },
    {
      ...{ kind: "link", key: "commune", label: { vi: "Xã biên giới", en: "Border commune" }, to: "unit" },
      ...{ required: true, inList: 160 },
    },
    {
      ...{ kind: "text", key: "foreignGate", label: { vi: "Cửa khẩu đối diện", en: "Gate across" } },
      ...{ sensitivity: "open", published: true, inList: 200 },
    },
    {
      ...{ kind: "country", key: "country", label: { vi: "Quốc gia", en: "Country" } },
      ...{ required: true, sensitivity: "open", published: true, inList: 130 },
    },
    partners,
    { kind: "date", key: "openedOn", label: { vi: "Mở từ ngày", en: "Open since" }, sensitivity: "open" },
    {
      ...{ kind: "choice", key: "state", label: { vi: "Hoạt động", en: "State" } },
      ...{ sensitivity: "open", published: true, inList: 130 },
      choices: [
        { key: "open", vi: "Đang mở", en: "Open" },
        { key: "limited", vi: "Mở hạn chế", en: "Open in part" },
        { key: "closed", vi: "Tạm đóng", en: "Closed" },
      ],
    },
    documents,
    note,
  ],
};
