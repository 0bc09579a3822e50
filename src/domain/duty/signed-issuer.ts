import type { CalendarDate } from "../basics/calendar-date.ts";
import { parseDocumentNumber } from "../document/number.ts";
import { existsOn } from "../organisation/gazetteer.ts";
import type { Unit } from "../organisation/unit.ts";
import { heirsToday } from "../organisation/unit-change.ts";
import type { DocumentHead } from "../reading/findings.ts";
import { foldedKey } from "../text/fold.ts";

/**
 * Whose a signed document is. `unit`: who holds the work of its issuer today, and how doubtful that is (0…1);
 * `otherProvince`: the body above its issuer is the committee of another province.
 */
export type SignedIssuer =
  | { readonly kind: "unit"; readonly unit: string; readonly doubt: number }
  | { readonly kind: "otherProvince" }
  | { readonly kind: "unknown" };

/** What is known of a province when the issuer of a paper is looked up. */
export interface IssuerContext {
  /** All units, those that ended too. */
  readonly units: readonly Unit[];
  /** Former names of units, folded. */
  readonly formerNames: ReadonlyMap<string, readonly string[]>;
  readonly heirs: ReadonlyMap<string, readonly string[]>;
  readonly today: CalendarDate;
}

/** A number alone does not tell whose it is: another province has bodies of the same symbol (NĐ 30/2020/NĐ-CP, Phụ lục III). */
const symbolDoubt = 0.3;

/** Which unit issued a document, by the name in its head, else by the symbol in its number. */
export function signedIssuer(
  head: Pick<DocumentHead, "number" | "issuer" | "issuerSuperior" | "date">,
  { units, formerNames, heirs, today }: IssuerContext,
): SignedIssuer {
  const above = provinceIn(head.issuerSuperior) ?? provinceIn(head.issuer);
  const roots = units.filter(({ kind, parent }) => kind === "peoplesCommittee" && parent === null);
  if (above !== null && roots.length > 0 && !roots.some(({ name }) => provinceIn(name) === above))
    return { kind: "otherProvince" };
  const day = (head.date ?? today) as CalendarDate; // a head's date was parsed when it was read
  const present = units.filter((unit) => existsOn(unit, day));
  const holder = ({ id }: Pick<Unit, "id">) => heirsToday(id, heirs)[0];
  const named = head.issuer === null ? undefined : unitNamed(head.issuer, present, formerNames);
  if (named) return { kind: "unit", unit: holder(named), doubt: 0 };
  const symbols = head.number === null ? [] : (parseDocumentNumber(head.number)?.issuers ?? []);
  const marked = present.filter(({ symbol }) => symbol !== null && symbols.includes(symbol));
  const [only] = marked;
  return only && marked.length === 1
    ? { kind: "unit", unit: holder(only), doubt: symbolDoubt }
    : { kind: "unknown" };
}

function unitNamed(
  issuer: string,
  present: readonly Unit[],
  formerNames: IssuerContext["formerNames"],
): Unit | undefined {
  const key = nameKey(issuer);
  const byName = present.filter(({ name, shortName, aliases }) =>
    [name, shortName ?? "", ...aliases].some((one) => nameKey(one) === key),
  );
  if (byName.length > 0) return byName.length === 1 ? byName[0] : undefined;
  const former = formerNames.get(foldedKey(issuer)) ?? [];
  const byFormer = present.filter(({ id }) => former.includes(id));
  return byFormer.length === 1 ? byFormer[0] : undefined;
}

/** Names as heads write them in full and registers in short: "Ủy ban nhân dân xã Ia Dom" is "UBND xã Ia Dom". */
function nameKey(name: string): string {
  return foldedKey(name)
    .replace(/\buy ban nhan dan\b/g, "ubnd")
    .replace(/\bhoi dong nhan dan\b/g, "hdnd");
}

/** "dak lak" of "Ủy ban nhân dân tỉnh Đắk Lắk" and of "Sở Y tế tỉnh Đắk Lắk"; null where no province is named. */
function provinceIn(name: string | null): string | null {
  const found = name === null ? null : / (?:tinh|thanh pho) ([a-z ]+)$/.exec(` ${foldedKey(name)}`);
  return found?.[1] ?? null;
}
