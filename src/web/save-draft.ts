import type { Failure } from "../domain/basics/result.ts";
import { failureOf } from "./api.ts";
import { saveAs } from "./read/save-as.ts";

/** Has a document drafted and saves it under a name; gives why there is none. */
export async function saveDraft(path: string, request: object, name: string): Promise<Failure | null> {
  try {
    const answer = await fetch(path, {
      ...{ method: "POST", body: JSON.stringify(request) },
      headers: { "Content-Type": "application/json" },
    });
    if (!answer.ok) return failureOf(await answer.json());
    saveAs(name, await answer.blob());
    return null;
  } catch {
    return { code: "server.unreachable", detail: {} };
  }
}
