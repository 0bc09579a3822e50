import { posix } from "node:path";
import { importsOf, isTest, type Offence, type SourceFile } from "./source-files.ts";

/** The table of `layers.json`: who may import whom. */
export interface LayerTable {
  readonly folders: Readonly<Record<string, readonly string[]>>;
  /** Folders whose own files (not those in sub-folders) may import everything: the composition root. */
  readonly rootFiles: readonly string[];
  /** A folder whose sub-folders may import only themselves and earlier ones. */
  readonly order: { readonly folder: string; readonly inner: readonly string[] };
  /** What may be imported as types only, beside the table. */
  readonly typeOnly: Readonly<Record<string, readonly string[]>>;
  /** Folders that import no package and nothing of the platform. */
  readonly pure: readonly string[];
}

/** Every import that the table forbids. Tests may import anything; a file outside the table is an offence too. */
export function forbiddenImports(files: readonly SourceFile[], table: LayerTable): readonly Offence[] {
  return files.filter((file) => !isTest(file.path)).flatMap((file) => offencesOf(file, table));
}

function offencesOf(file: SourceFile, table: LayerTable): readonly Offence[] {
  const layer = layerOf(file.path, table);
  if (layer === null)
    return [
      {
        where: file.path,
        what: "stands in no folder of scripts/checks/layers.json: put it into one, or add the folder with what it may import",
      },
    ];
  return importsOf(file).flatMap((found): readonly Offence[] => {
    const where = `${file.path}:${found.line}`;
    if (!found.specifier.startsWith(".")) {
      const pure = table.pure.includes(layer);
      return pure
        ? [
            {
              where,
              what: `imports "${found.specifier}": ${layer} is pure; take what you need as an argument`,
            },
          ]
        : [];
    }
    const target = posix.join(posix.dirname(file.path), found.specifier);
    return mayImport(file.path, layer, target, found.typeOnly, table)
      ? []
      : [
          {
            where,
            what: `${layer} may not import ${target}; allowed: itself, ${table.folders[layer]?.join(", ") ?? "nothing"}. Move the code to where both may reach it`,
          },
        ];
  });
}

function layerOf(path: string, table: LayerTable): string | null {
  if (table.rootFiles.includes(posix.dirname(path))) return "src/main";
  return Object.keys(table.folders).find((folder) => path.startsWith(`${folder}/`)) ?? null;
}

function mayImport(
  path: string,
  layer: string,
  target: string,
  typeOnly: boolean,
  table: LayerTable,
): boolean {
  if (layer === "src/main") return true;
  const inside = path.startsWith(`${table.order.folder}/`) && target.startsWith(`${table.order.folder}/`);
  if (inside) return rank(target, table) <= rank(path, table);
  const allowed = [
    layer,
    ...(table.folders[layer] ?? []),
    ...(typeOnly ? (table.typeOnly[layer] ?? []) : []),
  ];
  return allowed.some((prefix) => target === prefix || target.startsWith(`${prefix}/`));
}

function rank(path: string, table: LayerTable): number {
  const inner = path.slice(table.order.folder.length + 1).split("/")[0] ?? "";
  const found = table.order.inner.indexOf(inner);
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}

/** Rings of files that import each other, imports of types included; each ring once, in import order. */
export function importRings(files: readonly SourceFile[]): readonly Offence[] {
  const known = new Set(files.map((file) => file.path));
  const edges = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter((found) => found.specifier.startsWith("."))
        .map((found) => posix.join(posix.dirname(file.path), found.specifier))
        .filter((target) => known.has(target)),
    ]),
  );
  const done = new Set<string>();
  const rings: Offence[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0)
      rings.push({
        where: path,
        what: `import ring: ${[...trail.slice(at), path].join(" → ")}. Move what both need into a file of its own`,
      });
    if (at >= 0 || done.has(path)) return;
    for (const target of edges.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const file of files) visit(file.path, []);
  return rings;
}
