/**
 * Hands out references that are unique in one document: the wished one, else with "-2", "-3" behind it.
 * Numbering that begins again in each group or annex is the rule in such documents, not the exception.
 */
export class References {
  private readonly given = new Set<string>();
  /** The number to try next behind a reference that was wished before; those below it are given. */
  private readonly next = new Map<string, number>();

  /** The wished reference, or the nearest free one. */
  take(wished: string): string {
    const base = wished === "" ? "0" : wished;
    let ref = base;
    let n = this.next.get(base) ?? 2;
    for (; this.given.has(ref); n++) ref = `${base}-${n}`;
    this.next.set(base, n);
    this.given.add(ref);
    return ref;
  }
}
