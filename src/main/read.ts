import { writeFileSync } from "node:fs";
import { runRead } from "../cli/read.ts";
import { readDocuments } from "../operations/read-document.ts";
import { openReading } from "./reading.ts";
import type { World } from "./world.ts";

export async function run(args: readonly string[], world: World): Promise<number> {
  const reading = openReading(world);
  try {
    return await runRead(args, {
      print: world.print,
      complain: world.complain,
      width: world.width,
      language: "vi",
      readDocuments: (files, options) => readDocuments(files, reading, options),
      writeSpreadsheet: async (path, documents) => {
        const { tasksSpreadsheet } = await import("../operations/tasks-spreadsheet.ts");
        writeFileSync(path, await tasksSpreadsheet(documents));
      },
    });
  } finally {
    reading.close();
  }
}
