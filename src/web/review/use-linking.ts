import { useState } from "react";
import type { LineageProposalAnswer } from "../../contract/lineage.ts";
import { isJoining, type Lineage } from "./use-lineage.ts";
import type { Review } from "./use-review.ts";
import type { ReviewDesk } from "./use-review-desk.ts";

/** A link that is asked about before it is made: it changes the words of the task, or withdraws it. */
export interface AskedLink {
  readonly proposal: LineageProposalAnswer;
  readonly kind: LineageProposalAnswer["kind"];
}

/** What the person says about the task of a link. */
export interface LinkAnswer {
  readonly content?: string;
  readonly withdraw?: boolean;
}

/** Everything that is done with proposed links while a document is reviewed. */
export function useLinking(review: Review, desk: ReviewDesk, lineage: Lineage) {
  const [asked, setAsked] = useState<AskedLink | null>(null);
  const { current } = desk;

  const confirm = async ({ proposal, kind }: AskedLink, answer: LinkAnswer = {}) => {
    const { finding, task } = proposal;
    setAsked(null);
    if (finding === null) return lineage.note(proposal);
    lineage.forget(proposal);
    const joins = isJoining(kind);
    const done = review.link(finding, { task: task.id, kind, ...answer }, joins);
    desk.setDone({ what: joins ? "linked" : "noted", ids: [finding], ...(joins ? {} : { task: task.id }) });
    if (joins) desk.onward();
    if ((await done) === null) desk.setDone(null);
    await lineage.refresh();
  };
  const link = (proposal: LineageProposalAnswer, kind: LineageProposalAnswer["kind"]) => {
    const asks = kind === "amends" || kind === "replaces" || kind === "withdraws";
    if (asks && proposal.finding !== null) setAsked({ proposal, kind });
    else void confirm({ proposal, kind });
  };
  return {
    failure: lineage.failure,
    ofDocument: lineage.of(null),
    of: lineage.of,
    asked,
    close: () => setAsked(null),
    confirm: (answer: LinkAnswer) => asked && void confirm(asked, answer),
    link,
    /** The likeliest link of the chosen row, by one key. */
    linkFirst: () => {
      const [first] = current ? lineage.of(current.id) : [];
      if (first && (current?.decision === null || !isJoining(first.kind))) link(first, first.kind);
    },
    steps: lineage.steps,
    /** Every open row of a unit's own plan with the task that is proposed for it. */
    tieAll: async () => {
      await desk.tieAll();
      await lineage.refresh();
    },
    refuse: async (proposal: LineageProposalAnswer) => {
      if (proposal.finding === null) return lineage.refuseWhole(proposal);
      lineage.forget(proposal);
      await review.refuseLink(proposal.finding, proposal.task.id);
    },
    /** What the row says, for those who compare words. */
    words: (finding: string | null) =>
      review.findings.data?.findings.find((one) => one.id === finding)?.task.content ?? "",
  };
}

export type Linking = ReturnType<typeof useLinking>;
