import type { Failure, Result } from "../domain/basics/result.ts";
import { sayNumber } from "../domain/language/language.ts";
import type { SampleBalance } from "../operations/fill-sample.ts";
import { parseArguments } from "./arguments.ts";
import { type Console, complainOfFailure } from "./console.ts";

/** What starting may tell on its way. */
export type ServeStep =
  | { readonly kind: "copying-programs" | "waiting-for-former" }
  | { readonly kind: "creating" | "starting"; readonly version: string }
  | { readonly kind: "migrating"; readonly name: string };

/** The program while it serves. */
export interface Serving {
  /** Where it is opened: "http://localhost:3000". */
  readonly origin: string;
  readonly dataFolder: string;
  /** True when the data are not where they were asked for, because the database's account cannot reach it. */
  readonly dataMoved: boolean;
  /** The one-time link that makes the first administrator, while there is none. */
  readonly setupLink: string | null;
  /** Settles when something the program cannot do without has ended by itself. */
  readonly broken: Promise<Failure>;
  /** What the filling with the sample comes to, if it was asked for; the program serves meanwhile. */
  readonly sample: Promise<Result<SampleBalance | null>> | null;
  readonly close: () => Promise<void>;
}

/** What a person asks of `sauro serve`. */
export interface ServeCall {
  /** Fills an empty program with the sample. */
  readonly sample: boolean;
}

export interface ServeCommandDependencies extends Console {
  readonly start: (call: ServeCall, onStep: (step: ServeStep) => void) => Promise<Result<Serving>>;
  /** Settles when the person or the system asks the program to stop. */
  readonly stopAsked: Promise<void>;
}

const form = { name: "serve", usage: "sauro serve [--sample]", positionals: [], flags: ["--sample"] };

/** `sauro serve [--sample]`: serves until asked to stop. Exit code 0 after a wish, 1 after a failure, 2 for a wrong call. */
export async function runServe(args: readonly string[], deps: ServeCommandDependencies): Promise<0 | 1 | 2> {
  const call = parseArguments(form, args);
  if (!call.ok) {
    complainOfFailure(call.failure, deps);
    return 2;
  }
  const started = await deps.start({ sample: call.value.flags.has("--sample") }, (step) =>
    deps.complain(sayStep(step)),
  );
  if (!started.ok) {
    complainOfFailure(started.failure, deps);
    return 1;
  }
  const serving = started.value;
  for (const line of sayServing(serving)) deps.print(line);
  if (serving.sample !== null) void tellSample(serving.sample, deps);
  const broken = await Promise.race([serving.broken, deps.stopAsked.then(() => null)]);
  if (broken === null) deps.complain("Đang dừng… / Stopping…");
  else complainOfFailure(broken, deps);
  await serving.close();
  return broken === null ? 0 : 1;
}

function sayServing({ origin, dataFolder, dataMoved, setupLink }: Serving): readonly string[] {
  return [
    `Sáu Rõ đang chạy / is running: ${origin}`,
    ...(dataMoved ? [`Dữ liệu nằm ở / The data are in: ${dataFolder}`] : []),
    ...(setupLink === null
      ? []
      : [
          "Tạo quản trị viên đầu tiên (liên kết dùng một lần, trong 24 giờ) / Make the first administrator (opens once, for 24 hours):",
          `  ${setupLink}`,
        ]),
  ];
}

async function tellSample(
  filling: Promise<Result<SampleBalance | null>>,
  deps: ServeCommandDependencies,
): Promise<void> {
  deps.complain("Đang nạp bản mẫu Gia Lai… / Filling in the sample of Gia Lai…");
  const filled = await filling;
  if (filled.ok) for (const line of sayBalance(filled.value)) deps.print(line);
  else complainOfFailure(filled.failure, deps);
}

/** What came in and what became of it, all of it accounted for. */
function sayBalance(balance: SampleBalance | null): readonly string[] {
  if (balance === null)
    return ["Bản mẫu Gia Lai đã được nạp từ trước / The sample of Gia Lai was filled in before."];
  const say = (count: number) => sayNumber(count, "vi", 0);
  const { documents, findings, accepted, general, dropped, open, facts, recorded, later } = balance;
  return [
    "Đã nạp xong bản mẫu Gia Lai / The sample of Gia Lai is in:",
    `  ${say(documents)} văn bản, ${say(findings)} mục đọc được → ${say(accepted)} nhiệm vụ, ${say(general)} chỉ đạo chung, ${say(dropped)} loại bỏ, ${say(open)} chờ rà soát`,
    `  ${say(documents)} documents, ${say(findings)} findings → ${say(accepted)} tasks, ${say(general)} general, ${say(dropped)} dropped, ${say(open)} left for review`,
    `  ${say(facts)} mốc tiến độ → ${say(recorded)} đã ghi, ${say(later)} chưa đến ngày / dated facts → recorded, of days to come`,
  ];
}

function sayStep(step: ServeStep): string {
  switch (step.kind) {
    case "copying-programs":
      return "Đang chép PostgreSQL đến nơi tài khoản của nó đọc được… / Copying PostgreSQL to where its account can read it…";
    case "waiting-for-former":
      return "Đang chờ lần chạy trước kết thúc… / Waiting for the former run to end…";
    case "creating":
      return `Lần chạy đầu tiên: đang tạo cơ sở dữ liệu (PostgreSQL ${step.version})… / First start: making the database…`;
    case "starting":
      return `Đang khởi động cơ sở dữ liệu (PostgreSQL ${step.version})… / Starting the database…`;
    case "migrating":
      return `Đang cập nhật cơ sở dữ liệu: ${step.name}… / Updating the database…`;
  }
}
