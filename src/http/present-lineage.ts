import type {
  AnswersOutcome as AnswersOutcomeBody,
  QuestionsAnswer,
} from "../contract/document-questions.ts";
import type { DocumentTiesAnswer, LineageAnswer, LineageProposalsAnswer } from "../contract/lineage.ts";
import { givesTask } from "../domain/duty/lineage-chain.ts";
import type { Language } from "../domain/language/language.ts";
import type { AnswersOutcome } from "../operations/carry-over.ts";
import type { ShownQuestions } from "../operations/document-questions.ts";
import type { ShownProposal } from "../operations/propose-lineage.ts";
import type { ShownLineage, ShownTies } from "../operations/show-lineage.ts";
import { presentFailure } from "./answer.ts";
import { presentLink } from "./present-document.ts";

export function presentProposals(proposals: readonly ShownProposal[]): LineageProposalsAnswer {
  return { proposals: proposals.map(presentProposal) };
}

function presentProposal({ directive, kind, score, reasons, earlier, said, paper }: ShownProposal) {
  const rest = { finding: directive, kind, score, reasons, said: said?.words ?? null, paper };
  return { ...rest, task: presentEarlier(earlier) };
}

/** What a document asks about tasks of earlier ones. */
export function presentQuestions({ asked, answers, into }: ShownQuestions): QuestionsAnswer {
  return {
    asked: asked.map(({ question, task, thing, carry }) => ({
      ...{ question, task: presentEarlier(task), thing },
      carry: carry && { into: carry.into, score: carry.score, reasons: carry.reasons, sure: carry.sure },
    })),
    into: into.map(({ id, ref, content }) => ({ id, ref, content })),
    answers: answers.map((answer) => ({ ...answer, at: answer.at.toISOString() })),
  };
}

/** What became of several answers. */
export function presentOutcome(
  { done, refused, left }: AnswersOutcome,
  language: Language,
): AnswersOutcomeBody {
  return {
    done,
    refused: refused.map(({ task, failure }) => ({ task, failure: presentFailure(failure, language).error })),
    left: presentQuestions(left),
  };
}

/** An earlier task as it is shown beside another thing. */
export function presentEarlier(earlier: ShownProposal["earlier"]) {
  const { id, ref, label, content, document, leads, dueOn, firstDueOn, strictlyBefore, state } = earlier;
  const given = earlier.notes.filter((note) => givesTask(note.kind));
  return {
    ...{ id, ref, label, content, document: presentLink(document), leads, dueOn, firstDueOn, strictlyBefore },
    ...{ givenOn: earlier.given.givenOn ?? earlier.assignedOn, state },
    times: Math.max(1, new Set(given.map(({ documentId, number }) => documentId ?? number)).size),
  };
}

export function presentLineage({ notes, days }: ShownLineage): LineageAnswer {
  return {
    notes: notes.map((note) => ({
      ...{ id: note.id, kind: note.kind, document: note.document && presentLink(note.document) },
      ...{ number: note.number, finding: note.finding, givenOn: note.givenOn, dueOn: note.dueOn },
      ...{ strictlyBefore: note.strictlyBefore, words: note.words, places: note.places },
      ...{ joinedFrom: note.joinedFrom, confirmedAt: note.confirmedAt.toISOString() },
      ...{ confirmedBy: note.confirmedBy, time: note.time },
    })),
    days,
  };
}

export function presentTies({ goesBack, goesOn }: ShownTies): DocumentTiesAnswer {
  const present = (ties: ShownTies["goesOn"]) =>
    ties.map(({ task, content, kind, givenOn, dueOn, document }) => ({
      ...{ task, content, kind, givenOn, dueOn, document: presentLink(document) },
    }));
  return { goesBack: present(goesBack), goesOn: present(goesOn) };
}
