import { writeFileSync } from "node:fs";
import { openFileReading } from "./file-reading.ts";
import type { World } from "./world.ts";

export async function run(args: readonly string[], world: World): Promise<number> {
  // The child process starts while all else is loaded, here and in it: a third of the time of a short document.
  const files = openFileReading(world, true);
  const [{ openReading }, { runRead }, { readDocuments }] = await Promise.all([
    import("./reading.ts"),
    import("../cli/read.ts"),
    import("../operations/read-document.ts"),
  ]);
  const reading = openReading(world, files);
  try {
    return await runRead(args, {
      print: world.print,
      complain: world.complain,
      width: world.width,
      language: "vi",
      readDocuments: (named, options) =>
        readDocuments(
          named,
          {
            reading: reading.reading,
            gazetteer: reading.gazetteer,
            ...(options.repair && reading.repairModel && { repairModel: reading.repairModel }),
          },
          options,
        ),
      writeSpreadsheet: async (path, documents) => {
        const { tasksSpreadsheet } = await import("../operations/tasks-spreadsheet.ts");
        writeFileSync(path, await tasksSpreadsheet(documents));
      },
    });
  } finally {
    reading.close();
  }
}
