import type { HeldRole } from "../../src/domain/organisation/rights.ts";

/** What the first person of a province may do: all but what belongs to a unit. */
export const worksThere: readonly HeldRole[] = (["administrator", "focalOfficer"] as const).map((role) => ({
  ...{ role, unit: null, actingFor: null },
}));
