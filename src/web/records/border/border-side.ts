import type { BorderAnswer } from "../../../contract/border.ts";

type BorderRecord = BorderAnswer["records"][number];

/** A commune in its order along the border, with what of cooperation lies there. */
export interface CommuneSide {
  /** From 1 on, as on the map. */
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly unit: string | null;
  readonly countries: readonly string[];
  readonly twins: readonly BorderRecord[];
  readonly gates: readonly BorderRecord[];
}

/** What of cooperation lies along the border: each pair and each gate stands at one commune, or apart. */
export interface BorderSide {
  readonly communes: readonly CommuneSide[];
  readonly twins: readonly BorderRecord[];
  readonly gates: readonly BorderRecord[];
  /** Pairs and gates of communes that do not lie on the map. */
  readonly apart: readonly BorderRecord[];
  readonly events: readonly BorderRecord[];
  readonly neighbours: readonly BorderRecord[];
  /** The countries across, in their order along the border. */
  readonly countries: readonly string[];
}

/** Sorts what the server told of the border by commune. */
export function sideOf({ map, communes, records }: BorderAnswer): BorderSide {
  const of = (register: string) => records.filter((record) => record.register === register);
  const [twins, gates] = [of("twins"), of("gates")];
  const communeOf = ({ links }: BorderRecord) => links.commune?.[0]?.id ?? null;
  const units = new Set(communes.flatMap(({ unit }) => unit ?? []));
  const isApart = (record: BorderRecord) => !units.has(communeOf(record) ?? "");
  const drawn = new Map(map?.communes.map((one) => [one.code, one.countries]));
  const sides = communes.map(({ code, name, unit }, at): CommuneSide => {
    const here = (record: BorderRecord) => unit !== null && communeOf(record) === unit;
    return {
      ...{ number: at + 1, code, name, unit, countries: drawn.get(code) ?? [] },
      ...{ twins: twins.filter(here), gates: gates.filter(here) },
    };
  });
  return {
    ...{ communes: sides, twins, gates, apart: [...twins, ...gates].filter(isApart) },
    ...{ events: of("otherside"), neighbours: of("partners") },
    countries: [...new Set(sides.flatMap(({ countries }) => countries))],
  };
}
