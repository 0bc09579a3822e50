import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DocumentsAnswer } from "../../src/contract/document.ts";
import type { OverviewAnswer } from "../../src/contract/overview.ts";
import type { FindingsAnswer, ReviewAnswer } from "../../src/contract/review.ts";
import type { ShownUnplacedAnswer, UnplacedAnswer, UnplacedPartAnswer } from "../../src/contract/unplaced.ts";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { loadHistory } from "../support/history.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";

const plan = `ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   TỈNH GIA LAI                            Độc lập - Tự do - Hạnh phúc
Số: 88/KH-UBND                           Gia Lai, ngày 02 tháng 3 năm 2026

                               KẾ HOẠCH
              Đón đoàn công tác của địa phương kết nghĩa

Căn cứ Luật Tổ chức chính quyền địa phương năm 2025;
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH
Sở Công Thương giới thiệu sản phẩm của làng nghề và mời mười doanh nghiệp cùng dự trước ngày 20/4/2026 để hai bên gặp nhau lâu dài.

II. TỔ CHỨC THỰC HIỆN
1. Sở Ngoại vụ chủ trì xây dựng chương trình đón đoàn, trình Ủy ban nhân dân tỉnh trước ngày 15/4/2026.
2. Đoàn gồm mười hai thành viên, đi bằng đường hàng không.

Nơi nhận:                                  TM. ỦY BAN NHÂN DÂN
- Như mục II;                                    CHỦ TỊCH
- Lưu: VT.

                                            Trần Văn Bách
`;

let app: RegisterApp;
let document: string;

beforeAll(async () => {
  // Each look at the clock is a second later: acts of one instant have no order in the history.
  let seconds = 0;
  app = await openRegisterApp(() => new Date(Date.parse("2026-03-05T03:00:00Z") + 1000 * seconds++));
  await app.ask("mai", "/api/documents", uploadOf(["ke-hoach.txt", plan]));
  const { documents } = await answer<DocumentsAnswer>("/api/documents");
  document = documents[0]?.id ?? "";
}, 60_000);
afterAll(() => app.close());

async function answer<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await app.ask("mai", path, init);
  expect(response.status).toBe(200);
  return (await response.json()) as T; // the contract's test compares answers with schemas
}

const list = (query = "") => answer<UnplacedAnswer>(`/api/unplaced?${query}`);
const refusal = async (response: Response) =>
  `${response.status} ${((await response.json()) as { error: { code: string } }).error.code}`; // as above
const keyOf = (part: UnplacedPartAnswer) => ({ document: part.document.id, position: part.position });
const partWith = async (words: string) => {
  const part = (await list()).parts.find(({ what }) => what.includes(words));
  if (!part) throw new Error(`nothing was left out with ${words}`);
  return part;
};
const onOverview = async () => (await answer<OverviewAnswer>("/api/overview")).findings.unplaced;

describe("what a reading left out", () => {
  it("is listed with place and reason; the frame of the document stands apart, all of it counted", async () => {
    const { parts, total, kinds } = await list();
    expect(parts.map(({ kind }) => kind)).not.toContain("frame");
    expect(parts.find(({ code }) => code === "aims")?.where).toMatch(/^dòng \d+$/);
    expect(total).toBe(parts.length);
    expect(total).toBe(kinds.unread + kinds.text);
    const all = await list("kind=all");
    expect(all.total).toBe(Object.values(all.kinds).reduce((sum, count) => sum + count, 0));
    expect((await list("kind=frame")).parts.map(({ code }) => code)).toContain("closing");
  });

  it("the overview's number is that of the list", async () => {
    expect(await onOverview()).toBe((await list()).total);
  });

  it("pages give each part once", async () => {
    const seen: number[] = [];
    let after = "";
    for (;;) {
      const page = await list(`kind=all&limit=3${after}`);
      seen.push(...page.parts.map(({ position }) => position));
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(seen).toEqual([...new Set(seen)]);
    expect(seen).toHaveLength((await list("kind=all")).total);
  });

  it("is narrowed by document and by reason, and another province sees none of it", async () => {
    const { parts } = await list(`code=aims&document=${document}`);
    expect(parts.map(({ code }) => code)).toEqual(parts.map(() => "aims"));
    expect((await list(`document=${crypto.randomUUID()}`)).total).toBe(0);
    const other = (await (await app.ask("dung", "/api/unplaced?kind=all")).json()) as UnplacedAnswer; // as above
    expect(other.total).toBe(0);
  });
});

describe("saying something of a part", () => {
  it("looked at with a reason: it leaves the list and the count, is in the history, and comes back", async () => {
    const part = await partWith("mười hai thành viên");
    const before = await onOverview();
    const parts = [keyOf(part)];
    await answer("/api/unplaced/marks", jsonRequest("POST", { parts, reason: "chỉ là thông tin" }));
    expect(await onOverview()).toBe(before - 1);
    const seen = await list("mark=seen");
    expect(seen.parts.map(({ what, marked }) => [what, marked?.reason])).toEqual([
      [part.what, "chỉ là thông tin"],
    ]);
    const again = app.ask("mai", "/api/unplaced/marks", jsonRequest("POST", { parts, reason: "x" }));
    expect(await refusal(await again)).toBe("409 register.unplaced-marked");
    await answer("/api/unplaced/marks", jsonRequest("DELETE", { parts }));
    expect(await onOverview()).toBe(before);
    const back = app.ask("mai", "/api/unplaced/marks", jsonRequest("DELETE", { parts }));
    expect(await refusal(await back)).toBe("409 register.unplaced-open");
    const province = provinceId(52);
    const history =
      province === null
        ? []
        : await withProvince(app.rows.kysely, province, (transaction) =>
            loadHistory(transaction, `unplaced:${document}/${part.position}`),
          );
    expect(history).toEqual(["skip-unplaced", "undo-unplaced"]);
  });

  it("many at once, all or none", async () => {
    const { parts, total } = await list();
    const keys = parts.map(keyOf);
    const wrong = { parts: [...keys, { document, position: 9999 }], reason: "đã xem" };
    const refused = await app.ask("mai", "/api/unplaced/marks", jsonRequest("POST", wrong));
    expect(await refusal(refused)).toBe("404 register.unplaced-unknown");
    expect((await list()).total).toBe(total);
    await answer("/api/unplaced/marks", jsonRequest("POST", { parts: keys, reason: "đã xem" }));
    expect((await list()).total).toBe(0);
    await answer("/api/unplaced/marks", jsonRequest("DELETE", { parts: keys }));
    expect((await list()).total).toBe(total);
  });

  it("made a finding: its words whole, bodies and time read from them, reviewed like any other, taken back", async () => {
    const part = await partWith("giới thiệu sản phẩm của làng nghề");
    const shown = await answer<ShownUnplacedAnswer>(`/api/documents/${document}/unplaced/${part.position}`);
    expect(shown.content).toMatch(/lâu dài\.$/);
    expect(shown.sources[0]?.lineFrom).not.toBeNull();
    const review = () => answer<FindingsAnswer>(`/api/documents/${document}/findings`);
    const before = await review();
    const made = await answer<ReviewAnswer>("/api/unplaced/task", jsonRequest("POST", keyOf(part)));
    expect(made.findings).toMatchObject([
      {
        origin: "added",
        decision: null,
        clear: false,
        task: {
          content: shown.content,
          leads: [{ unit: "Sở Công Thương" }],
          schedule: { kind: "once", to: "2026-04-20" },
          sources: [{ lineFrom: shown.sources[0]?.lineFrom }],
        },
      },
    ]);
    expect(made.balance.open).toBe(before.balance.open + 1);
    expect((await list("mark=task")).total).toBe(1);
    const [finding] = made.findings;
    const decision = `/api/findings/${finding?.id}/decision`;
    await answer(decision, jsonRequest("POST", { version: finding?.version, decision: "accepted" }));
    const undo = () => app.ask("mai", "/api/unplaced/marks", jsonRequest("DELETE", { parts: [keyOf(part)] }));
    expect(await refusal(await undo())).toBe("409 register.finding-decided");
    const other = (await list()).parts[0];
    if (other === undefined) throw new Error("no other part is open");
    await answer("/api/unplaced/task", jsonRequest("POST", keyOf(other)));
    for (const parts of [
      [keyOf(other), keyOf(part)],
      [keyOf(part), keyOf(other)],
    ])
      expect(
        await refusal(await app.ask("mai", "/api/unplaced/marks", jsonRequest("DELETE", { parts }))),
      ).toBe("409 register.finding-decided");
    expect((await list("mark=task")).total, "all or none").toBe(2);
    await answer("/api/unplaced/marks", jsonRequest("DELETE", { parts: [keyOf(other)] }));
    await answer(decision, jsonRequest("DELETE", { version: (finding?.version ?? 0) + 1 }));
    expect((await undo()).status).toBe(200);
    expect((await review()).balance).toEqual(before.balance);
    expect((await list("mark=task")).total).toBe(0);
  });
});
