import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SessionAnswer } from "../contract/account.ts";
import { draftKeys, draftOwner, dropDraft, keepDraft, readDraft, readKeepable } from "./drafts.ts";

function session(email: string | null, province: number | null): SessionAnswer {
  return {
    gate: "signedIn",
    user: email === null ? null : { name: "", email },
    province: province === null ? null : { id: province, name: "", nameEn: "" },
    may: [],
  };
}

const mai = draftOwner(session("mai@vd.vn", 52));
const binh = draftOwner(session("binh@vd.vn", 52));
const maiElsewhere = draftOwner(session("mai@vd.vn", 48));
const key = "review.d1.edit.f1";
let full = false;

/** What a browser keeps: names are its own properties, as `Object.keys` sees them. */
class Kept {
  [name: string]: unknown;
  getItem(name: string) {
    return Object.hasOwn(this, name) ? this[name] : null;
  }
  setItem(name: string, text: string) {
    if (full) throw new DOMException("full", "QuotaExceededError");
    this[name] = text;
  }
  removeItem(name: string) {
    delete this[name];
  }
}

beforeEach(() => {
  full = false;
  vi.stubGlobal("window", { localStorage: new Kept() });
});
afterEach(() => vi.unstubAllGlobals());

it("a draft comes back to the person and the province it was typed for, and to nobody else", () => {
  expect(keepDraft(mai, key, { version: 3, fields: { content: "Rà soát" } })).toBe(true);
  expect(readDraft(mai, key)).toEqual({ version: 3, fields: { content: "Rà soát" } });
  expect(draftKeys(mai, "review.d1.")).toEqual([key]);
  for (const other of [binh, maiElsewhere, null]) {
    expect(readDraft(other, key)).toBeNull();
    expect(draftKeys(other, "")).toEqual([]);
    dropDraft(other, key);
  }
  expect(readDraft(mai, key)).not.toBeNull();
});

it.each<readonly [SessionAnswer | null, string]>([
  [session(null, 52), "nobody is signed in"],
  [session("mai@vd.vn", null), "no province is chosen"],
  [null, "the session is not known yet"],
])("nothing is kept when there is no owner: %#, %s", (here, _) => {
  const owner = draftOwner(here);
  expect(owner).toBeNull();
  expect(keepDraft(owner, key, { version: 1, fields: {} })).toBe(false);
});

it("an address that looks like a path is not taken for another person's", () => {
  const odd = draftOwner(session("mai@vd.vn/52/x", 52));
  keepDraft(odd, key, { version: 1, fields: {} });
  expect(draftKeys(mai, "")).toEqual([]);
});

it("a full browser says so, and leaves no older text behind", () => {
  keepDraft(mai, key, { version: 1, fields: { content: "cũ" } });
  full = true;
  expect(keepDraft(mai, key, { version: 1, fields: { content: "mới" } })).toBe(false);
  expect(readDraft(mai, key)).toBeNull();
});

it("ends when it is dropped", () => {
  keepDraft(mai, key, { version: 1, fields: {} });
  dropDraft(mai, key);
  expect(draftKeys(mai, "")).toEqual([]);
});

describe("what may not be kept", () => {
  type Typed = { readonly open: string; readonly personal?: string };
  const keepable = ({ open }: Typed): Typed | null => (open === "" ? null : { open });

  it("is taken out of a draft that an older page left, on disk too", () => {
    keepDraft<Typed>(mai, key, { version: 2, fields: { open: "Attapeu", personal: "vp@attapeu.la" } });
    expect(readKeepable(mai, key, keepable)).toEqual({ version: 2, fields: { open: "Attapeu" } });
    expect(readDraft(mai, key)).toEqual({ version: 2, fields: { open: "Attapeu" } });
  });

  it("ends a draft of which nothing may be kept", () => {
    keepDraft<Typed>(mai, key, { version: 2, fields: { open: "", personal: "vp@attapeu.la" } });
    expect(readKeepable(mai, key, keepable)).toBeNull();
    expect(draftKeys(mai, "")).toEqual([]);
  });
});
