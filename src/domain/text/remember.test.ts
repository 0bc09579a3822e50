import { describe, expect, it } from "vitest";
import { remembering } from "./remember.ts";

describe("remembering", () => {
  const counted = (most: number) => {
    const asked: string[] = [];
    const answer = remembering((text) => {
      asked.push(text);
      return text.length % 2 === 0;
    }, most);
    return { asked, answer };
  };

  it("works each answer out once, those that are false too", () => {
    const { asked, answer } = counted(10);
    expect(["sở", "Bộ Y", "sở", "abc", "abc"].map(answer)).toEqual([true, true, true, false, false]);
    expect(asked).toEqual(["sở", "Bộ Y", "abc"]);
  });

  it("holds no more than it may, and still answers right", () => {
    const { asked, answer } = counted(2);
    expect(["a", "bb", "c", "a", "c"].map(answer)).toEqual([false, true, false, false, false]);
    expect(asked).toEqual(["a", "bb", "c", "a"]);
  });
});
