import { describe, expect, it } from "vitest";
import { type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { foldedKey } from "../text/fold.ts";
import { type EarlierTask, type LineageProposal, type NewDirective, proposeLinks } from "./lineage.ts";
import { LineagePool } from "./lineage-likeness.ts";

/** An order as the tables below write it: who leads, its words, the day it sets. */
interface Order {
  readonly leads: readonly string[];
  readonly words: string;
  readonly due?: string;
  readonly row?: true;
}

function day(text: string | undefined): CalendarDate | null {
  return text === undefined ? null : parseIsoDate(text);
}

const collective = /^(?:các|UBND các) /i;

function pooled({ leads, words }: Order, subject: string) {
  return {
    ...{ content: words, result: null, timeWords: null, heading: null, subject },
    ...{ leads: leads.filter((name) => !collective.test(name)).map(foldedKey), coordinators: [] },
    collectiveLeads: leads.some((name) => collective.test(name)),
  };
}

interface Given {
  readonly number: string;
  readonly on: string;
  readonly subject: string;
  readonly kind?: string;
  readonly orders: readonly Order[];
}

function documentOf({ number, on, subject, kind = "TB" }: Given) {
  return { id: number, number, kind, subject, givenOn: day(on) };
}

function tasksOf(given: Given): readonly EarlierTask[] {
  const document = documentOf(given);
  return given.orders.map((order, i) => ({
    ...pooled(order, given.subject),
    ...{ id: `${given.number} ${i + 1}`, document, general: false, givenOn: document.givenOn },
    ...{ dueOn: day(order.due), doneOn: null, withdrawnOn: null, numbers: [given.number], issuedAs: [] },
  }));
}

/** What is proposed when documents come one after the other and everything is accepted. */
function proposals(...documents: readonly Given[]): readonly LineageProposal[] {
  const earlier: EarlierTask[] = [];
  return documents.flatMap((given) => {
    const directives = given.orders.map(
      (order, i): NewDirective => ({
        ...pooled(order, given.subject),
        ...{ id: `${given.number} ${i + 1}`, row: order.row ?? false, general: false, dueOn: day(order.due) },
        strictlyBefore: false,
      }),
    );
    const leads = documents.flatMap(({ orders }) => orders.flatMap((order) => order.leads.map(foldedKey)));
    const pool = new LineagePool(
      [...directives, ...earlier],
      documents.map(({ subject }) => subject),
      leads,
    );
    const found = proposeLinks(documentOf(given), directives, earlier, { pool, grounds: new Set() });
    earlier.push(...tasksOf(given));
    return found;
  });
}

function said(found: readonly LineageProposal[]): readonly string[] {
  return found.map(({ directive, kind, task }) => `${directive} ${kind} ${task}`).toSorted();
}

const laoCai: Given = {
  ...{ number: "41/TB-UBND", on: "2026-03-05", subject: "Kết luận tại cuộc họp về kinh tế cửa khẩu" },
  orders: [
    {
      leads: ["Sở Công Thương"],
      words: "Xây dựng đề án phát triển logistics tại Khu kinh tế cửa khẩu Kim Thành",
      due: "2026-04-30",
    },
    {
      leads: ["Sở Xây dựng"],
      words: "Rà soát quy hoạch bãi đỗ xe container tại cửa khẩu Mường Khương",
      due: "2026-05-15",
    },
    {
      leads: ["Sở Nông nghiệp và Môi trường"],
      words: "Tổ chức kiểm dịch thực vật đối với quả vải xuất khẩu",
    },
    {
      leads: ["Sở Tài chính"],
      words: "Bố trí kinh phí mua máy soi hành lý cho lực lượng kiểm soát liên ngành",
      due: "2026-06-30",
    },
  ],
};
const caMau: Given = {
  ...{ number: "17/KH-UBND", on: "2026-01-20", subject: "Kế hoạch phát triển nuôi tôm bền vững", kind: "KH" },
  orders: [
    {
      leads: ["Sở Nông nghiệp và Môi trường"],
      words: "Lập danh mục vùng nuôi tôm siêu thâm canh đạt chứng nhận quốc tế",
      due: "2026-06-30",
    },
    {
      leads: ["Sở Khoa học và Công nghệ"],
      words: "Xây dựng chỉ dẫn địa lý cho cua Năm Căn",
      due: "2026-09-30",
    },
    { leads: ["UBND xã Đất Mũi"], words: "Khắc phục sạt lở bờ biển đoạn Vàm Lũng", due: "2026-08-31" },
  ],
};

describe("an order that is given again", () => {
  const cases: readonly (readonly [why: string, first: Given, later: Given, expected: readonly string[]])[] =
    [
      [
        "the same plan with haste and a new day hastens; another duty of the same body is new",
        laoCai,
        {
          ...{ number: "88/TB-UBND", on: "2026-05-20", subject: "Kết luận tại cuộc họp giao ban" },
          orders: [
            {
              leads: ["Sở Công Thương"],
              words: "Khẩn trương hoàn thiện đề án phát triển logistics tại Khu kinh tế cửa khẩu Kim Thành",
              due: "2026-06-15",
            },
            { leads: ["Sở Công Thương"], words: "Kiểm tra giá xăng dầu tại các điểm bán lẻ trên địa bàn" },
          ],
        },
        ["88/TB-UBND 1 hastens 41/TB-UBND 1"],
      ],
      [
        "other words in the same sense, without haste, with a later day: repeated",
        laoCai,
        {
          ...{ number: "90/TB-UBND", on: "2026-06-01", subject: "Kết luận tại buổi làm việc" },
          orders: [
            {
              leads: ["Sở Xây dựng"],
              words: "Báo cáo quy hoạch bãi đỗ xe container khu vực cửa khẩu Mường Khương",
              due: "2026-07-15",
            },
          ],
        },
        ["90/TB-UBND 1 repeats 41/TB-UBND 2"],
      ],
      [
        "the term is changed by name of the document: amended",
        laoCai,
        {
          ...{ number: "95/TB-UBND", on: "2026-06-10", subject: "Kết luận tại cuộc họp về tài chính" },
          orders: [
            {
              leads: ["Sở Tài chính"],
              words:
                "Gia hạn thời gian bố trí kinh phí mua máy soi hành lý nêu tại Thông báo số 41/TB-UBND ngày 05/3/2026",
              due: "2026-09-30",
            },
          ],
        },
        ["95/TB-UBND 1 amends 41/TB-UBND 4"],
      ],
      [
        "stopped by name of the document: withdrawn",
        laoCai,
        {
          ...{ number: "96/TB-UBND", on: "2026-06-12", subject: "Kết luận tại cuộc họp" },
          orders: [
            {
              leads: ["Sở Xây dựng"],
              words:
                "Dừng thực hiện việc rà soát quy hoạch bãi đỗ xe container tại cửa khẩu Mường Khương đã giao tại Thông báo số 41/TB-UBND ngày 05/3/2026",
            },
          ],
        },
        ["96/TB-UBND 1 withdraws 41/TB-UBND 2"],
      ],
      [
        "a product known by its name alone, in another province",
        caMau,
        {
          ...{ number: "60/TB-UBND", on: "2026-10-05", subject: "Kết luận tại cuộc họp quý III" },
          orders: [
            {
              leads: ["Sở Khoa học và Công nghệ"],
              words: "Đẩy nhanh hồ sơ chỉ dẫn địa lý cua Năm Căn",
              due: "2026-11-30",
            },
            {
              leads: ["UBND xã Đất Mũi"],
              words: "Khắc phục dứt điểm sạt lở bờ biển đoạn Vàm Lũng",
              due: "2026-12-15",
            },
          ],
        },
        ["60/TB-UBND 1 hastens 17/KH-UBND 2", "60/TB-UBND 2 hastens 17/KH-UBND 3"],
      ],
      [
        "the row of a plan takes an order up",
        laoCai,
        {
          ...{
            number: "120/KH-UBND",
            on: "2026-07-01",
            subject: "Kế hoạch phát triển thương mại biên giới",
            kind: "KH",
          },
          orders: [
            {
              leads: ["Sở Công Thương"],
              words: "Đề án phát triển logistics Khu kinh tế cửa khẩu Kim Thành",
              row: true,
            },
          ],
        },
        ["120/KH-UBND 1 plan 41/TB-UBND 1"],
      ],
    ];
  it.each(cases)("%s", (_, first, later, expected) => {
    expect(said(proposals(first, later))).toEqual(expected);
  });
});

describe("what looks like an order given before and is none", () => {
  const yearly = (number: string, year: number): Given => ({
    ...{ number, on: `${year}-10-01`, subject: "Kết luận tại phiên họp tháng 9" },
    orders: [
      {
        leads: ["Sở Nội vụ"],
        words: `Tổng hợp báo cáo kết quả cải cách hành chính năm ${year} của các cơ quan, địa phương`,
        due: `${year}-11-30`,
      },
    ],
  });
  const planting = (number: string, year: number): Given => ({
    ...{ number, on: `${year}-01-05`, subject: "Kết luận tại phiên họp đầu năm" },
    orders: [
      {
        leads: ["Sở Nông nghiệp và Môi trường"],
        words: "Tổ chức lễ phát động Tết trồng cây",
        due: `${year}-02-20`,
      },
    ],
  });
  const landslide = (number: string, on: string, commune: string): Given => ({
    ...{ number, on, subject: "Kết luận về phòng, chống thiên tai" },
    orders: [
      {
        leads: [`UBND xã ${commune}`],
        words: `Di dời các hộ dân ra khỏi vùng có nguy cơ sạt lở tại xã ${commune}, ổn định chỗ ở`,
        due: "2026-08-31",
      },
    ],
  });
  const road = (number: string, commune: string): Given => ({
    ...{ number, on: "2026-05-05", subject: "Kết luận về đầu tư công" },
    orders: [
      {
        leads: ["Sở Xây dựng"],
        words: `Hoàn thành bàn giao mặt bằng dự án đường liên xã qua xã ${commune}`,
        due: "2026-12-31",
      },
    ],
  });
  const cases: readonly (readonly [why: string, first: Given, later: Given])[] = [
    ["the same report for another year", yearly("10/TB-UBND", 2025), yearly("11/TB-UBND", 2026)],
    [
      "the same feast a year later, without a year in its words",
      planting("3/TB-UBND", 2025),
      planting("4/TB-UBND", 2026),
    ],
    [
      "the same words to another commune",
      landslide("20/TB-UBND", "2026-05-01", "Bản Phiệt"),
      landslide("21/TB-UBND", "2026-06-01", "Nậm Chày"),
    ],
    [
      "the same work of one body in another commune",
      road("30/TB-UBND", "Khánh An"),
      road("31/TB-UBND", "Tam Giang"),
    ],
    [
      "the same quarter's report, another quarter",
      {
        ...{ number: "40/TB-UBND", on: "2026-03-15", subject: "Kết luận tháng 3" },
        orders: [
          { leads: ["Thanh tra tỉnh"], words: "Báo cáo công tác tiếp công dân quý I", due: "2026-04-05" },
        ],
      },
      {
        ...{ number: "42/TB-UBND", on: "2026-06-15", subject: "Kết luận tháng 6" },
        orders: [
          { leads: ["Thanh tra tỉnh"], words: "Báo cáo công tác tiếp công dân quý II", due: "2026-07-05" },
        ],
      },
    ],
    [
      "the same kind of product about something else",
      caMau,
      {
        ...{ number: "61/TB-UBND", on: "2026-03-01", subject: "Kết luận tại cuộc họp" },
        orders: [
          { leads: ["Sở Khoa học và Công nghệ"], words: "Xây dựng chỉ dẫn địa lý cho mật ong U Minh Hạ" },
          { leads: ["Sở Nông nghiệp và Môi trường"], words: "Lập danh mục công trình thủy lợi cần sửa chữa" },
        ],
      },
    ],
    [
      "exhortations of the same office",
      laoCai,
      {
        ...{ number: "97/TB-UBND", on: "2026-06-12", subject: "Kết luận tại cuộc họp" },
        orders: [
          {
            leads: ["các sở, ban, ngành"],
            words:
              "Tiếp tục thực hiện tốt nhiệm vụ được giao, tăng cường phối hợp, báo cáo kịp thời Ủy ban nhân dân tỉnh",
          },
        ],
      },
    ],
  ];
  it.each(cases)("%s", (_, first, later) => {
    expect(said(proposals(first, later))).toEqual([]);
  });
});
