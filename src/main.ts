import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { World } from "./main/world.ts";

// The composition root: the only reader of the environment and the clock. Each command's parts are loaded when it is
// called, so that reading a document loads neither database nor web server.

type Command = { run: (args: readonly string[], world: World) => Promise<number> };

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: () => import("./main/serve.ts"),
  work: () => import("./main/work.ts"),
  read: () => import("./main/read.ts"),
  searchable: () => import("./main/searchable.ts"),
  import: () => import("./main/import.ts"),
  "take-mail": () => import("./main/take-mail.ts"),
  export: () => import("./main/export.ts"),
  log: () => import("./main/log.ts"),
  backup: () => import("./main/backup.ts"),
  restore: () => import("./main/restore.ts"),
  check: () => import("./main/check.ts"),
  entry: () => import("./main/entry.ts"),
  country: () => import("./main/country.ts"),
};

const help = `Sáu Rõ

  sauro serve [--sample]           chạy hệ thống; --sample: kèm dữ liệu mẫu / runs the system; with sample data
  sauro work                       làm việc trong hàng chờ trên máy này (đọc bản quét…) / works off the queue here (reading scans…)
  sauro read FILE… [--json] [--repair] [--xlsx FILE] [--together]
                                   đọc văn bản, in nhiệm vụ tìm được / reads documents, prints the tasks found
  sauro searchable SCAN COPY.pdf   bản sao PDF tìm được chữ của bản quét / a copy of a scan that can be searched
  sauro import FILE… [--json] [--together] [--again] [--province NUMBER]
                                   tiếp nhận văn bản vào sổ để kiểm tra / imports documents for review
  sauro take-mail FILE.eml… [--province NUMBER]
                                   nhận văn bản đã ký gửi qua thư / takes in signed documents that mails bring
  sauro export FILE.xlsx|FILE.csv [--search WORDS] [--unit NAME] [--state STATES]
                                   xuất danh sách nhiệm vụ / writes the list of tasks
  sauro log FILE.jsonl|FILE.syslog [--kind KINDS] [--from DAY] [--to DAY]
                                   xuất nhật ký cho hệ thống giám sát / writes the log for a security monitor
  sauro backup FILE [--encrypt] [--passphrase-file FILE]
                                   sao lưu vào một tệp, có thể mã hóa / backs up into one file, encrypted on wish
  sauro restore FILE [--replace] [--passphrase-file FILE]
                                   khôi phục từ bản sao lưu / restores a backup
  sauro check [--json] [--repair]  kiểm tra cài đặt / checks the installation
  sauro check --audit [--heads FILE] [--print-heads]
                                   kiểm tra nhật ký có bị sửa không / checks that nobody touched the log
  sauro entry EMAIL                mã vào một lần cho quản trị viên / a code that lets an administrator in once
  sauro country [--add EMAIL | --remove EMAIL]
                                   ai được xem số liệu cả nước / who may read the figures of all provinces
  sauro --version

Thiết lập / Settings: SAURO_PORT (3000), SAURO_HOST (127.0.0.1), SAURO_ORIGIN, SAURO_PROXIES,
SAURO_DATA (./data.local), SAURO_SECOND_FACTOR, SAURO_LOCAL_ACCOUNTS, SAURO_SSO_ISSUER (_CLIENT_ID, _CLIENT_SECRET, _NAME, _CLAIM),
SAURO_OFFICE (LibreOffice: soffice, none), SAURO_WORK (here, elsewhere), SAURO_MAIL_FOLDER (thư mục .eml / folder of .eml files), SAURO_BACKUP_PASSPHRASE,
DATABASE_URL, DATABASE_OWNER_URL, DATABASE_JOBS_URL`;

async function main(): Promise<number> {
  const [name = "--help", ...args] = process.argv.slice(2);
  const world = makeWorld();
  if (name === "--version" || name === "-v" || name === "version") {
    world.print(world.version);
    return 0;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    world.print(help);
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load !== undefined) return (await load()).run(args, world);
  const { complainOfFailure } = await import("./cli/console.ts");
  complainOfFailure({ code: "command.unknown", detail: { name } }, world);
  return 2;
}

function makeWorld(): World {
  const programFolder = dirname(fileURLToPath(import.meta.url));
  const checkout = dirname(programFolder);
  // Our own package.json, which has a version.
  const { version } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8")) as { version: string };
  return {
    environment: process.env,
    checkout,
    programFolder,
    version,
    clock: () => new Date(),
    width: process.stdout.columns ?? 100,
    print: (text) => process.stdout.write(`${text}\n`),
    complain: (text) => process.stderr.write(`${text}\n`),
  };
}

// A reader that closes the pipe early ("| head") has what it wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

// Not process.exit: what was printed into a pipe would be cut off.
process.exitCode = await main();
