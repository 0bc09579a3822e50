import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";

/** A source file with what the checks look at. Paths are relative to the checkout, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface ImportFound {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

export interface FunctionFound {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

/** A finding of a check: where, what, and what to do. */
export interface Offence {
  readonly where: string;
  readonly what: string;
}

/** All TypeScript files below the given folders, tests included. */
export function sourceFiles(root: string, folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
      .sort()
      .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") })),
  );
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /[-.]fixture\.tsx?$/.test(path);
}

interface AstNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

function isNode(value: unknown): value is AstNode {
  return (
    typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"
  ); // narrowed by the test itself
}

function programOf(file: SourceFile): AstNode {
  const parsed = parseSync(file.path, file.text);
  const [error] = parsed.errors;
  if (error) throw new Error(`${file.path}: ${error.message}`);
  return parsed.program as unknown as AstNode; // the parser's own node types are a closed union; the walk needs only type, start, end
}

function* walk(node: AstNode): Generator<AstNode> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Every import and re-export of a file, static and dynamic, those of types too. */
export function importsOf(file: SourceFile): readonly ImportFound[] {
  const found: ImportFound[] = [];
  for (const node of walk(programOf(file))) {
    const source = node.source;
    if (
      !/^(?:Import|Export\w*)(?:Declaration|Expression)$/.test(node.type) ||
      !isNode(source) ||
      typeof source.value !== "string"
    )
      continue;
    const typeOnly = node.importKind === "type" || node.exportKind === "type";
    found.push({ specifier: source.value, line: lineAt(file.text, node.start), typeOnly });
  }
  return found;
}

/** Every function of a file with its length in lines; methods and arrow functions too. */
export function functionsOf(file: SourceFile): readonly FunctionFound[] {
  const found: FunctionFound[] = [];
  for (const node of walk(programOf(file))) {
    if (!/^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) continue;
    const line = lineAt(file.text, node.start);
    const id = node.id;
    const name =
      isNode(id) && typeof id.name === "string"
        ? id.name
        : (file.text.slice(node.start, node.start + 30).split("\n")[0] ?? "");
    found.push({ name, line, lines: lineAt(file.text, node.end) - line + 1 });
  }
  return found;
}
