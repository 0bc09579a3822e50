import { z } from "@hono/zod-openapi";
import { dutyRow } from "./duty.ts";
import { failureAnswer } from "./failure.ts";
import { fileSignature } from "./read.ts";

/** Which signed documents a list shows. */
export const signedState = z.enum(["waiting", "matched", "aside"]).openapi("SignedState");

const unitId = z.uuid().openapi({ description: "A unit, with all below it" });

export const signedQuery = z.object({
  state: signedState.optional(),
  unit: unitId.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional().openapi({ description: "Default: 20" }),
});

/** Where files are handed in: at the page of a unit or of a duty, or anywhere. */
export const signedUploadQuery = z.object({
  unit: z.uuid().optional(),
  duty: z.uuid().optional(),
  declared: z
    .literal("1")
    .optional()
    .openapi({ description: "The person declares that they hold no state secret" }),
});

const unit = z.object({ id: z.string(), name: z.string(), shortName: z.string().nullable() });

const candidate = z
  .object({
    row: dutyRow,
    score: z.number().openapi({ description: "0…100" }),
    sure: z.boolean().openapi({ description: "Proposed first; a person only confirms" }),
    reasons: z.array(
      z.object({
        code: z.enum(["draft", "here", "onlyDuty", "cites", "label", "words", "names"]),
        words: z.string(),
      }),
    ),
  })
  .openapi("SignedCandidate");

/** A signed document that a unit sent back. */
export const signedPaper = z
  .object({
    id: z.string(),
    version: z.number(),
    number: z.string().nullable(),
    issuedOn: z.string().nullable(),
    subject: z.string().nullable(),
    signer: z.string().nullable(),
    issuer: z.string().nullable().openapi({ description: "As the document writes it" }),
    owner: unit.nullable().openapi({ description: "The unit that it is of; null: not known" }),
    /** The issuer is known by its symbol alone. */
    doubtful: z.boolean(),
    cites: z.array(z.string()),
    sentAt: z.string(),
    sentBy: z.string(),
    mailFrom: z.string().nullable(),
    files: z.array(z.object({ name: z.string(), size: z.number() })),
    signatures: z.array(fileSignature).readonly(),
    why: z.enum(["sure", "choose", "unlike", "nothingOpen", "noUnit", "otherProvince"]).nullable(),
    candidates: z.array(candidate),
    open: z.number(),
    outcome: z.enum(["matched", "aside"]).nullable(),
    settledAt: z.string().nullable(),
    settledBy: z.string().nullable(),
    reason: z.string().nullable(),
    answers: z.array(z.object({ duty: z.string(), content: z.string(), holder: unit })),
  })
  .openapi("SignedPaper");

export const signedListAnswer = z
  .object({
    today: z.string(),
    papers: z.array(signedPaper),
    counts: z.object({ waiting: z.number(), matched: z.number(), aside: z.number() }),
  })
  .openapi("SignedPapers");

/** What became of files that were handed in. */
export const signedReceived = z
  .object({
    lines: z.array(
      z.discriminatedUnion("outcome", [
        z.object({ outcome: z.literal("kept"), files: z.array(z.string()), paper: z.string() }),
        z.object({ outcome: z.literal("waiting"), files: z.array(z.string()), scan: z.string() }),
        z.object({
          outcome: z.literal("refused"),
          files: z.array(z.string()),
          error: failureAnswer.shape.error,
        }),
      ]),
    ),
  })
  .openapi("SignedReceived");

const version = z.number().int();

export const signedMatchRequest = z
  .object({
    version,
    number: z.string().max(100),
    on: z.iso.date(),
    duties: z
      .array(z.object({ id: z.uuid(), version: z.number().int().nullable() }))
      .min(1)
      .max(500),
    claimsDone: z
      .boolean()
      .openapi({ description: "For duties without a report that waits: the work is done" }),
  })
  .openapi("SignedMatchRequest");

export const signedMatchAnswer = z
  .object({
    answered: z.array(z.string()),
    refused: z.array(z.object({ id: z.string(), failure: failureAnswer.shape.error })),
  })
  .openapi("SignedMatchAnswer");

export const signedVersion = z.object({ version }).openapi("SignedVersion");
export const signedAsideRequest = z
  .object({ version, reason: z.string().max(1000) })
  .openapi("SignedAsideRequest");
export const signedDone = z.object({}).openapi("SignedDone");

export type SignedState = z.infer<typeof signedState>;
export type SignedPaperAnswer = z.infer<typeof signedPaper>;
export type SignedListAnswer = z.infer<typeof signedListAnswer>;
export type SignedReceived = z.infer<typeof signedReceived>;
export type SignedMatchRequest = z.infer<typeof signedMatchRequest>;
export type SignedMatchAnswer = z.infer<typeof signedMatchAnswer>;
