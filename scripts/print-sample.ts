import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sampleDocuments } from "../samples/gia-lai/documents.ts";
import { loadSample } from "../samples/gia-lai/facts.ts";
import { printPlanDocument } from "../src/print/plan-document.ts";

/** Writes the documents of the sample into a folder: `node scripts/print-sample.ts FOLDER`. */
const folder = process.argv[2];
if (folder === undefined) {
  console.error("Cần tên thư mục / a folder is needed: node scripts/print-sample.ts FOLDER");
  process.exitCode = 2;
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, document] of sampleDocuments(loadSample())) {
    writeFileSync(join(folder, name), await printPlanDocument(document));
    console.log(join(folder, name));
  }
}
