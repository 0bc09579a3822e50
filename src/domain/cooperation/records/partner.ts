import type { Declaration } from "../declaration.ts";
import { documents, fieldsOfWork, note } from "./common.ts";

/** Whom the province works with abroad: localities, bodies, organisations, companies, universities, advisers. */
export const partnerDeclaration: Declaration = {
  ...{ key: "partners", owned: "each", title: "name", likeness: ["name", "kind", "country"], isMet: true },
  name: { vi: "Đối tác", en: "Partners" },
  one: { vi: "đối tác", en: "partner" },
  about: {
    vi: "Địa phương, cơ quan, tổ chức, doanh nghiệp, trường và cá nhân nước ngoài mà tỉnh có quan hệ",
    en: "Foreign localities, bodies, organisations, companies, universities and people that the province works with",
  },
  fields: [
    {
      ...{ kind: "text", key: "name", label: { vi: "Tên đối tác", en: "Name" } },
      ...{ required: true, sensitivity: "open", published: true, inList: 300, most: 300 },
    },
    {
      ...{
        kind: "text",
        key: "foreignName",
        label: { vi: "Tên tiếng nước ngoài", en: "Name in its own language" },
      },
      ...{ sensitivity: "open", published: true, most: 300 },
    },
    {
      kind: "text",
      key: "shortName",
      label: { vi: "Tên viết tắt", en: "Short name" },
      sensitivity: "open",
      most: 60,
    },
    {
      ...{ kind: "choice", key: "kind", label: { vi: "Loại đối tác", en: "Kind" } },
      ...{ required: true, sensitivity: "open", published: true, inList: 180 },
      choices: [
        { key: "locality", vi: "Địa phương", en: "Locality" },
        { key: "body", vi: "Cơ quan nhà nước", en: "State body" },
        { key: "mission", vi: "Cơ quan đại diện ngoại giao, lãnh sự", en: "Diplomatic or consular mission" },
        { key: "international", vi: "Tổ chức quốc tế", en: "International organisation" },
        { key: "ngo", vi: "Tổ chức phi chính phủ", en: "Non-governmental organisation" },
        { key: "association", vi: "Hội, hiệp hội", en: "Association" },
        { key: "company", vi: "Doanh nghiệp", en: "Company" },
        { key: "university", vi: "Trường, viện nghiên cứu", en: "University or institute" },
        { key: "person", vi: "Cá nhân, chuyên gia", en: "Person or adviser" },
      ],
    },
    {
      ...{ kind: "country", key: "country", label: { vi: "Quốc gia", en: "Country" } },
      ...{ sensitivity: "open", published: true, inList: 140 },
    },
    {
      ...{ kind: "choice", key: "level", label: { vi: "Cấp địa phương", en: "Level of locality" } },
      ...{ sensitivity: "open", published: true, inList: 120 },
      help: { vi: "Chỉ ghi với địa phương.", en: "For localities only." },
      choices: [
        { key: "province", vi: "Tỉnh, bang, vùng", en: "Province, state or region" },
        { key: "city", vi: "Thành phố", en: "City" },
        { key: "district", vi: "Quận, huyện, thị trấn", en: "District or town" },
        { key: "commune", vi: "Xã, làng", en: "Commune or village" },
      ],
    },
    { kind: "text", key: "within", label: { vi: "Thuộc", en: "Within" }, sensitivity: "open", most: 200 },
    {
      ...{
        kind: "link",
        key: "partOf",
        label: { vi: "Trực thuộc đối tác", en: "Part of" },
        sensitivity: "open",
      },
      ...{ to: { register: "partners" }, back: { vi: "trực thuộc", en: "part of it" } },
    },
    {
      ...{
        kind: "yesNo",
        key: "border",
        label: { vi: "Giáp biên giới với tỉnh", en: "Borders the province" },
      },
      ...{ sensitivity: "open", published: true },
    },
    {
      ...{ kind: "choice", key: "relation", label: { vi: "Quan hệ", en: "Relation" }, inList: 150 },
      heading: { vi: "Quan hệ", en: "Relations" },
      choices: [
        { key: "agreed", vi: "Đã ký thỏa thuận", en: "Agreement signed" },
        { key: "cooperating", vi: "Đang hợp tác", en: "Cooperating" },
        { key: "contact", vi: "Giữ liên hệ", en: "In contact" },
        { key: "sought", vi: "Đang tìm hiểu", en: "Sought" },
        { key: "dormant", vi: "Tạm ngừng", en: "Dormant" },
      ],
    },
    { kind: "date", key: "since", label: { vi: "Quan hệ từ ngày", en: "Since" } },
    {
      ...{
        kind: "link",
        key: "twins",
        label: { vi: "Kết nghĩa với", en: "Twinned with" },
        sensitivity: "open",
      },
      ...{ to: { register: "partners" }, many: true, back: { vi: "kết nghĩa", en: "twinned with it" } },
    },
    {
      kind: "choices",
      key: "fields",
      label: { vi: "Lĩnh vực hợp tác", en: "Fields" },
      choices: fieldsOfWork,
    },
    {
      kind: "link",
      key: "focalUnit",
      label: { vi: "Đơn vị đầu mối của tỉnh", en: "Focal unit" },
      to: "unit",
    },
    {
      kind: "date",
      key: "lastMet",
      label: { vi: "Gặp gần nhất", en: "Last met" },
      after: "since",
      inList: 110,
    },
    {
      ...{
        kind: "url",
        key: "website",
        label: { vi: "Trang thông tin", en: "Web site" },
        sensitivity: "open",
      },
      heading: { vi: "Liên hệ", en: "Contact" },
    },
    { kind: "text", key: "address", label: { vi: "Địa chỉ", en: "Address" }, sensitivity: "open" },
    {
      ...{ kind: "text", key: "contactPerson", label: { vi: "Người liên hệ", en: "Contact person" } },
      sensitivity: "personal",
    },
    { kind: "email", key: "email", label: { vi: "Thư điện tử", en: "E-mail" }, sensitivity: "personal" },
    { kind: "phone", key: "phone", label: { vi: "Điện thoại", en: "Phone" }, sensitivity: "personal" },
    { ...documents, heading: { vi: "Căn cứ, ghi chú", en: "Sources and notes" } },
    note,
  ],
};
