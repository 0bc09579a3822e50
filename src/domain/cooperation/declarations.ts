import type { Declaration } from "./declaration.ts";
import { agreementDeclaration } from "./records/agreement.ts";
import { aidDeclaration, aidPaymentDeclaration } from "./records/aid.ts";
import { conferenceDeclaration } from "./records/conference.ts";
import { delegationDeclaration } from "./records/delegation.ts";
import { eventDeclaration } from "./records/event.ts";
import { ngoDeclaration } from "./records/ngo.ts";
import { partnerDeclaration } from "./records/partner.ts";

/** Every register of the database of cooperation, in the order of the screen. */
export const declarations: readonly Declaration[] = [
  partnerDeclaration,
  agreementDeclaration,
  delegationDeclaration,
  conferenceDeclaration,
  ngoDeclaration,
  aidDeclaration,
  aidPaymentDeclaration,
  eventDeclaration,
];

/** The declaration of a register by its key; null: there is no such register. */
export function declarationOf(key: string): Declaration | null {
  return declarations.find((declaration) => declaration.key === key) ?? null;
}
