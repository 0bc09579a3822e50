import { expect, it } from "vitest";
import type { ImportAnswer } from "../../contract/document.ts";
import { type Result, succeed } from "../../domain/basics/result.ts";
import { createImports, type Import } from "./imports.ts";

const link = {
  id: "d1",
  number: "1/KH-UBND",
  kindName: "Kế hoạch",
  issuer: "UBND tỉnh",
  issuedOn: "2026-01-05",
  subject: null,
  fileName: "a.docx",
};

const apart = { together: false, declaredOpen: false };

/** A sender that answers when told to. */
function heldBack() {
  const sent: { readonly one: Import; readonly answer: (value: Result<ImportAnswer>) => void }[] = [];
  let imported = 0;
  const store = createImports(
    () => {
      imported++;
    },
    (one) => {
      const { promise, resolve } = Promise.withResolvers<Result<ImportAnswer>>();
      sent.push({ one, answer: resolve });
      return { answer: promise, stop: () => {} };
    },
  );
  return { store, sent, imported: () => imported };
}

const importedLine = (name: string): ImportAnswer => ({
  lines: [
    {
      outcome: "imported",
      files: [name],
      key: `key ${name}`,
      document: link,
      findings: 3,
      rejected: 0,
      signatures: [],
    },
  ],
});

it("several files go one after the other, each with its own line", async () => {
  const { store, sent, imported } = heldBack();
  store.add([new File(["a"], "a.docx"), new File(["b"], "b.docx")], apart);
  expect(sent).toHaveLength(1);
  expect(store.all().map((one) => one.step.kind)).toEqual(["sending", "waiting"]);
  sent[0]?.answer(succeed(importedLine("a.docx")));
  await Promise.resolve();
  await Promise.resolve();
  expect(sent).toHaveLength(2);
  expect(store.all().map((one) => one.step.kind)).toEqual(["done", "sending"]);
  expect(imported()).toBe(1);
});

it("files that are one document go in one request", () => {
  const { store, sent } = heldBack();
  store.add([new File(["a"], "a.docx"), new File(["b"], "phu-luc.xlsx")], { ...apart, together: true });
  expect(sent.map(({ one }) => [one.files.length, one.together])).toEqual([[2, true]]);
});

it("a duplicate waits for the person, and enters only with its key", async () => {
  const { store, sent, imported } = heldBack();
  store.add([new File(["a"], "a.docx")], apart);
  sent[0]?.answer(
    succeed({
      lines: [{ outcome: "duplicate", files: ["a.docx"], key: "k1", why: "sameFile", of: link, findings: 3 }],
    }),
  );
  await Promise.resolve();
  await Promise.resolve();
  expect(imported()).toBe(0);
  const [line] = store.all();
  store.takeAllTheSame(line?.id ?? 0, "k1");
  expect(sent[1]?.one.force).toEqual(["k1"]);
});

it("a scan that waits to be read goes on elsewhere, under the name it was sent by", async () => {
  const { store, sent, imported } = heldBack();
  store.add([new File(["a"], "a.pdf"), new File(["b"], "b.docx")], apart);
  sent[0]?.answer(succeed({ lines: [{ outcome: "waiting", files: ["a.pdf"], scan: "s1" }] }));
  await Promise.resolve();
  await Promise.resolve();
  expect(store.all().map(({ files }) => files[0]?.name)).toEqual(["b.docx"]);
  expect([store.namesOf("s1"), store.namesOf("s2"), imported()]).toEqual([["a.pdf"], [], 1]);
});
