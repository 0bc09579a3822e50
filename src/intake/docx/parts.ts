import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import type { Archive } from "../zip.ts";
import { childrenOf, parseXml, type XmlElement } from "./xml.ts";

/** A relationship from one part to another (ECMA-376 part 2 §6.5). */
export interface Relationship {
  readonly id: string;
  /** Last step of the type: "styles", "header", "officeDocument"; the same for transitional and strict files. */
  readonly type: string;
  /** Name of the part in the archive; null for targets outside. */
  readonly part: string | null;
}

/** Reads and parses a part. Fails as reading the archive and parsing do. */
export async function loadPart(archive: Archive, name: string): Promise<Result<XmlElement>> {
  const bytes = await archive.read(name);
  return bytes.ok ? parseXml(bytes.value, name) : bytes;
}

/** Relationships of a part; of the package itself for "". A part without any has none. */
export async function relationshipsOf(
  archive: Archive,
  part: string,
): Promise<Result<readonly Relationship[]>> {
  const slash = part.lastIndexOf("/") + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const loaded = await loadPart(archive, name);
  if (!loaded.ok) return loaded.failure.code === "file.part-missing" ? succeed([]) : loaded;
  return succeed(
    childrenOf(loaded.value, "rel:Relationship").map(({ attributes }) => ({
      id: attributes.Id ?? "",
      type: (attributes.Type ?? "").slice((attributes.Type ?? "").lastIndexOf("/") + 1),
      part:
        attributes.TargetMode === "External"
          ? null
          : resolveTarget(part.slice(0, slash), attributes.Target ?? ""),
    })),
  );
}

/**
 * The main part of a word-processing file, whatever it is called: by the relationship of the package, else by its
 * usual name. Fails with `file.not-word` when there is none or it holds something else.
 */
export async function loadMainPart(
  archive: Archive,
): Promise<Result<{ readonly name: string; readonly root: XmlElement }>> {
  const relationships = await relationshipsOf(archive, "");
  if (!relationships.ok) return relationships;
  const named = relationships.value.find(({ type }) => type === "officeDocument")?.part;
  const names = new Set(archive.names.map((name) => name.toLowerCase()));
  const name = [named, "word/document.xml"].find((part) => part && names.has(part.toLowerCase()));
  if (!name) return fail("file.not-word");
  const root = await loadPart(archive, name);
  if (!root.ok) return root;
  return root.value.name === "w:document" ? succeed({ name, root: root.value }) : fail("file.not-word");
}

/** A target relative to the folder of its source, as a name of the archive. */
function resolveTarget(folder: string, target: string): string {
  const path = decodeName(target.startsWith("/") ? target : `${folder}${target}`);
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
