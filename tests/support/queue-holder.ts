import { openRows } from "../../src/store/database.ts";
import { openQueue } from "../../src/store/queue.ts";

// A worker of the queue that takes a job and never ends it, until it is killed. The connections come as JSON.
const { jobs, program } = JSON.parse(process.argv[2] ?? "");
const { kysely } = openRows(program);
const queue = await openQueue({
  ...{ jobs, kysely, kinds: ["count", "refuse"], clock: () => new Date(), reportBug: console.error },
  silence: 10,
});
await queue.work("count", 1, () => {
  process.send?.("taken");
  return new Promise(() => undefined);
});
