import { describe, expect, it } from "vitest";
import { addDays, parseIsoDate } from "../basics/calendar-date.ts";
import type { Values } from "./declaration.ts";
import {
  likelyTwin,
  nameLikeness,
  pairKey,
  proposeTwins,
  type TwinCandidate,
  tellingWords,
  twinThreshold,
} from "./record-twin.ts";
import { delegationDeclaration } from "./records/delegation.ts";

const visit = (
  id: string,
  owner: string | null,
  title: string,
  when: string,
  more: Values = {},
  partners: readonly string[] = [],
): TwinCandidate => {
  const [from = "", to = from] = when.split("/");
  return {
    ...{ id, owner, title, links: { partners } },
    values: { name: title, direction: "in", country: "LA", purpose: "talks", when: { from, to }, ...more },
  };
};
const base = visit(
  "a",
  "sở",
  "Đoàn đại biểu cấp cao tỉnh Attapeu thăm và làm việc tại Gia Lai",
  "2026-03-10/2026-03-12",
  {
    members: 12,
  },
);

describe("two records that tell of one visit", () => {
  it.each<[string, TwinCandidate, boolean]>([
    [
      "another order of words, the days of the meetings alone",
      visit("b", "xã", "Đón tiếp và làm việc với Đoàn cấp cao Attapeu", "2026-03-11/2026-03-11"),
      true,
    ],
    ["a name of two words", visit("b", "xã", "Đoàn Attapeu", "2026-03-10/2026-03-13"), true],
    ["another spelling of the place", visit("b", "xã", "Đoàn tỉnh Attapư thăm Gia Lai", "2026-03-10"), true],
    ["another name of the place", visit("b", "xã", "Đoàn tỉnh A-ta-pư", "2026-03-10"), false],
    ["three days off", visit("b", "xã", "Đoàn công tác Attapeu", "2026-03-13/2026-03-15"), true],
    [
      "four days off at either end",
      visit("b", "xã", "Đoàn công tác Attapeu", "2026-03-14/2026-03-16"),
      false,
    ],
    [
      "another province in the same days",
      visit("b", "xã", "Đoàn tỉnh Sekong thăm và làm việc", "2026-03-10/2026-03-12"),
      false,
    ],
    ["going out, not coming in", visit("b", "xã", "Đoàn Attapeu", "2026-03-10", { direction: "out" }), false],
    ["from another country", visit("b", "xã", "Đoàn Attapeu", "2026-03-10", { country: "KH" }), false],
    ["the same owner enters its own twice on purpose", visit("b", "sở", "Đoàn Attapeu", "2026-03-10"), false],
    ["no day is known", visit("b", "xã", "Đoàn Attapeu", ""), false],
    [
      "alike by name alone: purpose, size and partners differ",
      visit(
        "b",
        "xã",
        "Đoàn y tế Attapeu khám bệnh nhân đạo",
        "2026-03-10",
        { purpose: "project", members: 40 },
        ["p2"],
      ),
      false,
    ],
  ])("%s", (_, other, expected) => {
    const one = { ...base, links: { partners: ["p1"] } };
    for (const both of [
      [one, other],
      [other, one],
    ])
      expect(proposeTwins(delegationDeclaration, both, new Set())).toHaveLength(expected ? 1 : 0);
  });

  it("says what agrees and what differs, and is asked once", () => {
    const other = visit("b", null, "Đoàn Attapeu", "2026-03-10", { purpose: "exchange", members: 13 });
    const [pair] = proposeTwins(delegationDeclaration, [base, other], new Set());
    expect(pair?.agrees).toEqual(["name", "direction", "country", "members"]);
    expect(pair?.differs).toEqual(["when", "purpose"]);
    expect(proposeTwins(delegationDeclaration, [base, other], new Set([pairKey("b", "a")]))).toEqual([]);
    expect(likelyTwin(delegationDeclaration, other, [base])?.id).toBe("a");
  });

  it.each([
    ["Đoàn UBND TP Pakse", "uy ban nhan dan pakse"],
    ["Đoàn Sở KH&CN", "khoa hoc nghe"],
    ["Đoàn công tác", "doan cong tac"],
  ])("the telling words of %s are %s", (title, expected) => {
    expect(tellingWords(title).join(" ")).toBe(expected);
  });

  it("likeness is that of equal names at most, and of names without a word in common none", () => {
    const weigh = () => 1;
    expect(nameLikeness("Đoàn Attapeu", "Attapeu", weigh)).toBe(1);
    expect(nameLikeness("Đoàn Attapeu", "Đoàn Sekong", weigh)).toBe(0);
  });
});

const countries = ["LA", "KH", "JP", "KR", "CN", "TH", "DE", "FR"];
const places = [
  ...["Attapeu", "Champasak", "Sekong", "Salavan", "Ratanakiri", "Stung Treng", "Preah Vihear", "Izumisano"],
  ...["Ashikaga", "Yoshino", "Yongsan", "Quảng Tây", "Ubon Ratchathani", "Leipzig", "Toulouse", "Daegu"],
];
const bodies = [
  ...[
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Sở Nông nghiệp",
    "Trường Đại học",
    "Bệnh viện",
    "doanh nghiệp",
  ],
  ...["Hội hữu nghị", "Bộ Chỉ huy quân sự", "Đài phát thanh", "Sở Khoa học Công nghệ"],
];
const aims = [
  ...[
    "khảo sát đầu tư điện gió",
    "ký kết biên bản ghi nhớ",
    "dự lễ hội cồng chiêng",
    "trao học bổng sinh viên",
  ],
  ...[
    "xúc tiến du lịch biển",
    "trao đổi phòng chống sốt rét",
    "hợp tác trồng cà phê",
    "họp biên giới thường niên",
  ],
  ...["tập huấn cán bộ ngoại ngữ", "giao lưu bóng đá thanh niên", "khánh thành trường tiểu học"],
];
const purposes = ["talks", "signing", "promotion", "conference", "study", "exchange", "project"];
const shortened: Readonly<Record<string, string>> = {
  "Ủy ban nhân dân": "UBND",
  "Hội đồng nhân dân": "HĐND",
  "Trường Đại học": "ĐH",
  "Sở Khoa học Công nghệ": "Sở KHCN",
  "Bệnh viện": "BV",
};

/** Numbers by chance, the same each time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Visits, 600 a year, of which every third is told by a second unit: the words in another order or partly left out, bodies
 * written short, days up to three off, people counted otherwise, the purpose sometimes seen otherwise.
 */
function yearsOfVisits(seed: number, visits: number) {
  const next = chance(seed);
  const years = Math.ceil(visits / 600);
  const pick = <One>(of: readonly One[]): One => {
    const one = of[Math.floor(next() * of.length)];
    if (one === undefined) throw new Error("nothing to pick from");
    return one;
  };
  const day = (n: number) => addDays(parseIsoDate("2026-01-01") ?? never(), n);
  const [candidates, twins]: [TwinCandidate[], Set<string>] = [[], new Set()];
  for (let n = 0; n < visits; n++) {
    const [place, body, aim, purpose] = [pick(places), pick(bodies), pick(aims), pick(purposes)];
    const country = countries[places.indexOf(place) % countries.length] ?? "LA";
    const [start, length, members] = [
      Math.floor(next() * years * 365),
      Math.floor(next() * 4),
      3 + Math.floor(next() * 30),
    ];
    const one = visit(`v${n}`, "sở", `Đoàn ${body} ${place} ${aim}`, `${day(start)}/${day(start + length)}`, {
      ...{ purpose, country, members },
    });
    candidates.push(one);
    if (n % 3 !== 0) continue;
    const off = Math.floor(next() * 7) - 3;
    const said = aim.split(" ").filter(() => next() > 0.3);
    const who = next() > 0.5 ? (shortened[body] ?? body) : body;
    const title = pick([
      `${said.join(" ")}: đoàn ${who} ${place}`,
      `Tiếp đoàn ${place} (${who}) đến ${aim}`,
      `Đón đoàn công tác của ${who} tỉnh ${place} ${said.join(" ")}`,
    ]);
    const again = next() > 0.25 ? purpose : pick(purposes);
    candidates.push(
      visit(`w${n}`, "xã", title, `${day(start + off)}/${day(start + off + length)}`, {
        ...{ purpose: again, country, members: members + Math.floor(next() * 3) - 1 },
      }),
    );
    twins.add(pairKey(`v${n}`, `w${n}`));
  }
  return { candidates, twins };
}

function never(): never {
  throw new Error("a day that there is");
}

describe("visits of which a third is told twice", () => {
  it.each([
    [1, 150],
    [2, 600],
    [3, 4800],
  ])("seed %i, %i visits: nearly all are found, and nearly nothing else", (seed, visits) => {
    const { candidates, twins } = yearsOfVisits(seed, visits);
    const found = proposeTwins(delegationDeclaration, candidates, new Set());
    const right = found.filter(({ one, other }) => twins.has(pairKey(one.id, other.id))).length;
    const [precision, recall] = [right / found.length, right / twins.size];
    expect(precision).toBeGreaterThanOrEqual(0.94);
    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(found.every(({ score }) => score >= twinThreshold && score <= 1)).toBe(true);
  });
});
