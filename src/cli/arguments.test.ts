import { describe, expect, it } from "vitest";
import { type CommandForm, parseArguments } from "./arguments.ts";

const restore: CommandForm = {
  name: "restore",
  usage: "sauro restore FILE [--replace]",
  positionals: ["FILE"],
  flags: ["--replace"],
};
const read: CommandForm = {
  name: "read",
  usage: "sauro read FILE…",
  positionals: ["FILE…"],
  flags: ["--json"],
};

describe("parseArguments", () => {
  const taken: readonly [string, CommandForm, readonly string[], readonly string[], readonly string[]][] = [
    ["a file", restore, ["a.zip"], ["a.zip"], []],
    ["an option before the file", restore, ["--replace", "a.zip"], ["a.zip"], ["--replace"]],
    ["an option after the file", restore, ["a.zip", "--replace"], ["a.zip"], ["--replace"]],
    ["several files", read, ["a", "b", "--json"], ["a", "b"], ["--json"]],
    ["a file that begins with a dash", read, ["--", "-a.docx"], ["-a.docx"], []],
    ["standard input's usual name", read, ["-"], ["-"], []],
  ];
  it.each(taken)("takes %s", (_, form, words, positionals, flags) => {
    expect(parseArguments(form, words)).toEqual({
      ok: true,
      value: { positionals, flags: new Set(flags), values: new Map() },
    });
  });

  it("takes the value after an option that has one, and asks for it when it is missing", () => {
    const form = { ...restore, values: ["--passphrase-file"] };
    expect(parseArguments(form, ["--passphrase-file", "p.txt", "a.zip"])).toMatchObject({
      value: { positionals: ["a.zip"], values: new Map([["--passphrase-file", "p.txt"]]) },
    });
    expect(parseArguments(form, ["a.zip", "--passphrase-file"])).toMatchObject({
      failure: { code: "command.missing-argument", detail: { argument: "--passphrase-file" } },
    });
  });

  const refused: readonly [string, CommandForm, readonly string[], string][] = [
    ["no file", restore, [], "command.missing-argument"],
    ["only an option", read, ["--json"], "command.missing-argument"],
    ["one file too many", restore, ["a", "b"], "command.too-many-arguments"],
    ["an option of another command", restore, ["a", "--json"], "command.unknown-option"],
    ["a value given to an option that has none", restore, ["a", "--replace=yes"], "command.unknown-option"],
  ];
  it.each(refused)("refuses %s", (_, form, words, code) => {
    expect(parseArguments(form, words)).toMatchObject({ ok: false, failure: { code } });
  });
});
