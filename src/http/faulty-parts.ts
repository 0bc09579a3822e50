import type { z } from "zod";

/**
 * The parts of a request that its schema refuses, each by its path: "edited.schedule.to". A part that nobody knows is named
 * itself; where a value may have several forms, the form that it comes nearest to says what is wrong.
 */
export function faultyParts(error: z.ZodError): string {
  return [...new Set(error.issues.flatMap((issue) => partsOf(issue, [])))].join(", ");
}

function partsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): readonly string[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => said([...path, key]));
  const [nearest] =
    issue.code === "invalid_union" ? issue.errors.toSorted((a, b) => a.length - b.length) : [];
  return nearest && nearest.length > 0 ? nearest.flatMap((inner) => partsOf(inner, path)) : [said(path)];
}

function said(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}
