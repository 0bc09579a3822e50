import { expect, it } from "vitest";
import type { BorderAnswer } from "../../../contract/border.ts";
import { sideOf } from "./border-side.ts";

const drawn = { path: "M0,0", border: "M0,0", x: 0, y: 0, on: [0, 0], across: [1, 1] };

function record(register: string, title: string, commune?: string): BorderAnswer["records"][number] {
  return {
    ...{ id: title, register, title, values: {}, owner: null, sourceKey: null, computed: {}, version: 1 },
    ...{ hidden: [], links: commune ? { commune: [{ kind: "unit", id: commune, name: commune }] } : {} },
  };
}

const border: BorderAnswer = {
  map: {
    ...{ width: 1, height: 1, outline: "M0,0" },
    communes: [
      { ...drawn, code: "1", countries: ["LA", "KH"], on: [0, 0], across: [1, 1] },
      { ...drawn, code: "2", countries: ["KH"], on: [0, 0], across: [1, 1] },
    ],
  },
  communes: [
    { code: "1", name: "Xã Một", unit: "u1" },
    { code: "2", name: "Xã Hai", unit: null },
  ],
  records: [
    record("twins", "làng A", "u1"),
    record("twins", "làng B", "u9"),
    record("gates", "cửa khẩu C", "u1"),
    record("gates", "cửa khẩu D"),
    record("otherside", "lễ E"),
    record("partners", "tỉnh F"),
  ],
};

it("puts each pair and each gate at one commune or apart, and numbers communes in their order", () => {
  const side = sideOf(border);
  const titles = (records: readonly { title: string }[]) => records.map(({ title }) => title);
  expect(
    side.communes.map(({ number, name, twins, gates }) => [number, name, titles(twins), titles(gates)]),
  ).toEqual([
    [1, "Xã Một", ["làng A"], ["cửa khẩu C"]],
    [2, "Xã Hai", [], []],
  ]);
  expect(titles(side.apart)).toEqual(["làng B", "cửa khẩu D"]);
  const placed = side.communes.reduce((sum, { twins, gates }) => sum + twins.length + gates.length, 0);
  expect(placed + side.apart.length).toBe(side.twins.length + side.gates.length);
  expect([titles(side.events), titles(side.neighbours), side.countries]).toEqual([
    ["lễ E"],
    ["tỉnh F"],
    ["LA", "KH"],
  ]);
});
