import type { Declaration } from "./declaration.ts";
import { agreementDeclaration } from "./records/agreement.ts";
import { eventDeclaration } from "./records/event.ts";
import { partnerDeclaration } from "./records/partner.ts";

/** Every register of the database of cooperation, in the order of the screen. */
export const declarations: readonly Declaration[] = [
  partnerDeclaration,
  agreementDeclaration,
  eventDeclaration,
];

/** The declaration of a register by its key; null: there is no such register. */
export function declarationOf(key: string): Declaration | null {
  return declarations.find((declaration) => declaration.key === key) ?? null;
}
