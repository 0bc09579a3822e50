import type { Bilingual } from "../../language/language.ts";
import type { CalendarMark, Declaration, Field } from "../declaration.ts";
import { documents, note, partners, tasks } from "./common.ts";

/**
 * Small registers whose records are counted as results of tasks: a name, when it was, who did it, figures. They differ in
 * a few fields; a target shows the records behind it.
 */
function counted(declaration: {
  readonly key: string;
  readonly name: Bilingual;
  readonly one: Bilingual;
  readonly about: Bilingual;
  readonly named: Bilingual;
  readonly fields: readonly Field[];
  readonly order?: string;
  readonly calendar?: readonly CalendarMark[];
  readonly isMeeting?: true;
}): Declaration {
  const { named, fields, ...rest } = declaration;
  return {
    ...{ ...rest, owned: "each", title: "name" },
    summed: fields.filter(({ key }) => key === "participants").map(({ key }) => key),
    fields: [
      {
        ...{ kind: "text", key: "name", label: named },
        ...{ required: true, sensitivity: "open", published: true, inList: 320, most: 300 },
      },
      ...fields,
      { ...tasks, heading: { vi: "Liên quan", en: "Related" } },
      documents,
      note,
    ],
  };
}

const place: Field = {
  ...{ kind: "text", key: "place", label: { vi: "Địa điểm", en: "Place" } },
  ...{ sensitivity: "open", published: true, inList: 160 },
};
const when: Field = {
  ...{ kind: "period", key: "when", label: { vi: "Thời gian", en: "When" } },
  ...{ required: true, sensitivity: "open", published: true, inList: 210 },
};
const host: Field = {
  ...{ kind: "link", key: "host", label: { vi: "Đơn vị chủ trì", en: "Host" }, to: "unit", inList: 190 },
};
const country: Field = {
  ...{ kind: "country", key: "country", label: { vi: "Quốc gia", en: "Country" } },
  ...{ sensitivity: "open", published: true, inList: 130 },
};
const people = (vi: string, en: string): Field => ({
  ...{ kind: "integer", key: "participants", label: { vi, en }, min: 0 },
  ...{ sensitivity: "open", published: true, inList: 110 },
});

export const courseDeclaration = counted({
  ...{ key: "courses", order: "-when", calendar: [{ key: "when" }] },
  name: { vi: "Lớp tập huấn, bồi dưỡng", en: "Training courses" },
  one: { vi: "lớp", en: "course" },
  about: {
    vi: "Lớp tập huấn, bồi dưỡng về đối ngoại, hội nhập quốc tế, ngoại ngữ",
    en: "Training on foreign affairs, integration and languages",
  },
  named: { vi: "Tên lớp", en: "Name" },
  fields: [
    when,
    place,
    host,
    people("Số học viên", "Participants"),
    { kind: "text", key: "subject", label: { vi: "Nội dung tập huấn", en: "Subject" } },
    { kind: "text", key: "trainer", label: { vi: "Cơ quan giảng dạy", en: "Training body" } },
    { kind: "money", key: "cost", label: { vi: "Kinh phí", en: "Cost" }, currency: "VND" },
  ],
});

export const forumDeclaration = counted({
  ...{ key: "forums", order: "-when", isMeeting: true, calendar: [{ key: "when" }] },
  name: { vi: "Diễn đàn, tọa đàm", en: "Forums and talks" },
  one: { vi: "diễn đàn, tọa đàm", en: "forum or talk" },
  about: {
    vi: "Diễn đàn, tọa đàm, gặp gỡ doanh nghiệp mà tỉnh tổ chức hoặc tham dự",
    en: "Forums, talks and business meetings held or attended by the province",
  },
  named: { vi: "Tên diễn đàn, tọa đàm", en: "Name" },
  fields: [
    {
      ...{
        kind: "choice",
        key: "part",
        label: { vi: "Tỉnh tham gia", en: "Part of the province" },
        inList: 130,
      },
      choices: [
        { key: "held", vi: "Tổ chức", en: "Held" },
        { key: "joint", vi: "Đồng tổ chức", en: "Held jointly" },
        { key: "attended", vi: "Tham dự", en: "Attended" },
      ],
    },
    { ...when },
    place,
    country,
    host,
    partners,
    people("Số người tham dự", "Participants"),
    { kind: "longText", key: "result", label: { vi: "Kết quả", en: "Results" } },
  ],
});

export const newsDeclaration = counted({
  ...{ key: "news", order: "-on" },
  name: { vi: "Tin, bài đối ngoại", en: "News items" },
  one: { vi: "tin, bài", en: "news item" },
  about: {
    vi: "Tin, bài thông tin đối ngoại của đơn vị, tính vào chỉ tiêu hằng tháng",
    en: "Items of external information by each unit, counted for the monthly target",
  },
  named: { vi: "Tiêu đề tin, bài", en: "Headline" },
  fields: [
    {
      ...{ kind: "date", key: "on", label: { vi: "Ngày đăng", en: "Published on" } },
      ...{ required: true, sensitivity: "open", published: true, inList: 120 },
    },
    {
      ...{ kind: "choice", key: "language", label: { vi: "Ngôn ngữ", en: "Language" } },
      ...{ sensitivity: "open", published: true, inList: 120 },
      choices: [
        { key: "vi", vi: "Tiếng Việt", en: "Vietnamese" },
        { key: "en", vi: "Tiếng Anh", en: "English" },
        { key: "lo", vi: "Tiếng Lào", en: "Lao" },
        { key: "km", vi: "Tiếng Khmer", en: "Khmer" },
        { key: "other", vi: "Ngôn ngữ khác", en: "Other" },
      ],
    },
    {
      ...{ kind: "text", key: "outlet", label: { vi: "Nơi đăng", en: "Outlet" } },
      ...{ sensitivity: "open", published: true, inList: 170 },
    },
    {
      kind: "url",
      key: "address",
      label: { vi: "Địa chỉ bài", en: "Address" },
      sensitivity: "open",
      published: true,
    },
  ],
});

export const tourDeclaration = counted({
  key: "tours",
  name: { vi: "Tuyến, chương trình du lịch quốc tế", en: "International tours" },
  one: { vi: "tuyến du lịch", en: "tour" },
  about: {
    vi: "Tuyến, chương trình du lịch nối với nước ngoài",
    en: "Routes and tours that connect with other countries",
  },
  named: { vi: "Tên tuyến, chương trình", en: "Name" },
  fields: [
    country,
    {
      kind: "text",
      key: "route",
      label: { vi: "Hành trình", en: "Route" },
      sensitivity: "open",
      inList: 220,
    },
    {
      kind: "text",
      key: "operator",
      label: { vi: "Đơn vị khai thác", en: "Operator" },
      sensitivity: "open",
      inList: 170,
    },
    { kind: "date", key: "from", label: { vi: "Khai thác từ ngày", en: "Since" }, inList: 110 },
    people("Lượt khách trong năm", "Visitors a year"),
  ],
});

export const schoolDeclaration = counted({
  key: "schools",
  name: { vi: "Trường học hữu nghị, kết nghĩa", en: "Friendship schools" },
  one: { vi: "trường kết nghĩa", en: "friendship school" },
  about: {
    vi: "Trường của tỉnh kết nghĩa, giao lưu với trường nước ngoài",
    en: "Schools of the province that are friends with schools abroad",
  },
  named: { vi: "Trường của tỉnh", en: "School of the province" },
  fields: [
    {
      ...{ kind: "text", key: "foreignSchool", label: { vi: "Trường nước ngoài", en: "School abroad" } },
      ...{ required: true, sensitivity: "open", published: true, inList: 240 },
    },
    country,
    partners,
    { kind: "date", key: "since", label: { vi: "Kết nghĩa từ ngày", en: "Friends since" }, inList: 120 },
    people("Học sinh, giáo viên đã trao đổi", "Pupils and teachers exchanged"),
  ],
});

export const brandDeclaration = counted({
  key: "brands",
  calendar: [{ key: "until", label: { vi: "Hết hạn bảo hộ", en: "Protection ends" } }],
  name: { vi: "Thương hiệu, sản phẩm ra nước ngoài", en: "Brands abroad" },
  one: { vi: "thương hiệu", en: "brand" },
  about: {
    vi: "Thương hiệu, sản phẩm của tỉnh được bảo hộ, quảng bá ở nước ngoài",
    en: "Brands and products of the province protected or promoted abroad",
  },
  named: { vi: "Thương hiệu, sản phẩm", en: "Brand or product" },
  fields: [
    {
      kind: "text",
      key: "holder",
      label: { vi: "Chủ sở hữu", en: "Owner of the brand" },
      sensitivity: "open",
      inList: 200,
    },
    country,
    {
      ...{ kind: "choice", key: "protection", label: { vi: "Hình thức bảo hộ", en: "Protection" } },
      ...{ sensitivity: "open", published: true, inList: 170 },
      choices: [
        { key: "mark", vi: "Nhãn hiệu", en: "Trade mark" },
        { key: "geographical", vi: "Chỉ dẫn địa lý", en: "Geographical indication" },
        { key: "promoted", vi: "Mới quảng bá", en: "Promoted only" },
      ],
    },
    { kind: "date", key: "since", label: { vi: "Bảo hộ từ ngày", en: "Protected since" }, inList: 120 },
    { kind: "date", key: "until", label: { vi: "Bảo hộ đến ngày", en: "Protected until" }, after: "since" },
  ],
});

export const adviserDeclaration = counted({
  key: "advisers",
  name: { vi: "Mạng lưới cố vấn khoa học", en: "Science advisers" },
  one: { vi: "cố vấn", en: "adviser" },
  about: {
    vi: "Nhà khoa học, chuyên gia trong và ngoài nước tham gia mạng lưới cố vấn của tỉnh",
    en: "Scientists and experts in the province's network of advisers",
  },
  named: { vi: "Họ tên", en: "Full name" },
  fields: [
    country,
    {
      kind: "text",
      key: "institution",
      label: { vi: "Nơi công tác", en: "Institution" },
      sensitivity: "open",
      inList: 220,
    },
    {
      kind: "text",
      key: "speciality",
      label: { vi: "Chuyên môn", en: "Speciality" },
      sensitivity: "open",
      inList: 200,
    },
    { kind: "period", key: "when", label: { vi: "Thời gian tham gia", en: "Member when" }, inList: 200 },
    { kind: "email", key: "email", label: { vi: "Thư điện tử", en: "E-mail" }, sensitivity: "personal" },
    { kind: "phone", key: "phone", label: { vi: "Điện thoại", en: "Phone" }, sensitivity: "personal" },
  ],
});
