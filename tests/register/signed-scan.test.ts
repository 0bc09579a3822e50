import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ScansAnswer } from "../../src/contract/scan.ts";
import type { SignedListAnswer, SignedReceived } from "../../src/contract/signed.ts";
import type { HeldRole } from "../../src/domain/organisation/rights.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { drawnFirstPage, machineRecogniser } from "../../src/intake/scan/drawn-scan.fixture.ts";
import { scannedPdf } from "../../src/intake/scan/scanned-pdf.fixture.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";
import { madeId } from "../support/register-rows.ts";

const reader = () => startReading({ recogniser: async () => machineRecogniser });
const unitOfficer: readonly HeldRole[] = [{ role: "unitOfficer", unit: madeId("unit", 1), actingFor: null }];
const officer = (name: string) => ({ name, province: 52, held: unitOfficer });

let app: RegisterApp;
let work: { readonly close: () => Promise<void> };

beforeAll(async () => {
  const people = { sen: officer("Lê Thị Sen"), tu: officer("Trần Văn Tú") };
  app = await openRegisterApp(() => new Date("2026-03-06T03:00:00Z"), reader(), people, { scans: true });
  work = await app.startWork(reader());
}, 60_000);
afterAll(async () => {
  await work?.close();
  expect(app.bugs).toEqual([]);
  await app?.close();
});

async function ask<T>(who: string, path: string, init: RequestInit = {}): Promise<T> {
  const answer = await app.ask(who, path, init);
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

async function send(who: string, bytes: Uint8Array): Promise<string> {
  const { lines } = await ask<SignedReceived>(who, "/api/signed", uploadOf(["bao-cao.pdf", bytes]));
  const [line] = lines;
  if (line?.outcome !== "waiting") throw new Error(JSON.stringify(line));
  return line.scan;
}

describe.skipIf(machineRecogniser === null)("a signed document that is a scan", { timeout: 60_000 }, () => {
  it("waits in the quarantine and the queue apart from documents of the register, and is kept when it was read", async () => {
    const scan = await send("sen", scannedPdf([drawnFirstPage().scanned()]));
    expect((await ask<ScansAnswer>("mai", "/api/scans")).scans).toEqual([]);
    expect((await ask<ScansAnswer>("mai", "/api/signed/scans")).scans.map(({ id }) => id)).toEqual([scan]);
    // Who works in a unit sees what he sent himself, and works on nothing else.
    expect((await ask<ScansAnswer>("sen", "/api/signed/scans")).scans).toHaveLength(1);
    expect((await ask<ScansAnswer>("tu", "/api/signed/scans")).scans).toEqual([]);
    expect((await app.ask("tu", `/api/scans/${scan}/cancel`, jsonRequest("POST", {}))).status).toBe(403);
    for (;;) {
      const { papers } = await ask<SignedListAnswer>("sen", "/api/signed");
      if (papers.length > 0) {
        expect(papers).toMatchObject([{ number: "217/KH-UBND", sentBy: "sen", outcome: null }]);
        break;
      }
      await sleep(100);
    }
  });

  it("with a mark of secrecy is refused, and nothing of it is kept", async () => {
    const secret = drawnFirstPage().stamp(160, 140, "MẬT", { colour: "#b02020" }).scanned();
    const scan = await send("sen", scannedPdf([secret]));
    for (;;) {
      const { scans } = await ask<ScansAnswer>("sen", "/api/signed/scans");
      const found = scans.find(({ id }) => id === scan);
      if (found?.step.kind === "failed") {
        expect(found).toMatchObject({ files: [], step: { error: { code: "secrecy.marked" } } });
        break;
      }
      await sleep(100);
    }
    expect((await ask<SignedListAnswer>("sen", "/api/signed")).papers).toHaveLength(1);
  });
});
