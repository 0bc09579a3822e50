import type { Declaration } from "./declaration.ts";
import { agreementDeclaration } from "./records/agreement.ts";
import { aidDeclaration, aidPaymentDeclaration } from "./records/aid.ts";
import { gateDeclaration, otherSideDeclaration, twinDeclaration } from "./records/border.ts";
import { budgetDeclaration } from "./records/budget.ts";
import { conferenceDeclaration } from "./records/conference.ts";
import { caseDeclaration, consularDeclaration, protocolDeclaration } from "./records/consular.ts";
import {
  adviserDeclaration,
  brandDeclaration,
  courseDeclaration,
  forumDeclaration,
  newsDeclaration,
  schoolDeclaration,
  tourDeclaration,
} from "./records/counted.ts";
import { delegationDeclaration } from "./records/delegation.ts";
import { eventDeclaration } from "./records/event.ts";
import {
  callDeclaration,
  callReviewDeclaration,
  callReviewItemDeclaration,
  grantDeclaration,
} from "./records/investment.ts";
import { legalReviewDeclaration } from "./records/legal-review.ts";
import { ngoDeclaration } from "./records/ngo.ts";
import { partnerDeclaration } from "./records/partner.ts";
import { programmeDeclaration } from "./records/programme.ts";

/** Every register of the database of cooperation, in the order of the screen. */
export const declarations: readonly Declaration[] = [
  ...[partnerDeclaration, agreementDeclaration, programmeDeclaration, delegationDeclaration],
  ...[
    conferenceDeclaration,
    ngoDeclaration,
    aidDeclaration,
    aidPaymentDeclaration,
    eventDeclaration,
    courseDeclaration,
    forumDeclaration,
  ],
  ...[newsDeclaration, tourDeclaration, schoolDeclaration, brandDeclaration, adviserDeclaration],
  ...[
    callDeclaration,
    callReviewDeclaration,
    callReviewItemDeclaration,
    grantDeclaration,
    twinDeclaration,
    gateDeclaration,
    otherSideDeclaration,
    protocolDeclaration,
  ],
  ...[consularDeclaration, caseDeclaration, legalReviewDeclaration, budgetDeclaration],
];

const byKey = new Map(declarations.map((declaration) => [declaration.key, declaration]));

/** The declaration of a register by its key; null: there is no such register. */
export function declarationOf(key: string): Declaration | null {
  return byKey.get(key) ?? null;
}
