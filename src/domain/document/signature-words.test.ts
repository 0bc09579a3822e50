import { describe, expect, it } from "vitest";
import type { DocumentSignature } from "./signature.ts";
import { saySignature } from "./signature-words.ts";

const signature: DocumentSignature = {
  ...{ number: 1, kind: "signature", verdict: "whole", issuerTrust: "cannotJudge" },
  reasons: ["issuerUnknown", "timeClaimed"],
  signer: {
    ...{ name: "Nguyễn Văn An", organisation: "Sở Ngoại vụ", issuer: "CA thử", serial: "01" },
    ...{ validFrom: "2024-01-01", validTo: "2027-01-01" },
  },
  ...{ signedAt: "2025-08-21T18:30:00.000Z", timeFrom: "signer" },
};

describe("saySignature", () => {
  it("says who, when by the clock of Vietnam, and how it was judged", () => {
    expect(saySignature(signature, "vi")).toEqual({
      headline: "Chữ ký số 1: Nguyễn Văn An (Sở Ngoại vụ), ký 01:30 22/08/2025",
      standing: "wholeOnly",
      verdict: "còn nguyên vẹn, chưa rõ người cấp chứng thư",
      details: [
        "Người cấp chứng thư: CA thử.",
        "Không đủ căn cứ kết luận về người cấp chứng thư.",
        "Danh sách tin cậy không có người cấp chứng thư này.",
        "Thời điểm ký theo máy của người ký, không có dấu thời gian.",
      ],
    });
  });

  it("calls valid only what is whole and leads to a trusted issuer", () => {
    const said = (["trusted", "cannotJudge", "notValid"] as const).map(
      (issuerTrust) => saySignature({ ...signature, issuerTrust }, "vi").verdict,
    );
    expect(said.map((verdict) => verdict.includes("hợp lệ"))).toEqual([true, false, false]);
    const changed = saySignature({ ...signature, issuerTrust: "trusted", verdict: "changed" }, "en");
    expect(changed).toMatchObject({ standing: "changed", verdict: "changed after signing" });
  });

  it("has words in English, and for a signature that says nothing of itself", () => {
    const silent: DocumentSignature = {
      ...{ ...signature, number: 2, verdict: "cannotJudge", reasons: ["unreadable"] },
      ...{ signer: null, signedAt: null, timeFrom: null },
    };
    expect(saySignature(silent, "en")).toMatchObject({
      headline: "Digital signature 2: signer not known",
      verdict: "cannot be judged",
      details: [
        "The issuer of the certificate cannot be judged.",
        "The data of the signature cannot be read.",
      ],
    });
  });
});
