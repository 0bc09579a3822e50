import { useCallback } from "react";
import { documentNameWords } from "../../domain/language/web-documents.ts";
import { sayDay } from "../day-words.ts";
import { useWords } from "../language.tsx";

/** What a document is called by. */
export interface NamedDocument {
  readonly number: string | null;
  readonly kindName?: string | null;
  readonly kind?: string | null;
  readonly issuedOn?: string | null;
  readonly fileName: string;
}

/**
 * Says what a document is called: "Quyết định 1520/QĐ-UBND"; without a number by kind and day, "Thông báo ngày
 * 12/09/2025", and without a day by the name of its file. `short` leaves the kind out where a number tells it.
 */
export function useDocumentName(): (document: NamedDocument, short?: boolean) => string {
  const words = useWords(documentNameWords);
  return useCallback(
    ({ number, kindName, kind, issuedOn, fileName }, short = false) => {
      // A number carries the sign of its kind ("1520/QĐ-UBND"); before it stands the kind's name or nothing.
      if (number !== null) return short || !kindName ? number : `${kindName} ${number}`;
      const name = kindName ?? kind ?? words.document;
      return issuedOn ? words.ofDay(name, sayDay(issuedOn)) : `${name} (${fileName})`;
    },
    [words],
  );
}

/** What a document is called, as text. */
export function DocumentName(props: { readonly of: NamedDocument; readonly short?: boolean }) {
  return useDocumentName()(props.of, props.short);
}
