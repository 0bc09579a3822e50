import { describe, expect, it } from "vitest";
import { fail, succeed } from "../domain/basics/result.ts";
import { type ExportCall, runExport } from "./export.ts";

async function run(args: readonly string[], fails = false) {
  const said: string[] = [];
  const calls: ExportCall[] = [];
  const code = await runExport(args, {
    print: (text) => said.push(text),
    complain: (text) => said.push(text),
    exportTo: async (call) => {
      calls.push(call);
      return fails ? fail("register.no-province") : succeed(1234);
    },
  });
  return { code, said: said.join("\n"), calls };
}

describe("sauro export", () => {
  it("writes what was asked for and says how much", async () => {
    const args = ["a.XLSX", "--search", "xúc tiến", "--unit", "Sở Ngoại vụ", "--state", "late,dueSoon"];
    const { code, said, calls } = await run([...args, "--province", "52"]);
    expect({ code, said }).toEqual({ code: 0, said: "a.XLSX: 1.234 nhiệm vụ / 1,234 tasks" });
    expect(calls).toMatchObject([
      {
        ...{ path: "a.XLSX", format: "xlsx", province: "52" },
        filter: { words: "xúc tiến", unit: "Sở Ngoại vụ", states: ["late", "dueSoon"], year: null },
      },
    ]);
  });

  const wrong: readonly [string[], string][] = [
    [[], "no file"],
    [["a.docx"], "a kind that cannot come back"],
    [["a.csv", "b.csv"], "two files"],
    [["a.csv", "--state", "late,soon"], "a state that is none"],
    [["a.csv", "--all"], "an unknown option"],
  ];
  it.each(wrong)("shows how to call it for %j: %s", async (args) => {
    const { code, said, calls } = await run(args);
    expect({ code, calls }).toEqual({ code: 2, calls: [] });
    expect(said).toContain("sauro export FILE.xlsx");
  });

  it("says why nothing could be done", async () => {
    const { code, said } = await run(["a.csv"], true);
    expect(code).toBe(2);
    expect(said).toContain("No province");
  });
});
