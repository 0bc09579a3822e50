import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { type CalendarDate, parseIsoDate } from "../domain/basics/calendar-date.ts";
import type { LeadersFigures } from "../domain/duty/leaders-figures.ts";
import { leadersNotice } from "../domain/duty/leaders-notice.ts";
import { printLeadersNotice } from "./leaders-notice.ts";

const day = (text: string) => parseIsoDate(text) as CalendarDate; // the cases write days

const committee = {
  ...{ name: "UBND tỉnh Gia Lai", aliases: ["Ủy ban nhân dân tỉnh Gia Lai"], symbol: "UBND" },
  ...({ kind: "peoplesCommittee", gazetteerId: "ubnd-tinh" } as const),
};
const unit = { kind: "department", months: {}, due: 8, inTime: 5, late: 2, silent: 1 } as const;
const figures: LeadersFigures = {
  today: day("2026-11-22"),
  states: [
    { state: "late", count: 2 },
    { state: "silent", count: 1 },
    { state: "done", count: 5 },
  ],
  waiting: [{ what: "asked", count: 4, since: day("2026-11-02"), oldest: "Sở Y tế" }],
  months: [],
  units: [
    {
      ...{ ...unit, id: "1", name: "Sở Y tế" },
      now: { late: 3, since: day("2026-10-16"), urged: 2, times: 5 },
    },
    { ...{ ...unit, id: "2", name: "Sở Nội vụ" }, now: { late: 0, since: null, urged: 0, times: 0 } },
  ],
  groups: [{ title: "", late: 3, since: day("2026-10-16"), urged: 2, times: 5 }],
};

async function printed(notice: ReturnType<typeof leadersNotice>): Promise<readonly string[]> {
  const files = unzipSync(await printLeadersNotice(notice, figures.today));
  const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  return (xml.match(/<w:p>.*?<\/w:p>/gs) ?? [])
    .map((one) => [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""))
    .map((text) => text.replace(/\u00a0/g, " "))
    .filter((text) => text.trim() !== "");
}

it("a notice has the parts of the statutory layout in order, with each table of the page that has rows", async () => {
  const paragraphs = await printed(leadersNotice(figures, { issuer: committee, committee }));
  const expected = [
    /^ỦY BAN NHÂN DÂN$/,
    /^TỈNH GIA LAI$/,
    /^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM$/,
    /^Số: {6,}\/TB-UBND$/,
    /^THÔNG BÁO$/,
    /tính đến ngày 22\/11\/2026$/,
    /16 phần việc đã đến hạn, trong đó 10 phần việc đúng hạn \(63%\)/,
    /còn 3 phần việc quá hạn chưa hoàn thành, trong đó 1 phần việc chưa có báo cáo/,
    /^1\. Theo đơn vị$/,
    /^Sở Y tế$/,
    /^5 \(63%\)$/,
    /^2\. Theo nhóm nhiệm vụ$/,
    /^Không thuộc nhóm$/,
    /^3\. Đang chờ quyết định$/,
    /^Xin gia hạn, chờ quyết định$/,
    /yêu cầu thủ trưởng các cơ quan/,
    /^Nơi nhận:$/,
    /^TM\. ỦY BAN NHÂN DÂN$/,
    /^CHỦ TỊCH$/,
  ];
  let from = 0;
  for (const part of expected) {
    const at = paragraphs.findIndex((text, place) => place >= from && part.test(text));
    expect(at, `${part} in ${JSON.stringify(paragraphs.slice(from))}`).not.toBe(-1);
    from = at;
  }
  // Who has nothing late is named in no table of what is late.
  expect(paragraphs).not.toContain("Sở Nội vụ");
});

it("with nothing late and nothing waiting it says so and has no tables", async () => {
  const calm = { ...figures, states: [], waiting: [], units: [], groups: [] };
  const paragraphs = await printed(leadersNotice(calm, { issuer: committee, committee }));
  expect(paragraphs).toContain("Hiện không có phần việc nào quá hạn.");
  expect(paragraphs.some((text) => text.startsWith("1. "))).toBe(false);
});
