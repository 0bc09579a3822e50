import { describe, expect, it } from "vitest";
import type { ReadAnswer, ReadDocumentAnswer } from "../../contract/read.ts";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import { createReadings } from "./readings.ts";
import type { sendFiles } from "./send-files.ts";

/** A server that answers when the test says so. */
function standInServer() {
  const asked: {
    names: string[];
    together: boolean;
    stopped: boolean;
    answer: (answer: Result<ReadAnswer>) => Promise<void>;
  }[] = [];
  const send: typeof sendFiles = (files, together, told) => {
    const { promise, resolve } = Promise.withResolvers<Result<ReadAnswer>>();
    const request = {
      ...{ names: files.map((file) => file.name), together, stopped: false },
      answer: async (answer: Result<ReadAnswer>) => {
        told.onSent();
        resolve(answer);
        await promise;
      },
    };
    asked.push(request);
    return {
      answer: promise,
      stop: () => {
        request.stopped = true;
      },
    };
  };
  return { asked, store: createReadings(send) };
}

function documentOf(...files: readonly string[]): ReadDocumentAnswer {
  const head = {
    ...{
      number: null,
      kind: null,
      kindName: null,
      issuer: null,
      issuerSuperior: null,
      place: null,
      date: null,
    },
    ...{ subject: null, signer: null, recipients: [], attachedTo: null, doubts: {} },
  };
  return {
    output: {
      ...{ version: 1, file: files[0] ?? "", files, sha256: "", document: head },
      ...{ tasks: [], citations: [], ledger: { steps: [] } },
    },
    source: [],
    notices: [],
  };
}

const file = (name: string) => new File(["x"], name);

describe("the documents given", () => {
  it("become a line each: documents with their files, and each unread file", async () => {
    const { asked, store } = standInServer();
    store.add([file("chinh.docx"), file("phuluc.docx"), file("hong.pdf")], false);
    const error = { code: "file.damaged", detail: { part: "x" }, message: "" };
    await asked[0]?.answer(
      succeed({
        documents: [documentOf("chinh.docx", "phuluc.docx")],
        unread: [{ file: "hong.pdf", error }],
      }),
    );
    expect(store.all().map(({ files, step }) => [files.map((one) => one.name), step.kind])).toEqual([
      [["chinh.docx", "phuluc.docx"], "done"],
      [["hong.pdf"], "failed"],
    ]);
  });

  it("are sent one request after the other, in the order given", async () => {
    const { asked, store } = standInServer();
    store.add([file("a")], false);
    store.add([file("b"), file("c")], true);
    expect(asked.map(({ names }) => names)).toEqual([["a"]]);
    await asked[0]?.answer(fail("server.unreachable"));
    expect(asked.map(({ names, together }) => [names, together])).toEqual([
      [["a"], false],
      [["b", "c"], true],
    ]);
    expect(store.all()[0]?.step.kind).toBe("failed");
  });

  it("can be stopped, tried again and removed; a late answer of a stopped one changes nothing", async () => {
    const { asked, store } = standInServer();
    store.add([file("a")], false);
    const id = store.all()[0]?.id ?? 0;
    store.stop(id);
    expect(asked[0]?.stopped).toBe(true);
    await asked[0]?.answer(succeed({ documents: [documentOf("a")], unread: [] }));
    expect(store.all()[0]?.step.kind).toBe("stopped");
    store.retry(id);
    await asked[1]?.answer(succeed({ documents: [documentOf("a")], unread: [] }));
    expect(store.all()[0]?.step.kind).toBe("done");
    store.remove(id);
    expect(store.all()).toEqual([]);
  });

  it("nothing given is nothing asked", () => {
    const { asked, store } = standInServer();
    store.add([], false);
    expect([asked.length, store.all().length]).toEqual([0, 0]);
  });
});
