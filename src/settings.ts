import { isIP } from "node:net";
import { resolve } from "node:path";
import type { MailServer } from "./delivery/mail.ts";
import { fail, type Result, succeed } from "./domain/basics/result.ts";
import { mailNames, readMailSettings } from "./mail-settings.ts";
import { readSignInSettings, type SignInSettings, signInNames } from "./sign-in-settings.ts";

/** How this installation is set up. Read once, from the environment, by `main.ts`. */
export interface Settings {
  /** TCP port of the web server, 0…65535; 0 lets the system choose. `SAURO_PORT`, 3000 when not set. */
  readonly port: number;
  /** Address it listens on. `SAURO_HOST`, 127.0.0.1 when not set. */
  readonly host: string;
  /** Where people open the program when a proxy stands before it: "https://sauro.gialai.gov.vn". `SAURO_ORIGIN`. */
  readonly origin: string | null;
  /** Addresses of proxies before the program, whose `X-Forwarded-For` is believed. `SAURO_PROXIES`, with commas between. */
  readonly proxies: readonly string[];
  /** Folder of the database, the files and the secrets of this installation, absolute. `SAURO_DATA`. */
  readonly dataFolder: string;
  /** True when `SAURO_DATA` named the folder. */
  readonly dataFolderChosen: boolean;
  /** How people sign in. */
  readonly signIn: SignInSettings;
  /** The server for mail, or null: none is sent. */
  readonly mail: MailServer | null;
  /** Names or addresses inside the own network that webhooks may call. `SAURO_WEBHOOK_HOSTS`, with commas between. */
  readonly webhookHosts: readonly string[];
  /** A folder whose .eml files are taken in as signed documents, absolute; null: none. `SAURO_MAIL_FOLDER`. */
  readonly mailFolder: string | null;
  /** URL of the login for rows, or null: the program runs its own database server. `DATABASE_URL`. */
  readonly databaseUrl: string | null;
  /** URL of the login that owns the tables, or null: the same as `databaseUrl`. `DATABASE_OWNER_URL`. */
  readonly databaseOwnerUrl: string | null;
  /** URL of the login that works off the queue, or null: it is made. `DATABASE_JOBS_URL`. */
  readonly databaseJobsUrl: string | null;
  /** Whether `sauro serve` works off the queue too: `SAURO_WORK`, "here" when not set, "elsewhere" leaves it to `sauro work`. */
  readonly worksHere: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const ownNames = [
  ...[
    "SAURO_PORT",
    "SAURO_HOST",
    "SAURO_ORIGIN",
    "SAURO_PROXIES",
    "SAURO_DATA",
    "SAURO_OFFICE",
    "SAURO_BACKUP_PASSPHRASE",
    "SAURO_WORK",
    "SAURO_MAIL_FOLDER",
    "SAURO_WEBHOOK_HOSTS",
  ],
  ...signInNames,
  ...mailNames,
];

/**
 * Reads the settings. An empty value counts as not set. Fails with `setting.unknown` for a name that begins with
 * `SAURO_` and means nothing (a slip of the pen would otherwise be followed by a silent default), and with
 * `setting.wrong-…` for a value that cannot be used. `checkout` is the folder of the program.
 */
export function readSettings(environment: Environment, checkout: string): Result<Settings> {
  const unknown = Object.keys(environment).find(
    (name) => name.startsWith("SAURO_") && !ownNames.includes(name),
  );
  if (unknown !== undefined) return fail("setting.unknown", { name: unknown, known: ownNames.join(", ") });

  const port = readPort(settingOf(environment, "SAURO_PORT") ?? "3000");
  if (port === null) return fail("setting.wrong-port", { value: environment.SAURO_PORT ?? "" });

  const origin = readOrigin(settingOf(environment, "SAURO_ORIGIN"));
  if (origin === undefined) return fail("setting.wrong-origin", { value: environment.SAURO_ORIGIN ?? "" });

  const named = listOf(environment, "SAURO_PROXIES");
  const wrong = named.find((part) => isIP(part) === 0);
  if (wrong !== undefined) return fail("setting.wrong-proxy", { value: wrong });

  const signIn = readSignInSettings((name) => settingOf(environment, name));
  if (!signIn.ok) return signIn;
  const mail = readMailSettings((name) => settingOf(environment, name));
  if (!mail.ok) return mail;

  const databaseUrl = settingOf(environment, "DATABASE_URL");
  const databaseOwnerUrl = settingOf(environment, "DATABASE_OWNER_URL");
  const databaseJobsUrl = settingOf(environment, "DATABASE_JOBS_URL");
  for (const [name, url] of [
    ["DATABASE_JOBS_URL", databaseJobsUrl],
    ["DATABASE_URL", databaseUrl],
    ["DATABASE_OWNER_URL", databaseOwnerUrl],
  ] as const)
    if (url !== null && !isPostgresUrl(url)) return fail("setting.wrong-url", { name });
  if (databaseOwnerUrl !== null && databaseUrl === null) return fail("setting.owner-url-alone");

  const work = settingOf(environment, "SAURO_WORK") ?? "here";
  if (work !== "here" && work !== "elsewhere")
    return fail("setting.wrong-choice", { name: "SAURO_WORK", value: work, known: "here, elsewhere" });

  const data = settingOf(environment, "SAURO_DATA");
  const mailFolder = settingOf(environment, "SAURO_MAIL_FOLDER");
  return succeed({
    port,
    host: settingOf(environment, "SAURO_HOST") ?? "127.0.0.1",
    origin,
    proxies: named,
    signIn: signIn.value,
    mail: mail.value,
    webhookHosts: listOf(environment, "SAURO_WEBHOOK_HOSTS").map((host) => host.toLowerCase()),
    mailFolder: mailFolder === null ? null : resolve(mailFolder),
    dataFolder: resolve(data ?? `${checkout}/data.local`),
    dataFolderChosen: data !== null,
    databaseUrl,
    databaseOwnerUrl,
    databaseJobsUrl,
    worksHere: work === "here",
  });
}

function settingOf(environment: Environment, name: string): string | null {
  const value = environment[name]?.trim();
  return value === undefined || value === "" ? null : value;
}

/** What stands between commas. */
function listOf(environment: Environment, name: string): readonly string[] {
  const parts = (settingOf(environment, name) ?? "").split(",").map((part) => part.trim());
  return parts.filter((part) => part !== "");
}

function readPort(text: string): number | null {
  if (!/^\d{1,5}$/.test(text)) return null;
  const port = Number(text);
  return port <= 65535 ? port : null;
}

/** The origin of an address without a path; undefined when it is not one. */
function readOrigin(text: string | null): string | null | undefined {
  if (text === null) return null;
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.pathname === "/" && url.search === "" && url.username === "" ? url.origin : undefined;
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
}
