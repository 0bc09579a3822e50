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
