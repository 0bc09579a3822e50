import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parseIsoDate } from "../domain/basics/calendar-date.ts";
import { type LateDuty, urgingLetter } from "../domain/duty/urging-letter.ts";
import { printUrgingLetter } from "./urging-letter.ts";

function day(text: string) {
  const found = parseIsoDate(text);
  if (!found) throw new Error(`${text} is no day`);
  return found;
}

const committee = {
  ...{ name: "UBND tỉnh Gia Lai", aliases: ["Ủy ban nhân dân tỉnh Gia Lai"], symbol: "UBND" },
  ...({ kind: "peoplesCommittee", gazetteerId: "ubnd-tinh" } as const),
};
const focal = {
  ...({
    name: "Sở Ngoại vụ",
    aliases: [],
    symbol: "SNgV",
    kind: "department",
    gazetteerId: "so-ngv",
  } as const),
};
const notice = { number: "77/TB-UBND", issuedOn: day("2026-02-10") };
const duties: readonly LateDuty[] = [
  {
    ...{ content: "Lập dự toán kinh phí đối ngoại", lastDay: day("2026-11-12"), daysLate: 10 },
    ...{ silent: false, document: notice },
  },
  {
    ...{ content: "Rà soát đề án hợp tác", lastDay: day("2026-10-16"), daysLate: 37 },
    ...{ silent: true, document: { number: "1520/QĐ-UBND", issuedOn: null } },
  },
];
const days = { today: day("2026-11-22"), answerBy: day("2026-11-30") };
const addressee = { name: "Sở Y tế", relation: "subordinate" } as const;
const peers = urgingLetter(duties, { issuer: focal, committee, addressee, ...days });

/** The paragraphs of a printed file, in order, blanks made plain. */
async function printed(letter: typeof peers): Promise<readonly string[]> {
  const files = unzipSync(await printUrgingLetter(letter, days.today));
  const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  return (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).map((paragraph) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text = ""]) => text)
      .join("")
      .replace(/\u00a0/g, " "),
  );
}

describe("a letter that urges a unit", () => {
  it("from the focal body to a peer has every part of the statutory layout, in its order", async () => {
    const paragraphs = (await printed(peers)).filter((text) => text.trim() !== "");
    const expected = [
      /^ỦY BAN NHÂN DÂN TỈNH GIA LAI$/,
      /^SỞ NGOẠI VỤ$/,
      /^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM$/,
      /^Số: {6,}\/SNgV$/,
      /^V\/v đôn đốc thực hiện nhiệm vụ quá hạn$/,
      /^Gia Lai, ngày {3,}tháng {3,}năm/,
      /^Kính gửi: Sở Y tế\.$/,
      /^Căn cứ Văn bản số 1520\/QĐ-UBND;$/,
      /^Căn cứ Văn bản số 77\/TB-UBND ngày 10\/02\/2026\.$/,
      /đến hết ngày 22\/11\/2026, Sở Y tế còn 2 nhiệm vụ quá hạn .* 1 nhiệm vụ chưa có báo cáo/,
      /^Rà soát đề án hợp tác$/,
      /^16\/10\/2026$/,
      /^37$/,
      /^Lập dự toán kinh phí đối ngoại$/,
      /^10$/,
      /^Sở Ngoại vụ đề nghị Sở Y tế khẩn trương .* trước ngày 30\/11\/2026/,
      /^Nơi nhận:$/,
      /^- Như trên;$/,
      /^- Lưu: VT\.$/,
      /^GIÁM ĐỐC$/,
    ];
    let at = -1;
    for (const pattern of expected) {
      const next = paragraphs.findIndex((text, place) => place > at && pattern.test(text));
      expect(next, String(pattern)).toBeGreaterThan(at);
      at = next;
    }
    expect(at).toBe(paragraphs.length - 1);
  });

  it("from the committee names nobody above it, orders who is below it and asks whom it cannot order", async () => {
    const above = urgingLetter(duties, { issuer: committee, committee, addressee, ...days });
    expect([above.superior, above.issuer, above.signer.capacity, above.recipients]).toEqual([
      null,
      ["Ủy ban nhân dân", "tỉnh Gia Lai"],
      "TM. Ủy ban nhân dân",
      ["Như trên", "Lưu: VT"],
    ]);
    expect(above.request[0]).toMatch(/^Ủy ban nhân dân tỉnh Gia Lai yêu cầu Sở Y tế/);
    const front = { name: "Ủy ban MTTQ Việt Nam tỉnh", relation: "requested" } as const;
    const asked = urgingLetter(duties, { issuer: committee, committee, addressee: front, ...days });
    expect(asked.request[0]).toContain(" đề nghị Ủy ban MTTQ Việt Nam tỉnh");
  });

  it("is the same bytes when it is printed again", async () => {
    expect(await printUrgingLetter(peers, days.today)).toEqual(await printUrgingLetter(peers, days.today));
  });
});
