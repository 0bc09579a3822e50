/**
 * Hands out references that are unique in one document: the wished one, else with "-2", "-3" behind it.
 * Numbering that begins again in each group or annex is the rule in such documents, not the exception.
 */
export class References {
  private readonly given = new Set<string>();

  /** The wished reference, or the nearest free one. */
  take(wished: string): string {
    const base = wished === "" ? "0" : wished;
    let ref = base;
    for (let n = 2; this.given.has(ref); n++) ref = `${base}-${n}`;
    this.given.add(ref);
    return ref;
  }
}
