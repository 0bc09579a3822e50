import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonPasswords } from "../../tests/support/accounts.ts";
import { type AttemptPast, secondsToWait } from "./attempts.ts";
import { codeOf, hashOfCode } from "./invitation.ts";
import { passwordRefusal } from "./password.ts";
import { isFresh, isIdle, needsSecondFactor } from "./session-rules.ts";
import { expiryOf, hashOfToken, refusalOf, tokenOf } from "./setup-link.ts";

const now = new Date("2026-03-01T08:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe("waiting after failures", () => {
  const failures = (count: number, minutes: number, address: string) =>
    Array.from({ length: count }, () => ({ at: minutesAgo(minutes), address }));
  const past = (more: Partial<AttemptPast>): AttemptPast => ({
    ...{ asPerson: [], fromAddress: [], lastSuccessHere: null },
    ...more,
  });
  const yesterday = minutesAgo(24 * 60);

  it.each<readonly [string, Partial<AttemptPast>, number]>([
    ["none yet", {}, 0],
    ["four from here: one more try", { asPerson: failures(4, 1, "a") }, 0],
    ["five from here: until the first leaves the window", { asPerson: failures(5, 5, "a") }, 600],
    ["five from here, long ago", { asPerson: failures(5, 16, "a") }, 0],
    [
      "five from here before the person came in from here",
      { asPerson: failures(5, 5, "a"), lastSuccessHere: minutesAgo(2) },
      0,
    ],
    ["five from elsewhere do not lock the person out", { asPerson: failures(5, 1, "b") }, 0],
    ["twenty from anywhere: one in ten seconds", { asPerson: failures(20, 0, "b") }, 10],
    ["twenty from anywhere, a minute ago", { asPerson: failures(20, 1, "b") }, 0],
    ["fifty from anywhere lock", { asPerson: failures(50, 1, "b") }, 840],
    [
      "but not where the person came in yesterday",
      { asPerson: failures(50, 1, "b"), lastSuccessHere: yesterday },
      0,
    ],
    [
      "a familiar place is locked by five failures there all the same",
      { asPerson: failures(5, 1, "a"), lastSuccessHere: yesterday },
      840,
    ],
    ["thirty as others from here: slow", { fromAddress: failures(30, 0, "a") }, 10],
    [
      "a hundred as others from here: locked for who never came in from here",
      { fromAddress: failures(100, 1, "a") },
      840,
    ],
    ["and open for who did", { fromAddress: failures(100, 1, "a"), lastSuccessHere: yesterday }, 0],
  ])("%s", (_, known, seconds) => {
    expect(secondsToWait(past(known), "a", now)).toBe(seconds);
  });
});

describe("passwords", () => {
  const person = { name: "Lê Thị Hoa", email: "hoa.le@vd.gov.vn" };
  const rule = { shortest: 12, common: commonPasswords };

  it.each([
    ["eleven characters", "mười một ch", "account.password-short"],
    ["twelve characters, with accents", "mười hai chữ", null],
    ["the own name with a number", "LeThiHoa2026", "account.password-is-personal"],
    ["the own e-mail name", "hoa.le.hoa.le", "account.password-is-personal"],
    ["one sign twelve times", "aaaaaaaaaaaa", "account.password-is-personal"],
    ["a long sentence that holds the name", "lê thị hoa trồng hai cây xoài", null],
    ["a leaked one that is long enough", "unbelievable", "account.password-common"],
    ["a leaked one made long by digits", "password2026!", "account.password-common"],
    ["with digits on both sides", "123dragon45678", "account.password-common"],
    ["twice the same", "monkeymonkey", "account.password-common"],
    ["two leaked ones in a row", "sunshine dragon", "account.password-common"],
    ["other signs for letters", "P@ssw0rd12345", "account.password-common"],
    ["digits alone: a telephone number with a day", "0905123456 2026", "account.password-common"],
    ["two signs again and again", "abababababab", "account.password-common"],
    ["the Vietnamese word, with accents", "Mật khẩu 2026", "account.password-common"],
    ["love, as most write it", "anhyeuem123456", "account.password-common"],
    ["the country, with a year", "VietNam@2026!!", "account.password-common"],
    ["an office by its initials", "UBND.GiaLai.52", "account.password-common"],
    ["four words that have nothing to do with each other", "năm con cá vàng", null],
    ["four words without accents", "bay cay cau vang", null],
    ["random letters", "xk7-qpw-93v-mzt", null],
  ])("%s", (_, password, refusal) => {
    expect(passwordRefusal(password, person, rule)).toBe(refusal);
  });

  it("a listed one stays refused with any digits around it", () => {
    const listed = [...commonPasswords].filter((word) => /^[a-z]+$/.test(word));
    fc.assert(
      fc.property(fc.constantFrom(...listed), fc.nat(9999), fc.nat(99_999_999), (word, before, after) => {
        const password = `${before}${word}${String(after).padStart(12, "0")}`;
        expect(passwordRefusal(password, { name: "X", email: "x@x.vn" }, rule)).toBe(
          "account.password-common",
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe("codes for one use", () => {
  it("are read however they are typed", () => {
    const code = codeOf(new Uint8Array(20).fill(0));
    expect(code).toBe("0000-0000-0000-0000-0000");
    expect(hashOfCode("oooo 0000 OOOO 0000oooo")).toBe(hashOfCode(code));
  });

  it("differ for other bytes, and hold no letter that looks like another", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
        expect(codeOf(bytes)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });
});

describe("sessions", () => {
  it.each([
    ["eleven hours unused", 11 * 60, false],
    ["thirteen hours unused", 13 * 60, true],
  ])("%s", (_, minutes, idle) => {
    expect(isIdle(minutesAgo(minutes), now)).toBe(idle);
  });

  it.each([
    ["nine minutes after the proof", 9, true],
    ["ten minutes to the moment", 10, true],
    ["eleven", 11, false],
  ])("%s", (_, minutes, fresh) => {
    expect(isFresh(minutesAgo(minutes), now)).toBe(fresh);
  });

  const person = { administrator: false, hasSecondFactor: false, way: "password" };
  it.each([
    ["an administrator by password alone", { ...person, administrator: true }, "administrators", true],
    [
      "an administrator with a factor",
      { ...person, administrator: true, hasSecondFactor: true },
      "administrators",
      false,
    ],
    ["an officer", person, "administrators", false],
    ["an officer where everyone has to", person, "everyone", true],
    ["who was asked elsewhere", { ...person, way: "singleSignOn" }, "everyone", false],
    ["a trial on one machine", { ...person, administrator: true }, "nobody", false],
  ] as const)("%s", (_, who, rule, needed) => {
    expect(needsSecondFactor(who, rule)).toBe(needed);
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
