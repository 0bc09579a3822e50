import { describe, expect, it } from "vitest";
import { minutesToWait } from "./attempts.ts";
import { passwordRefusal } from "./password.ts";
import { expiryOf, hashOfToken, refusalOf, tokenOf } from "./setup-link.ts";

const now = new Date("2026-03-01T08:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe("waiting after failures", () => {
  const failures = (count: number, minutes: number, address: string) =>
    Array.from({ length: count }, () => ({ at: minutesAgo(minutes), address }));

  it.each([
    ["none yet", [], 0],
    ["four from here: one more try", failures(4, 1, "a"), 0],
    ["five from here: until the first leaves the window", failures(5, 5, "a"), 10],
    ["five from here, long ago", failures(5, 16, "a"), 0],
    ["five from elsewhere do not lock the person out", failures(5, 1, "b"), 0],
    ["fifty from anywhere do", failures(50, 1, "b"), 14],
  ])("%s", (_, attempts, minutes) => {
    expect(minutesToWait(attempts, "a", now)).toBe(minutes);
  });
});

describe("passwords", () => {
  const person = { name: "Lê Thị Hoa", email: "hoa.le@vd.gov.vn" };

  it.each([
    ["eleven characters", "mười một ch", "account.password-short"],
    ["twelve characters, with accents", "mười hai chữ", null],
    ["the own name with a number", "LeThiHoa2026", "account.password-is-personal"],
    ["the own e-mail name", "hoa.le.hoa.le", "account.password-is-personal"],
    ["one sign twelve times", "aaaaaaaaaaaa", "account.password-is-personal"],
    ["a long sentence that holds the name", "lê thị hoa trồng hai cây xoài", null],
  ])("%s", (_, password, refusal) => {
    expect(passwordRefusal(password, person, 12)).toBe(refusal);
  });
});

describe("one-time links", () => {
  const issued = minutesAgo(60);
  const link = { expires_at: expiryOf(issued), used_at: null };

  it.each([
    ["no such link", null, now, "account.setup-link-unknown"],
    ["an hour old", link, now, null],
    ["the last moment", link, new Date(expiryOf(issued).getTime() - 1), null],
    ["24 hours old", link, expiryOf(issued), "account.setup-link-expired"],
    ["used", { ...link, used_at: now }, now, "account.setup-link-used"],
    [
      "used and old: that it was used says more",
      { ...link, used_at: now },
      expiryOf(issued),
      "account.setup-link-used",
    ],
  ])("%s", (_, row, at, refusal) => {
    expect(refusalOf(row, at)).toBe(refusal);
  });

  it("a token holds 256 bits and can stand in an address", () => {
    expect(tokenOf(new Uint8Array(32).fill(255))).toMatch(/^[\w-]{43}$/);
    expect(() => tokenOf(new Uint8Array(31))).toThrow(/32 random bytes/);
  });

  it("only its hash is kept", () => {
    expect(hashOfToken("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
