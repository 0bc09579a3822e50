import { describe, expect, it } from "vitest";
import type { DocumentHead } from "./findings.ts";
import { groupFiles } from "./grouping.ts";

const head = (number: string | null, attachedTo: string | null = null): DocumentHead => ({
  number,
  kind: null,
  kindName: null,
  issuer: null,
  issuerSuperior: null,
  place: null,
  date: null,
  subject: null,
  signer: null,
  recipients: [],
  attachedTo,
  doubts: {},
});

describe("groupFiles", () => {
  it.each([
    [
      "two decisions stay two",
      [
        ["a.docx", head("1/QĐ-UBND")],
        ["b.docx", head("2/QĐ-UBND")],
      ],
      [[0], [1]],
    ],
    [
      "an appendix that says what it belongs to",
      [
        ["b.docx", head("2/QĐ-UBND")],
        ["a.docx", head("1/QĐ-UBND")],
        ["x.docx", head(null, "1/QĐ-UBND")],
      ],
      [[0], [1, 2]],
    ],
    [
      "an appendix given before its main text",
      [
        ["phu luc.docx", head(null, "1/QĐ-UBND")],
        ["a.docx", head("1/QĐ-UBND")],
      ],
      [[1, 0]],
    ],
    [
      "an appendix with blanks, named like its main text",
      [
        ["QD 15 van ban.docx", head("15/QĐ-UBND")],
        ["TB 7.docx", head("7/TB-UBND")],
        ["QD 15 phu luc 1.xlsx", head(null)],
      ],
      [[0, 2], [1]],
    ],
    [
      "an appendix with blanks and one main text",
      [
        ["quyet dinh.docx", head("15/QĐ-UBND")],
        ["Danh mục kèm theo.xlsx", head(null)],
      ],
      [[0, 1]],
    ],
    [
      "an appendix of a document that is not there",
      [
        ["a.docx", head("1/QĐ-UBND")],
        ["x.docx", head(null, "9/QĐ-UBND")],
      ],
      [[0], [1]],
    ],
    [
      "a document without number is no appendix",
      [
        ["a.docx", head("1/QĐ-UBND")],
        ["thông báo.txt", head(null)],
      ],
      [[0], [1]],
    ],
  ] as const)("%s", (_, files, expected) => {
    expect(groupFiles(files.map(([name, of]) => ({ name, head: of })))).toEqual(expected);
  });
});
