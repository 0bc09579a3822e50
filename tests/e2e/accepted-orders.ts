import type { Page } from "playwright-core";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import type { SettingsAnswer } from "../../src/contract/settings.ts";

/** A notice of Gia Lai with some orders, imported and accepted as a person's page may; late from 1/1/2026 on. */
export async function acceptedOrders(
  { page, origin }: { readonly page: Page; readonly origin: string },
  orders: string,
): Promise<void> {
  const settings = `${origin}/api/settings`;
  const { version, soonDays } = (await (await page.request.get(settings)).json()) as SettingsAnswer;
  await page.request.put(settings, { data: { version, soonDays, startDay: "2026-01-01" } });
  const files = {
    files: { name: "thong-bao-91.txt", mimeType: "text/plain", buffer: Buffer.from(notice(orders)) },
  };
  const imported = await page.request.post(`${origin}/api/documents`, { multipart: files });
  const [line] = ((await imported.json()) as { lines: { document: { id: string } }[] }).lines;
  const path = `${origin}/api/documents/${line?.document.id}/findings`;
  const { findings } = (await (await page.request.get(path)).json()) as FindingsAnswer;
  for (const { id, version: seen } of findings) {
    const decision = { data: { version: seen, decision: "accepted" } };
    const answer = await page.request.post(`${origin}/api/findings/${id}/decision`, decision);
    if (answer.status() !== 200) throw new Error(await answer.text());
  }
}

function notice(orders: string): string {
  return `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 91/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 10 tháng 3 năm 2026
THÔNG BÁO
Kết luận về công tác đối ngoại
${orders}
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;
}
