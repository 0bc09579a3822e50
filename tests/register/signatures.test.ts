import { afterAll, beforeAll, expect, it } from "vitest";
import type { DocumentAnswer, ImportAnswer } from "../../src/contract/document.ts";
import { makeIdentity, signCms, trustListOf } from "../../src/intake/pdf/signature/authority.fixture.ts";
import { plainPdf, signedPdf, updated } from "../../src/intake/pdf/signature/signed-pdf.fixture.ts";
import { stream } from "../../src/intake/pdf/written-pdf.fixture.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";

const page = { content: "BT /F1 12 Tf 50 700 Td (Kinh gui cac don vi) Tj ET" };
let app: RegisterApp;
let signed: Buffer;

beforeAll(async () => {
  const root = await makeIdentity({ name: "CA thử nghiệm" });
  const signer = await makeIdentity({ name: "Nguyễn Văn An", issuer: root });
  signed = await signedPdf(plainPdf(page), { fields: [50], sign: (data) => signCms(data, { signer }) });
  const now = new Date("2026-03-02T03:00:00Z");
  app = await openRegisterApp(() => now, startReading({ trustList: trustListOf([root]) }));
});
afterAll(() => app.close());

it("tells at import and on the document whether a signed file is whole, and who signed it", async () => {
  const line = await imported("văn bản ký số.pdf", signed);
  expect(line.signatures).toMatchObject([
    {
      file: "văn bản ký số.pdf",
      verdict: "whole",
      issuerTrust: "trusted",
      signer: { name: "Nguyễn Văn An" },
    },
  ]);
  const answer = await app.ask("mai", `/api/documents/${line.document.id}`);
  expect(((await answer.json()) as DocumentAnswer).signatures).toEqual(line.signatures);
});

it("takes a changed file in all the same, and says that it was changed", async () => {
  const other = { 11: stream("BT /F1 12 Tf 50 700 Td (Noi dung khac) Tj ET") };
  const line = await imported("đã sửa.pdf", updated(signed, other));
  expect(line.signatures).toMatchObject([
    { verdict: "changed", reasons: expect.arrayContaining(["contentAdded"]) },
  ]);
});

async function imported(name: string, bytes: Uint8Array) {
  const answer = await app.ask("mai", "/api/documents", uploadOf([name, bytes]));
  const [line] = ((await answer.json()) as ImportAnswer).lines;
  if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
  return line;
}
