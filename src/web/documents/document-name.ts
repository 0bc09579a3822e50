/** "Quyết định 1520/QĐ-UBND"; a document without a number goes by its kind and the name of its file. */
export function nameDocument(
  document: {
    readonly number: string | null;
    readonly kindName?: string | null;
    readonly kind?: string | null;
    readonly fileName: string;
  },
  noNumber: string,
): string {
  const kind = document.kindName ?? document.kind ?? null;
  if (document.number === null)
    return `${[kind, noNumber.toLowerCase()].filter(Boolean).join(" ")} (${document.fileName})`;
  // A number carries the sign of its kind ("1520/QĐ-UBND"); before it stands the kind's name or nothing.
  return [document.kindName, document.number].filter(Boolean).join(" ");
}
