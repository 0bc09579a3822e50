import { hostname, networkInterfaces } from "node:os";
import { join } from "node:path";
import { Kysely, PostgresDialect } from "kysely";
import type { AccountsTables } from "../accounts/tables.ts";
import { runServe, type ServeCall, type ServeStep, type Serving } from "../cli/serve.ts";
import { setupLink } from "../contract/paths.ts";
import { openMail } from "../delivery/mail.ts";
import { type Failure, type Result, succeed } from "../domain/basics/result.ts";
import { createApp } from "../http/app.ts";
import type { AccountsPort } from "../http/dependencies.ts";
import { listen } from "../http/listen.ts";
import { checkInstallation } from "../operations/check-installation.ts";
import { readDocuments } from "../operations/read-document.ts";
import type { ScanWorld } from "../operations/receive-documents.ts";
import { receiveSigned } from "../operations/receive-signed.ts";
import { type TakeMailWorld, takeMail } from "../operations/take-mail.ts";
import type { Settings } from "../settings.ts";
import { connect } from "../store/connection.ts";
import { openRows, type Rows } from "../store/database.ts";
import { openFileFolder } from "../store/files.ts";
import { openLogKey } from "../store/log-key.ts";
import { type Migration, migrate, readMigrations } from "../store/migrations.ts";
import { type OpenedDatabase, openDatabase } from "../store/open-database.ts";
import { readProvinces, saveProvinces } from "../store/provinces.ts";
import { openSecrets } from "../store/secrets.ts";
import { announceServing } from "../store/serving-lock.ts";
import { openInstallationAccounts, ownAccountOf } from "./accounts.ts";
import { openCallOut } from "./call-out.ts";
import { openDoor } from "./door.ts";
import { openFileReading } from "./file-reading.ts";
import { openInvitationDesk } from "./invitations.ts";
import { openScanRegister, startJobs } from "./jobs.ts";
import { watchMailFolder } from "./mail-folder.ts";
import { openReading } from "./reading.ts";
import { recogniserOf } from "./recogniser.ts";
import { maySample, openSample, type SampleDesk, settleProvince } from "./sample.ts";
import { startSealer } from "./sealer.ts";
import { allProvinces } from "./take-mail.ts";
import { startUpkeep } from "./upkeep.ts";
import {
  dataFile,
  describeBug,
  engineRequest,
  explainListenError,
  migrationsFolder,
  programOf,
  settingsOf,
  stopAsked,
  type World,
} from "./world.ts";

export function run(args: readonly string[], world: World): Promise<number> {
  return runServe(args, {
    print: world.print,
    complain: world.complain,
    start: (call, onStep) => start(world, call, onStep),
    stopAsked: stopAsked(),
  });
}

async function start(
  world: World,
  { sample }: ServeCall,
  onStep: (step: ServeStep) => void,
): Promise<Result<Serving>> {
  const settings = settingsOf(world);
  if (!settings.ok) return settings;
  const { databaseUrl, databaseOwnerUrl, databaseJobsUrl, dataFolder } = settings.value;
  const engine = { ...engineRequest(world, settings.value), onProgress: onStep };
  const database = await openDatabase({
    engine,
    databaseUrl,
    databaseOwnerUrl,
    databaseJobsUrl,
    manner: "own",
  });
  if (!database.ok) return database;
  const migrations = readMigrations(migrationsFolder(world));
  const guard = await prepare(world, database.value, migrations, onStep);
  if (!guard.ok) {
    await database.value.close();
    return guard;
  }
  const allowed = sample ? await prepareSample(database.value) : succeed(null);
  const opened = allowed.ok ? await openToPeople(world, settings.value, database.value, migrations) : allowed;
  if (!opened.ok) {
    await guard.value.close();
    await database.value.close();
    return opened;
  }
  const { origin, link, desk, close } = opened.value;
  return succeed({
    ...{ origin, setupLink: link, dataFolder: database.value.dataFolder },
    dataMoved: database.value.dataFolder !== dataFolder,
    sample: sample ? desk.fill() : null,
    broken: database.value.ended.then(() => databaseEnded(database.value.dataFolder)),
    close: async () => {
      await close();
      await guard.value.close();
      await database.value.close();
    },
  });
}

function databaseEnded(folder: string): Failure {
  return { code: "database.ended", detail: { folder } };
}

/** Brings the schema up to date and says on a connection of its own that the database is being served. */
async function prepare(
  world: World,
  database: OpenedDatabase,
  migrations: readonly Migration[],
  onStep: (step: ServeStep) => void,
): Promise<Result<{ close: () => Promise<void> }>> {
  const client = await connect(database.logins.owner);
  if (!client.ok) return client;
  const close = async () => {
    await client.value.end().catch(() => undefined);
  };
  await announceServing(client.value);
  const migrated = await migrate(client.value, migrations, ({ name }) => onStep({ kind: "migrating", name }));
  if (!migrated.ok) {
    await close();
    return migrated;
  }
  await saveProvinces(client.value, readProvinces(dataFile(world, "administrative-units.tsv")));
  return succeed({ close });
}

/** Refuses the sample where something is already; else the administrators without a province get its own. */
async function prepareSample(database: OpenedDatabase): Promise<Result<null>> {
  const rows = openRows(database.logins.program, 1);
  try {
    const accounts = new Kysely<AccountsTables>({ dialect: new PostgresDialect({ pool: rows.pool }) });
    const allowed = await maySample(rows.kysely, accounts);
    if (allowed.ok) await settleProvince(accounts);
    return allowed;
  } finally {
    await rows.close();
  }
}

/** The port, open before there is an application: that must know which one it is, and what comes in meanwhile waits. */
interface OpenPort {
  readonly origin: string;
  readonly port: number;
  readonly answerWith: (app: ReturnType<typeof createApp>) => void;
  readonly close: () => Promise<void>;
}

async function openPort(settings: Settings): Promise<Result<OpenPort>> {
  const app = Promise.withResolvers<ReturnType<typeof createApp>>();
  const fetch: Parameters<typeof listen>[0]["fetch"] = async (request, env, context) =>
    (await app.promise).fetch(request, env, context);
  try {
    const { port, close } = await listen({ fetch }, { hostname: settings.host, port: settings.port });
    const origin = settings.origin ?? `http://${shownHost(settings.host)}${portSuffix(port)}`;
    return succeed({ origin, port, answerWith: app.resolve, close });
  } catch (error) {
    return explainListenError(error, settings);
  }
}

/** Opens the port, the pool of rows and the accounts. */
async function openToPeople(
  world: World,
  settings: Settings,
  database: OpenedDatabase,
  migrations: readonly Migration[],
): Promise<Result<{ origin: string; link: string | null; desk: SampleDesk; close: () => Promise<void> }>> {
  const opened = await openPort(settings);
  if (!opened.ok) return opened;
  const { origin, port } = opened.value;
  const secure = origin.startsWith("https:");
  const rows = openRows(database.logins.program);
  const reading = openReading(world);
  const { kind, dataFolder, logins } = database;
  const files = openFileFolder(join(dataFolder, "files"));
  const reportBug = (error: unknown) => world.complain(describeBug(error, world.clock()));
  const parts = { kysely: rows.kysely, jobs: logins.jobs, files, reading, clock: world.clock, reportBug };
  const post = settings.mail && { mail: openMail(settings.mail), origin };
  const callOut = openCallOut(settings, { dataFolder, origin });
  const scans = await openScanRegister({ ...parts, dataFolder });
  const jobs = settings.worksHere
    ? await startJobs(scans.queue, { ...parts, lane: openFileReading(world), post, callOut })
    : null;
  const { register } = scans;
  const mails = settings.mailFolder && watchMails(settings.mailFolder, rows, register, reportBug);
  const secret = openSecrets(dataFolder).session;
  const recogniser = await recogniserOf(world);
  const accounts = openInstallationAccounts({
    ...{ world, settings, pool: rows.pool, origin, secret, register },
  });
  const desk = openSample(world, register, reportBug);
  const door = openDoor(accounts, register);
  opened.value.answerWith(
    createApp({
      accounts: { ...door, provinces: () => provincesToChoose(door.provinces, desk) },
      ...{ ownAccount: ownAccountOf(accounts), invitations: openInvitationDesk(accounts, register, post) },
      proxies: settings.proxies,
      ...{ register, sample: desk, post, callOut, reportBug },
      ...{ clock: world.clock, version: world.version, secure },
      readDocuments: (sent, how) => readDocuments(sent, reading, how),
      checkProgram: () =>
        checkInstallation({
          ...{ kind, owner: logins.owner, migrations, dataFolder, program: programOf(world), recogniser },
        }),
      webFolder: join(world.checkout, "dist", "web"),
      hosts: hostsOf(settings.host, port, new URL(origin).host),
    }),
  );
  const issued = await accounts.issueSetupLink();
  const key = openLogKey(dataFolder);
  const owned = openRows(logins.owner, 1);
  const kept = { ...register, files, key, owned: owned.kysely };
  const upkeep = startUpkeep(kept, { say: world.complain, reportBug });
  const sealer = startSealer({ ...register, key }, reportBug);
  return succeed({
    origin,
    link: issued.ok ? setupLink(origin, issued.value.token) : null,
    desk,
    close: async () => {
      desk.stop();
      await opened.value.close();
      await upkeep.close();
      if (mails) await mails.close();
      await scans.close();
      await jobs?.close();
      await sealer.close();
      reading.close();
      await owned.close();
      await rows.close();
    },
  });
}

/** Takes in the signed documents that mails in a folder bring; scans wait in the quarantine like all others. */
function watchMails(folder: string, rows: Rows, register: ScanWorld, reportBug: (error: unknown) => void) {
  const receive: TakeMailWorld["receive"] = (actor, files, hint) =>
    receiveSigned(actor, { files, hint, declaredOpen: false }, register);
  return watchMailFolder(folder, {
    ...{ clock: register.clock, reportBug },
    take: async (mail) => takeMail(mail, await allProvinces(rows), { ...register, receive }),
  });
}

/** All provinces, or that of the sample alone where it was filled in before anybody chose. */
async function provincesToChoose(
  provinces: AccountsPort["provinces"],
  desk: SampleDesk,
): Promise<Awaited<ReturnType<AccountsPort["provinces"]>>> {
  const [all, held] = await Promise.all([provinces(), desk.isHeld()]);
  return held ? all.filter(({ id }) => id === desk.province) : all;
}

/** A wildcard address is none that a browser can open. */
function shownHost(host: string): string {
  if (host === "0.0.0.0" || host === "::" || host === "127.0.0.1" || host === "::1") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

/** All names under which the program may be asked for, as browsers write them. */
function hostsOf(host: string, port: number, own: string): readonly string[] {
  const isOpen = host === "0.0.0.0" || host === "::";
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const names = [
    ...["localhost", "127.0.0.1", "[::1]", shownHost(host)],
    ...(isOpen
      ? [
          hostname(),
          ...addresses.map(({ address, family }) => (family === "IPv6" ? `[${address}]` : address)),
        ]
      : []),
  ];
  return [own, ...names.map((name) => `${name}${portSuffix(port)}`)];
}

function portSuffix(port: number): string {
  return port === 80 ? "" : `:${port}`;
}
