import { runWork } from "../cli/work.ts";
import { openMail } from "../delivery/mail.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { jobNames } from "../jobs/worker.ts";
import { withClient } from "../store/connection.ts";
import { openRows } from "../store/database.ts";
import { readSchemaState } from "../store/migrations.ts";
import { openQueue } from "../store/queue.ts";
import { openCallOut } from "./call-out.ts";
import { openFileReading } from "./file-reading.ts";
import { type Installation, withInstallation } from "./installation.ts";
import { startJobs } from "./jobs.ts";
import { openReading } from "./reading.ts";
import { describeBug, settingsOf, stopAsked, type World } from "./world.ts";

export function run(args: readonly string[], world: World): Promise<number> {
  return runWork(args, {
    print: world.print,
    complain: world.complain,
    work: (onReady) =>
      withInstallation(world, "join", (installation) => workIn(installation, world, onReady)),
  });
}

/** Works beside a server, on its machine or on another one that shares the data folder. */
async function workIn(
  { database, files, migrations }: Installation,
  world: World,
  onReady: () => void,
): Promise<Result<null>> {
  const stop = stopAsked();
  const settings = settingsOf(world);
  if (!settings.ok) return settings;
  const schema = await withClient(database.logins.owner, (client) => readSchemaState(client, migrations));
  if (!schema.ok) return schema;
  if (schema.value.missing.length > 0)
    return fail("database.schema-behind", { missing: schema.value.missing.length });
  const rows = openRows(database.logins.program, 4);
  const reportBug = (error: unknown) => world.complain(describeBug(error, world.clock()));
  const parts = { kysely: rows.kysely, jobs: database.logins.jobs, files, clock: world.clock, reportBug };
  const queue = await openQueue({ ...parts, kinds: jobNames });
  const reading = openReading(world);
  const { mail, port } = settings.value;
  const origin = settings.value.origin ?? `http://localhost:${port}`;
  const post = mail && { mail: openMail(mail), origin };
  const callOut = openCallOut(settings.value, { dataFolder: database.dataFolder, origin });
  const jobs = await startJobs(queue, { ...parts, reading, lane: openFileReading(world), post, callOut });
  onReady();
  await Promise.race([stop, database.ended]);
  await queue.close();
  await jobs.close();
  reading.close();
  await rows.close();
  return succeed(null);
}
