import { Parser } from "htmlparser2";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";

/**
 * An element of an office file. Names carry the customary prefix of their namespace ("w:p", "r:id") whatever prefix
 * the file uses; the strict namespaces of ISO/IEC 29500 get the same prefixes as the transitional ones.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside, joined; office formats do not mix text and elements. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

/** Which namespace each prefix means here, and the names already translated under these meanings. */
interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly names: Map<string, string>;
}

const office = "schemas.openxmlformats.org";
const customaryPrefixes: ReadonlyMap<string, string> = new Map([
  [`http://${office}/wordprocessingml/2006/main`, "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  [`http://${office}/spreadsheetml/2006/main`, "x"],
  ["http://purl.oclc.org/ooxml/spreadsheetml/main", "x"],
  [`http://${office}/officeDocument/2006/relationships`, "r"],
  ["http://purl.oclc.org/ooxml/officeDocument/relationships", "r"],
  [`http://${office}/officeDocument/2006/math`, "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  [`http://${office}/drawingml/2006/main`, "a"],
  ["http://purl.oclc.org/ooxml/drawingml/main", "a"],
  [`http://${office}/drawingml/2006/diagram`, "dgm"],
  ["http://purl.oclc.org/ooxml/drawingml/diagram", "dgm"],
  [`http://${office}/package/2006/relationships`, "rel"],
  [`http://${office}/package/2006/content-types`, "ct"],
  [`http://${office}/officeDocument/2006/extended-properties`, "ep"],
  ["http://purl.oclc.org/ooxml/officeDocument/extendedProperties", "ep"],
  [`http://${office}/markup-compatibility/2006`, "mc"],
  ["http://schemas.microsoft.com/office/word/2010/wordml", "w14"],
  ["http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["urn:schemas-microsoft-com:office:office", "o"],
]);

const deepest = 256;
/** About 40 MB of WordprocessingML, two thousand pages; half a gigabyte of memory. */
const mostElements = 1_000_000;
const chunkLength = 65_536;
const noAttributes: Readonly<Record<string, string>> = {};

/**
 * Reads one XML part. Fails with `file.damaged` ({ part }) when it is not UTF-8 or UTF-16 or an element is not closed,
 * `file.entities` ({ part }) at any document type declaration (entities grow without bound and reach other files),
 * `file.too-complex` ({ part }) beyond 256 levels or one million elements. Time and memory grow with the length only.
 */
export function parseXml(bytes: Uint8Array, part: string): Result<XmlElement> {
  const text = decode(bytes);
  if (text === null) return fail("file.damaged", { part });
  const tree = new TreeBuilder();
  // In pieces, so that a refusal stops the parser soon after.
  for (let at = 0; at < text.length && tree.refusal === null; at += chunkLength)
    tree.parser.write(text.slice(at, at + chunkLength));
  if (tree.refusal === null) tree.parser.end();
  if (tree.refusal) return fail(tree.refusal, { part });
  return tree.root ? succeed(tree.root) : fail("file.damaged", { part });
}

function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const label =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? "utf-16le"
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

class TreeBuilder {
  root: XmlElement | null = null;
  refusal: "file.damaged" | "file.entities" | "file.too-complex" | null = null;
  readonly parser: Parser;
  private readonly open: OpenElement[] = [];
  private readonly scopes: Scope[] = [{ prefixes: new Map(), names: new Map() }];
  private count = 0;
  private openedAt = -1;

  constructor() {
    this.parser = new Parser(
      {
        onopentag: (name, attributes) => this.openElement(name, attributes),
        onclosetag: (_name, implied) => this.closeElement(implied),
        ontext: (text) => {
          const parent = this.open.at(-1);
          if (parent) parent.text += text;
        },
        onprocessinginstruction: (name) => {
          if (name.startsWith("!")) this.refusal ??= "file.entities";
        },
      },
      { xmlMode: true, decodeEntities: true },
    );
  }

  private openElement(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.refusal) return;
    const scope = this.scopeOf(attributes);
    const element: OpenElement = {
      name: customaryName(scope, name, true),
      attributes: translate(scope, attributes),
      children: [],
      text: "",
    };
    this.open.at(-1)?.children.push(element);
    this.root ??= element;
    this.open.push(element);
    this.scopes.push(scope);
    this.openedAt = this.parser.endIndex;
    if (++this.count > mostElements || this.open.length > deepest) this.refusal = "file.too-complex";
  }

  private closeElement(implied: boolean): void {
    // The parser closes what was left open. A self-closed tag looks the same but ends where it began.
    if (implied && this.parser.endIndex !== this.openedAt) this.refusal ??= "file.damaged";
    this.open.pop();
    this.scopes.pop();
    this.openedAt = -1;
  }

  private scopeOf(attributes: Readonly<Record<string, string>>): Scope {
    const outer = this.scopes.at(-1) ?? { prefixes: new Map<string, string>(), names: new Map() };
    let prefixes: Map<string, string> | null = null;
    for (const key in attributes) {
      if (key !== "xmlns" && !key.startsWith("xmlns:")) continue;
      prefixes ??= new Map(outer.prefixes);
      prefixes.set(key.slice(6), attributes[key] ?? "");
    }
    return prefixes ? { prefixes, names: new Map() } : outer;
  }
}

function translate(
  scope: Scope,
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  let translated: Record<string, string> | null = null;
  for (const key in attributes) {
    if (key === "xmlns" || key.startsWith("xmlns:")) continue;
    translated ??= {};
    translated[customaryName(scope, key, false)] = attributes[key] ?? "";
  }
  return translated ?? noAttributes;
}

function customaryName(scope: Scope, qualified: string, isElement: boolean): string {
  const colon = qualified.indexOf(":");
  // Attributes without a prefix belong to their element; "xml" is bound by the XML recommendation itself.
  if ((colon < 0 && !isElement) || qualified.startsWith("xml:")) return qualified;
  const known = scope.names.get(qualified);
  if (known !== undefined) return known;
  const uri = scope.prefixes.get(colon < 0 ? "" : qualified.slice(0, colon)) ?? "";
  const name = `${customaryPrefixes.get(uri) ?? "other"}:${qualified.slice(colon + 1)}`;
  scope.names.set(qualified, name);
  return name;
}

/** The first child of this name, or null. */
export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((child) => child.name === name) ?? null;
}

/** All children of this name. */
export function childrenOf(element: XmlElement | null, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** `w:val` of a child, or null: how WordprocessingML writes most of its properties. */
export function settingOf(element: XmlElement | null, name: string): string | null {
  return childOf(element, name)?.attributes["w:val"] ?? null;
}

/** An on/off property (ECMA-376 part 1 §17.17.4): null when not given, true when given without a value. */
export function switchOf(element: XmlElement | null, name: string): boolean | null {
  const property = childOf(element, name);
  if (!property) return null;
  const value = property.attributes["w:val"];
  return value === undefined || !/^(0|false|off)$/i.test(value);
}

const twipsPerUnit: Readonly<Record<string, number>> = {
  pt: 20,
  in: 1440,
  cm: 567,
  mm: 56.7,
  pc: 240,
  pi: 240,
};

/** A length in twips (1/20 point): a bare number, or a number with its unit as strict files write it. Null otherwise. */
export function twips(value: string | null | undefined): number | null {
  const match = /^(-?\d+(?:\.\d+)?)(pt|in|cm|mm|pc|pi)?$/.exec(value ?? "");
  return match ? Number(match[1]) * (match[2] ? (twipsPerUnit[match[2]] ?? 1) : 1) : null;
}

/** A whole number, or null. */
export function integer(value: string | null | undefined): number | null {
  return value && /^-?\d{1,9}$/.test(value) ? Number(value) : null;
}

/** Every element below, the deepest included, in document order. */
export function* descendantsOf(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    yield child;
    yield* descendantsOf(child);
  }
}
