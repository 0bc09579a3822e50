import type { Result } from "../domain/basics/result.ts";
import { sayFailure } from "../domain/language/failures.ts";
import { type Bilingual, sayNumber } from "../domain/language/language.ts";
import type { DutyCheck } from "../operations/check-duties.ts";
import type { InstallationState } from "../operations/check-installation.ts";
import { parseArguments } from "./arguments.ts";
import { type Console, complainOfFailure } from "./console.ts";

/** An installation with its duties; null: they could not be looked at, or nothing was to be repaired. */
export interface CheckedInstallation extends InstallationState {
  readonly duties: DutyCheck | null;
  readonly repaired: number | null;
}

export interface CheckCommandDependencies extends Console {
  /** `repair`: rows of duties that are not what their facts say are built again. */
  readonly check: (repair: boolean) => Promise<Result<CheckedInstallation>>;
}

const form = {
  ...{ name: "check", usage: "sauro check [--json] [--repair]", positionals: [] },
  flags: ["--json", "--repair"],
};

/** `sauro check [--json] [--repair]`. Exit code 0 when all is well, 1 when a person should act, 2 for a wrong call. */
export async function runCheck(args: readonly string[], deps: CheckCommandDependencies): Promise<0 | 1 | 2> {
  const call = parseArguments(form, args);
  if (!call.ok) {
    complainOfFailure(call.failure, deps);
    return 2;
  }
  const checked = await deps.check(call.value.flags.has("--repair"));
  const isJson = call.value.flags.has("--json");
  if (!checked.ok) {
    if (isJson) deps.print(JSON.stringify({ concerns: [concernOf(checked.failure)] }));
    else complainOfFailure(checked.failure, deps);
    return 1;
  }
  const state = checked.value;
  if (isJson) deps.print(JSON.stringify({ ...state, concerns: state.concerns.map(concernOf) }));
  else {
    for (const [label, value] of linesOf(state))
      deps.print(`${`${label.vi} / ${label.en}`.padEnd(44)} ${value}`);
    for (const concern of state.concerns) complainOfFailure(concern, deps);
    if (state.concerns.length === 0) deps.print("Mọi thứ đều ổn. / All is well.");
  }
  return state.concerns.length === 0 ? 0 : 1;
}

function concernOf(failure: InstallationState["concerns"][number]) {
  return { code: failure.code, vi: sayFailure(failure, "vi"), en: sayFailure(failure, "en") };
}

const recognisers: Readonly<Record<InstallationState["recogniser"], string>> = {
  machine: "Tesseract của máy / of the machine",
  own: "kèm theo chương trình, chậm hơn / comes with the program, slower",
  none: "không có / none",
};

function linesOf(state: CheckedInstallation) {
  const { program, database, dataFolder, freeBytes, recogniser, duties, repaired } = state;
  const size = (bytes: number | null) => (bytes === null ? "?" : `${sayNumber(bytes / 1e6, "vi", 0)} MB`);
  const { schema } = database;
  const lines: readonly (readonly [Bilingual, string])[] = [
    [{ vi: "Chương trình", en: "program" }, `${program.version} (Node ${program.node}, ${program.platform})`],
    [
      { vi: "Cơ sở dữ liệu", en: "database" },
      `PostgreSQL ${database.version ?? "?"}, ${database.kind === "embedded" ? "của chương trình / embedded" : "máy chủ / server"}`,
    ],
    [{ vi: "Dung lượng cơ sở dữ liệu", en: "its size" }, size(database.sizeBytes)],
    [
      { vi: "Bước cơ sở dữ liệu", en: "schema steps" },
      schema === null ? "?" : `${schema.applied}/${schema.known}`,
    ],
    [{ vi: "Thư mục dữ liệu", en: "data folder" }, dataFolder],
    [{ vi: "Dung lượng trống", en: "free space" }, size(freeBytes)],
    [{ vi: "Nhận dạng chữ trên bản quét", en: "reading of scans" }, recognisers[recogniser]],
    [
      { vi: "Phần việc khớp với ghi nhận", en: "duties as recorded" },
      duties === null ? "?" : `${duties.alike}/${duties.checked}`,
    ],
    ...(repaired === null ? [] : [[{ vi: "Đã lập lại", en: "built again" }, String(repaired)] as const]),
  ];
  return lines;
}
