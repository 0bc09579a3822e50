/** Whom a clause binds. Only what binds our side becomes a task. */
export const clauseParties = ["ours", "theirs", "both"] as const;
export type ClauseParty = (typeof clauseParties)[number];

/** How an agreement was carried out in a year. */
export const verdicts = ["effective", "partly", "notCarriedOut"] as const;
export type Verdict = (typeof verdicts)[number];
