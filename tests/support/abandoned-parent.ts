import { startReading } from "../../src/intake/read-file.ts";

/** A parent that lets its child do what the first argument says and prints the child's process id, to be killed meanwhile. */
const reading = startReading({ script: new URL("./misbehaving-reader.ts", import.meta.url) });
const asked = await reading.read({ bytes: Buffer.from("pid") });
console.log(asked.extract.ok ? "" : asked.extract.failure.detail.part);
if (process.argv[2]) await reading.read({ bytes: Buffer.from(process.argv[2]) });
