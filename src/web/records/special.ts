import type { ComponentType } from "react";
import type { RecordAnswer } from "../../contract/record.ts";
import { AgreementWays } from "./agreement/AgreementWays.tsx";

/** A part of a record's page that one register alone has; it loads with its first record. */
export type SpecialPart = ComponentType<{ readonly record: RecordAnswer }>;

/** The special parts by the keys of their registers: the mechanism itself never asks which register it shows. */
export const specialParts: Readonly<Record<string, () => Promise<{ readonly default: SpecialPart }>>> = {
  agreements: () => import("./agreement/AgreementPart.tsx"),
  "call-reviews": () => import("./CallReviewPart.tsx"),
  ngos: () => import("./limits/RecordLimits.tsx"),
  aid: () => import("./limits/RecordLimits.tsx"),
  delegations: () => import("./limits/RecordLimits.tsx"),
  conferences: () => import("./limits/RecordLimits.tsx"),
};

/** Ways from the list of a register to lists that it alone has. */
export const specialWays: Readonly<Record<string, ComponentType<{ readonly here: "list" }>>> = {
  agreements: AgreementWays,
};
