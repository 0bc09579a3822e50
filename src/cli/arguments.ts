import { fail, type Result, succeed } from "../domain/basics/result.ts";

/** What a command takes. */
export interface CommandForm {
  readonly name: string;
  /** One line, as shown to a person: "sauro backup FILE". */
  readonly usage: string;
  /** Names of what must be given in order; the last may stand for several with "…" at its end. */
  readonly positionals: readonly string[];
  /** Options without a value, with their dashes: "--json". */
  readonly flags: readonly string[];
  /** Options with a value after them, with their dashes: "--passphrase-file". */
  readonly values?: readonly string[];
}

export interface GivenArguments {
  readonly positionals: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/**
 * Sorts the words after the command. After `--` all words are positionals, so that a file may begin with a dash.
 * Fails with `command.unknown-option`, `command.missing-argument` or `command.too-many-arguments`.
 */
export function parseArguments(form: CommandForm, words: readonly string[]): Result<GivenArguments> {
  const { name: command, usage } = form;
  const border = words.indexOf("--");
  const {
    values,
    missing: valueless,
    rest: before,
  } = takeValues(border === -1 ? words : words.slice(0, border), form.values ?? []);
  if (valueless !== null) return fail("command.missing-argument", { command, argument: valueless, usage });
  const isOption = (word: string) => word.startsWith("-") && word !== "-";
  const flags = new Set(before.filter(isOption));
  const positionals = [
    ...before.filter((word) => !isOption(word)),
    ...(border === -1 ? [] : words.slice(border + 1)),
  ];

  const unknown = [...flags].find((flag) => !form.flags.includes(flag));
  if (unknown !== undefined) return fail("command.unknown-option", { command, option: unknown, usage });
  const missing = form.positionals[positionals.length];
  if (missing !== undefined) return fail("command.missing-argument", { command, argument: missing, usage });
  const extra = positionals[form.positionals.length];
  if (extra !== undefined && !form.positionals.at(-1)?.endsWith("…"))
    return fail("command.too-many-arguments", { command, argument: extra, usage });
  return succeed({ positionals, flags, values });
}

/** Takes the options with a value out of the words; `missing`: the one that has none. */
function takeValues(words: readonly string[], names: readonly string[]) {
  const values = new Map<string, string>();
  const rest: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (!names.includes(word)) rest.push(word);
    else {
      const value = words[++at];
      if (value === undefined) return { values, rest, missing: word };
      values.set(word, value);
    }
  }
  return { values, rest, missing: null };
}
