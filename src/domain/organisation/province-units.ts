import { addDays, type CalendarDate } from "../basics/calendar-date.ts";
import { type Body, existsOn, fullNameOf, type Gazetteer, nameOf, type Province } from "./gazetteer.ts";
import { rowsOfTable } from "./table-rows.ts";
import { isUnitKind, isUnitRelation, isUnitTrait, type Unit, type UnitTrait } from "./unit.ts";

/** The files of `data/` from which a province's first tree is made, as text; see data/README.md. */
export interface ProvinceUnitFiles {
  /** province-units.tsv: which bodies provinces have. */
  readonly bodies: string;
  /** commune-traits.tsv: border communes and islands. */
  readonly traits: string;
  /** former-districts.tsv: districts until 30/6/2025. */
  readonly districts: string;
}

/** A dated change that is known from the start, with the document that ordered it. */
export interface KnownChange {
  readonly kind: "merged" | "abolished";
  readonly on: CalendarDate;
  readonly document: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The units that a province begins with, parents before those below them, and what is known of their past. */
export interface FirstUnits {
  readonly units: readonly Unit[];
  readonly changes: readonly KnownChange[];
}

/** The resolution that merged provinces from 1/7/2025. */
const mergerResolution = "202/2025/QH15";

/**
 * The units of a province as they stand on a day: its bodies and communes, and those of the provinces that went into
 * it with their districts, closed on their last day. Null when there is no such province. `newId` gives new ids.
 */
export function firstUnits(
  gazetteer: Gazetteer,
  files: ProvinceUnitFiles,
  { code, day, newId }: { readonly code: string; readonly day: CalendarDate; readonly newId: () => string },
): FirstUnits | null {
  const province = gazetteer.provinces.find((one) => one.code === code);
  if (!province) return null;
  const wanted = rowsOfTable(files.bodies);
  const own = bodiesOf(gazetteer, wanted, { province, code, day, newId });
  const root = own.find(({ gazetteerId }) => gazetteerId === rootBody)?.id ?? null;
  const communes = communesOf(gazetteer, files.traits, { province, code, root, newId });
  const former = gazetteer.provinces.filter(
    (one) => one.to !== null && one.successor === province.name && one.to === dayBefore(province),
  );
  const past = former.map((one) => formerUnits(gazetteer, files, one, newId));
  return {
    units: [...own, ...communes, ...past.flatMap(({ units }) => units)],
    changes: changesOf(province, own, past),
  };
}

/** The people's committee of the province: the root of what it orders. */
const rootBody = "ubnd-tinh";

function dayBefore({ from }: Province): CalendarDate | null {
  return from && addDays(from, -1);
}

interface BodyContext {
  readonly province: Province;
  readonly code: string | null;
  readonly day: CalendarDate;
  readonly newId: () => string;
}

function bodiesOf(
  gazetteer: Gazetteer,
  wanted: readonly (readonly string[])[],
  { province, code, day, newId }: BodyContext,
): readonly Unit[] {
  const ids = new Map<string, string>();
  const units: Unit[] = [];
  for (const [bodyId = "", where = "", kind = "", relation = "", under = ""] of wanted) {
    const body = gazetteer.byId.get(bodyId);
    if (!body || !isUnitKind(kind) || !isUnitRelation(relation))
      throw new Error(`province-units.tsv: bad line ${bodyId}`);
    const fits = body.scope === "any" || body.scope === province.kind;
    if (!fits || !existsOn(body, day) || !isMeant(where, province, code)) continue;
    const unit = { ...blank(newId()), kind, relation, parent: ids.get(under) ?? null, from: province.from };
    units.push({ ...unit, ...named(body, province), gazetteerId: bodyId });
    ids.set(bodyId, unit.id);
  }
  return units;
}

/** "*", "52|66", "!66" or the kind of province. */
function isMeant(where: string, province: Province, code: string | null): boolean {
  if (where === "*" || where === province.kind) return true;
  if (where.startsWith("!"))
    return !where
      .slice(1)
      .split("|")
      .includes(code ?? "");
  return where.split("|").includes(code ?? "");
}

function blank(id: string) {
  const none = { symbol: null, shortName: null, gazetteerId: null, standing: null, from: null, to: null };
  return { id, parent: null, aliases: [], traits: [], ...none };
}

function named(body: Body, province: Province) {
  const name = nameOf(body, province);
  const full = fullNameOf(body, province);
  const [symbol = null] = body.symbols;
  return { name, symbol, shortName: null, aliases: full === name ? [] : [full] };
}

function communesOf(
  gazetteer: Gazetteer,
  traitFile: string,
  context: Pick<BodyContext, "province" | "newId"> & { readonly code: string; readonly root: string | null },
): readonly Unit[] {
  const { province, code, root, newId } = context;
  const traits = Map.groupBy(rowsOfTable(traitFile), ([commune = ""]) => commune);
  return gazetteer
    .communes()
    .all.filter((commune) => commune.province === code)
    .map((commune): Unit => {
      const name = `${commune.kind} ${commune.name}`;
      return {
        ...blank(newId()),
        ...{ parent: root, kind: "commune", relation: "subordinate", name: `UBND ${name}`, shortName: name },
        ...{ symbol: "UBND", gazetteerId: `ubnd-xa/${commune.code}`, from: province.from },
        aliases: [`Ủy ban nhân dân ${name}`],
        traits: (traits.get(commune.code) ?? []).flatMap(([, trait = ""]): readonly UnitTrait[] => {
          if (!isUnitTrait(trait)) throw new Error(`commune-traits.tsv: bad trait ${trait}`);
          return [trait];
        }),
      };
    });
}

interface FormerProvince {
  readonly province: Province;
  readonly units: readonly Unit[];
}

/**
 * The bodies of a province that has ended, as far as they are known: of the kinds that provinces have now, and its
 * districts. Names carry the province, so that two departments of one day can be told apart.
 */
function formerUnits(
  gazetteer: Gazetteer,
  files: ProvinceUnitFiles,
  province: Province,
  newId: () => string,
): FormerProvince {
  const day = province.to;
  if (day === null) return { province, units: [] };
  const place = `${province.kind === "tỉnh" ? "tỉnh" : "Thành phố"} ${province.name}`;
  const ordered = rowsOfTable(files.bodies).filter(([, , , relation]) => relation === "subordinate");
  const bodies = bodiesOf(gazetteer, ordered, { province, code: null, day, newId }).map((unit) => ({
    ...unit,
    ...{ to: day, aliases: [unit.name] },
    name: unit.aliases[0] ?? (unit.name.includes(place) ? unit.name : `${unit.name} ${place}`),
  }));
  const root = bodies.find(({ gazetteerId }) => gazetteerId === rootBody)?.id ?? null;
  const districts = rowsOfTable(files.districts)
    .filter(([of]) => of === province.name)
    .map(([, kind = "", name = ""]): Unit => {
      const common = { kind: "district", relation: "subordinate", parent: root, to: day } as const;
      const shortName = `${kind} ${name}`;
      return { ...blank(newId()), ...common, name: `UBND ${shortName}`, shortName };
    });
  return { province, units: [...bodies, ...districts] };
}

/** Bodies of one kind became the one of the new province; districts ended, their work went to several communes. */
function changesOf(
  province: Province,
  own: readonly Unit[],
  past: readonly FormerProvince[],
): readonly KnownChange[] {
  const { from } = province;
  if (from === null) return [];
  const all = past.flatMap(({ units }) => units);
  const merged = own.flatMap((unit): readonly KnownChange[] => {
    const before = all.filter((one) => one.gazetteerId === unit.gazetteerId).map(({ id }) => id);
    const change = {
      kind: "merged",
      on: from,
      document: mergerResolution,
      before,
      after: [unit.id],
    } as const;
    return before.length > 0 ? [change] : [];
  });
  const ended = all.filter(({ kind }) => kind === "district");
  return [
    ...merged,
    ...ended.map(({ id }): KnownChange => {
      return { kind: "abolished", on: from, document: mergerResolution, before: [id], after: [] };
    }),
  ];
}
