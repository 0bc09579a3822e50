import { expect, it } from "vitest";
import { openSealer } from "./sealed-text.ts";

const sealer = openSealer({ session: "một khóa" });

it("gives back what it sealed, and seals the same text otherwise each time", () => {
  const [one, other] = [sealer.seal("khóa bí mật"), sealer.seal("khóa bí mật")];
  expect([sealer.open(one), sealer.open(other)]).toEqual(["khóa bí mật", "khóa bí mật"]);
  expect(one).not.toBe(other);
});

it.each([
  ["another installation sealed it", openSealer({ session: "khóa khác" }).seal("x")],
  ["it was altered", sealer.seal("x").replace(/^./, (sign) => (sign === "A" ? "B" : "A"))],
  ["it is cut short", sealer.seal("x").slice(0, 20)],
  ["it is nothing", ""],
])("gives nothing when %s", (_, sealed) => {
  expect(sealer.open(sealed)).toBeNull();
});
