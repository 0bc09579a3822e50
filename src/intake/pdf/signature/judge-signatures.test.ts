import { beforeAll, describe, expect, it } from "vitest";
import type { DocumentSignature } from "../../../domain/document/signature.ts";
import { readBytes } from "../../read-bytes.ts";
import { stream } from "../written-pdf.fixture.ts";
import {
  type CmsWish,
  type Identity,
  makeIdentity,
  signCms,
  signStamp,
  trustListOf,
} from "./authority.fixture.ts";
import { judgeSignatures } from "./judge-signatures.ts";
import { plainPdf, signedPdf, updated, withFields } from "./signed-pdf.fixture.ts";

const page = { content: "BT /F1 12 Tf 50 700 Td (Quyet dinh so 12) Tj ET" };
let root: Identity;
let officer: Identity;
let office: Identity;
let expired: Identity;
let clock: Identity;

beforeAll(async () => {
  root = await makeIdentity({ name: "CA thử nghiệm" });
  officer = await makeIdentity({ name: "Nguyễn Văn An", issuer: root });
  office = await makeIdentity({ name: "Ủy ban nhân dân tỉnh", issuer: root });
  expired = await makeIdentity({ name: "Trần Thị Bình", issuer: root, from: "2020-01-01", to: "2023-01-01" });
  clock = await makeIdentity({ name: "Dấu thời gian", issuer: root });
});

function sign(
  wish: Partial<CmsWish> = {},
  fields: readonly number[] = [50],
  pdf = plainPdf(page),
): Promise<Buffer> {
  return signedPdf(pdf, { fields, sign: (data) => signCms(data, { signer: officer, ...wish }) });
}

async function judged(
  pdf: Uint8Array,
  trust: readonly Identity[] = [root],
): Promise<readonly DocumentSignature[]> {
  return judgeSignatures(pdf, trustListOf(trust));
}

describe("a signature", () => {
  it("over a file that nobody touched is whole, by a signer whose issuer is trusted", async () => {
    expect(await judged(await sign())).toEqual([
      {
        number: 1,
        kind: "signature",
        verdict: "whole",
        issuerTrust: "trusted",
        reasons: ["revocationUnknown", "timeClaimed"],
        signer: {
          name: "Nguyễn Văn An",
          organisation: "Cơ quan thử nghiệm",
          issuer: "CA thử nghiệm",
          serial: expect.stringMatching(/^[0-9a-f]+$/),
          validFrom: "2024-01-01",
          validTo: "2034-01-01",
        },
        signedAt: "2025-08-21T02:00:00.000Z",
        timeFrom: "signer",
      },
    ]);
  });

  it("says that it cannot judge the issuer while the trust list is empty or names others", async () => {
    const stranger = await makeIdentity({ name: "CA khác" });
    for (const trust of [[], [stranger]])
      expect(await judged(await sign(), trust)).toMatchObject([
        { verdict: "whole", issuerTrust: "cannotJudge", reasons: ["issuerUnknown", "timeClaimed"] },
      ]);
  });

  it("is changed by one byte of what was signed", async () => {
    const pdf = await sign();
    pdf.write("3", pdf.indexOf("so 12") + 4, "latin1");
    expect(await judged(pdf)).toMatchObject([{ verdict: "changed", signer: { name: "Nguyễn Văn An" } }]);
    expect((await judged(pdf))[0]?.reasons).toContain("bytesDiffer");
  });

  it("whose value was made by another key is changed", async () => {
    const forged = { certificate: officer.certificate, key: office.key };
    expect((await judged(await sign({ signer: forged })))[0]).toMatchObject({
      verdict: "changed",
      reasons: expect.arrayContaining(["valueWrong"]),
    });
  });

  it("with a certificate out of time at signing says so, and still tells that the file is whole", async () => {
    expect(await judged(await sign({ signer: expired }))).toMatchObject([
      { verdict: "whole", issuerTrust: "notValid", reasons: ["certificateOutOfTime", "timeClaimed"] },
    ]);
  });

  it("takes the time from a stamp of a third party over it, and not from a stamp over something else", async () => {
    const at = "2025-08-21T02:00:05.000Z";
    expect(await judged(await sign({ stamp: { by: clock, at } }))).toMatchObject([
      { verdict: "whole", signedAt: at, timeFrom: "timestamp", reasons: ["revocationUnknown"] },
    ]);
    const other = { by: clock, at, over: Buffer.from("khác") };
    expect(await judged(await sign({ stamp: other }))).toMatchObject([
      { verdict: "whole", signedAt: "2025-08-21T02:00:00.000Z", timeFrom: "signer" },
    ]);
    expect((await judged(await sign({ stamp: other })))[0]?.reasons).toContain("timestampWrong");
  });

  it("without any time cannot have its certificate judged", async () => {
    expect(await judged(await sign({ claimedAt: null }))).toMatchObject([
      {
        verdict: "whole",
        issuerTrust: "cannotJudge",
        signedAt: null,
        reasons: ["issuerUnknown", "timeMissing"],
      },
    ]);
  });

  it("of an algorithm that nobody knows cannot be judged", async () => {
    // The object identifier of SHA-256 is turned into one that does not exist, wherever it stands.
    const unknown = async (data: Buffer): Promise<Buffer> => {
      const message = (await signCms(data, { signer: officer })).toString("latin1");
      return Buffer.from(
        message.replaceAll("`\x86H\x01e\x03\x04\x02\x01", "`\x86H\x01e\x03\x04\x02\x7e"),
        "latin1",
      );
    };
    const pdf = await signedPdf(plainPdf(page), { fields: [50], sign: unknown });
    expect(await judged(pdf)).toMatchObject([{ verdict: "cannotJudge" }]);
    expect((await judged(pdf))[0]?.reasons).toContain("algorithmUnknown");
  });

  it("that is no message, or leaves out more of the file than itself, cannot be judged", async () => {
    const empty = await signedPdf(plainPdf(page), {
      fields: [50],
      sign: async () => Buffer.from("khong phai"),
    });
    expect(await judged(empty)).toMatchObject([{ verdict: "cannotJudge", reasons: ["unreadable"] }]);
    const pdf = await sign();
    const text = pdf.toString("latin1");
    const wider = text.replace(
      /\[0 (\d{10})/,
      (_all, length: string) => `[0 ${String(Number(length) - 100).padStart(10, "0")}`,
    );
    expect(await judged(Buffer.from(wider, "latin1"))).toMatchObject([
      { verdict: "cannotJudge", reasons: ["rangeWrong"] },
    ]);
  });
});

describe("several signatures", () => {
  it("are each whole: the later one only adds itself", async () => {
    const once = await sign();
    const twice = await sign({ signer: office, claimedAt: "2025-08-22T02:00:00Z" }, [50, 60], once);
    expect(await judged(twice)).toMatchObject([
      {
        number: 1,
        verdict: "whole",
        signer: { name: "Nguyễn Văn An" },
        reasons: expect.arrayContaining(["signedAgain"]),
      },
      { number: 2, verdict: "whole", signer: { name: "Ủy ban nhân dân tỉnh" } },
    ]);
  });

  it("may be followed by a time stamp over the file", async () => {
    const at = "2025-08-23T02:00:00.000Z";
    const stamped = await signedPdf(await sign(), {
      ...{ fields: [50, 60], encoding: "ETSI.RFC3161" },
      sign: (data) => signStamp(data, clock, at),
    });
    expect(await judged(stamped)).toMatchObject([
      { kind: "signature", verdict: "whole" },
      { kind: "timestamp", verdict: "whole", signedAt: at, timeFrom: "timestamp" },
    ]);
  });
});

describe("an update after signing", () => {
  const fields = withFields([50]);
  const cases: readonly [string, Readonly<Record<number, string>>, DocumentSignature["verdict"]][] = [
    [
      "of the content of a page",
      { 11: stream("BT /F1 12 Tf 50 700 Td (Quyet dinh so 99) Tj ET") },
      "changed",
    ],
    [
      "that gives the page other content",
      { ...withFields([50], 70), 70: stream("BT (khac) Tj ET") },
      "changed",
    ],
    ["of a font", { 3: "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>" }, "changed"],
    ["that takes the pages apart", { 2: "<< /Type /Pages /Kids [] /Count 0 >>" }, "changed"],
    [
      "that lays a note over the page",
      {
        ...withFields([50, 70]),
        70: "<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] /Contents (them) >>",
      },
      "changed",
    ],
    ["that takes the signature off the page", withFields([]), "changed"],
    ["of the facts of the file", { 90: "<< /Producer (x) /ModDate (D:2026) >>" }, "whole"],
    [
      "that keeps proofs of the certificate",
      { 1: `${fields[1]?.replace(/>>$/, "")} /DSS 80 0 R >>`, 80: "<< /Type /DSS /Certs [] >>" },
      "whole",
    ],
  ];
  it.each(cases)("%s is found out", async (_what, objects, verdict) => {
    const [signature] = await judged(updated(await sign(), objects));
    expect(signature?.verdict).toBe(verdict);
    expect(signature?.reasons).toContain(verdict === "changed" ? "contentAdded" : "signedAgain");
  });

  it("that leads to another root, or hides a signed object, is found out", async () => {
    const pdf = await sign();
    const other = updated(pdf, { 70: "<< /Type /Catalog /Pages 71 0 R >>" }).toString("latin1");
    const at = other.lastIndexOf("/Root 1 0 R");
    const rooted = `${other.slice(0, at)}/Root 70 0 R${other.slice(at + 11)}`;
    expect(await judged(Buffer.from(rooted, "latin1"))).toMatchObject([{ verdict: "changed" }]);
    const freed = `xref\n11 1\n0000000000 00001 f \ntrailer\n<< /Size 100 /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
    expect(await judged(Buffer.concat([pdf, Buffer.from(freed)]))).toMatchObject([{ verdict: "changed" }]);
  });

  it("of which nothing can be made out cannot be judged", async () => {
    const pdf = Buffer.concat([await sign(), Buffer.from("\nkhông rõ là gì")]);
    expect(await judged(pdf)).toMatchObject([
      { verdict: "cannotJudge", reasons: expect.arrayContaining(["additionUnclear"]) },
    ]);
  });
});

describe("reading a signed file", () => {
  it("gives its signatures beside its text, judged by the trust list", async () => {
    const aids = { office: false, trustList: trustListOf([root]) };
    const read = await readBytes(await sign(), undefined, aids);
    expect(read.ok && read.value.signatures).toMatchObject([{ verdict: "whole", issuerTrust: "trusted" }]);
    const plain = await readBytes(plainPdf(page), undefined, aids);
    expect(plain.ok && plain.value.signatures).toBe(undefined);
  });
});

describe("no signature", () => {
  it("is found in a plain file, nor in one that only speaks of them", async () => {
    expect(await judged(plainPdf(page))).toEqual([]);
    const speaking = plainPdf({ content: "BT (/ByteRange [0 1 2 3]) Tj ET" });
    expect(await judged(speaking)).toEqual([]);
  });
});
