import { describe, expect, it } from "vitest";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import { untilAnswered } from "./until-answered.ts";

const away = fail("server.unreachable");
const refused = fail("register.finding-decided", { ref: "II.1" });
const cases: readonly [string, readonly (Result<string> | null)[], Result<string> | null, boolean, number][] =
  [
    ["a server that answers is asked once", [succeed("a")], succeed("a"), false, 0],
    ["one that is away is asked until it is back", [away, away, succeed("a")], succeed("a"), true, 2],
    ["a refusal is an answer", [refused], refused, false, 0],
    ["a refusal of what may have arrived says that it was sent again", [away, refused], refused, true, 1],
    ["nothing to send", [null], null, false, 0],
    ["nothing left to send when it is back", [away, null], null, true, 1],
  ];

describe("sending until there is an answer", () => {
  it.each(cases)("%s", async (_, answers, expected, again, told) => {
    const left = [...answers];
    const heard: string[] = [];
    const answered = await untilAnswered(
      async () => left.shift() ?? null,
      (failure) => heard.push(failure.code),
      async () => {},
    );
    expect(answered).toEqual({ answer: expected, again });
    expect(heard).toHaveLength(told);
    expect(left).toEqual([]);
  });
});
