import { z } from "@hono/zod-openapi";

export const rungKind = z.enum(["digest", "reminder", "letter", "upperLetter", "meeting"]);

const rung = z
  .object({
    kind: rungKind,
    /** Days after the last day in time; negative: before it. */
    days: z.number().int().min(-90).max(365),
    /** By which ways it is told outside the program; by all that there are when nothing is said. */
    by: z
      .array(z.enum(["mail", "webhook"]))
      .max(2)
      .readonly()
      .optional(),
  })
  .openapi("Rung");

/** No step is there twice: done once, it is never done again. */
const ladder = z
  .array(rung)
  .min(1)
  .max(20)
  .refine((rungs) => new Set(rungs.map(({ kind, days }) => `${kind} ${days}`)).size === rungs.length, {
    message: "a step is there twice",
  });

/** How a province urges, and what did not reach its people. */
export const urgingAnswer = z
  .object({
    /** Null: the usual ladder. */
    ladder: z.array(rung).nullable(),
    /** The day from which units are urged; null: they are not. */
    from: z.string().nullable(),
    /** Messages go out from the first of these hours and before the second, in Asia/Ho_Chi_Minh. */
    fromHour: z.number(),
    toHour: z.number(),
    /** Whether people may do without the mail of digests. */
    mailOptional: z.boolean(),
    version: z.number(),
    today: z.string(),
    /** Whether there is a mail server; without one messages stand in the program alone. */
    mail: z.boolean(),
    /** Messages that no server took, the newest first, 200 at most. */
    untaken: z.array(
      z.object({
        id: z.string(),
        on: z.string(),
        person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
        by: z.enum(["mail", "webhook"]),
        /** `refused`, `givenUp`: it is not tried again by itself. */
        state: z.enum(["refused", "unsent", "givenUp"]),
        tries: z.number(),
        failure: z
          .object({
            code: z.string(),
            detail: z.record(z.string(), z.union([z.string(), z.number()])),
          })
          .nullable(),
      }),
    ),
  })
  .openapi("Urging");

export const urgingRequest = z
  .object({
    /** Of the settings of the province. */
    version: z.number().int(),
    ladder: ladder.nullable(),
    from: z.iso.date().nullable(),
    fromHour: z.number().int().min(0).max(23),
    toHour: z.number().int().min(1).max(24),
    mailOptional: z.boolean().default(false),
  })
  .refine(({ fromHour, toHour }) => fromHour < toHour, { message: "the hours end before they begin" })
  .openapi("UrgingRequest");

/** Settings that need not be saved. */
export const urgingPreviewRequest = z
  .object({ ladder: ladder.nullable(), from: z.iso.date(), toHour: z.number().int().min(1).max(24) })
  .openapi("UrgingPreviewRequest");

/** What would go out on the next working day. */
export const urgingPreviewAnswer = z
  .object({
    on: z.string(),
    /** Steps: reached = told + overtaken + letters + meeting + unheard + waiting. */
    balance: z.object({
      reached: z.number(),
      told: z.number(),
      overtaken: z.number(),
      letters: z.number(),
      meeting: z.number(),
      unheard: z.number(),
      waiting: z.number(),
    }),
    /** Who would have a message, the most duties first, 200 at most of `total`. */
    messages: z.array(
      z.object({
        person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
        duties: z.number(),
        kinds: z.array(rungKind),
      }),
    ),
    total: z.number(),
  })
  .openapi("UrgingPreview");

const urgedItem = z
  .object({
    id: z.string(),
    kind: rungKind,
    /** The day on which the ladder came to it. */
    since: z.string(),
    lastDay: z.string(),
    daysLate: z.number(),
    silent: z.boolean(),
    content: z.string(),
    document: z.object({ number: z.string().nullable(), issuedOn: z.string().nullable() }),
    unit: z.object({ id: z.string(), name: z.string() }),
    /** Steps told to people of the unit, and letters issued. */
    timesUrged: z.number(),
  })
  .openapi("UrgedItem");

const letterKind = z.enum(["letter", "upperLetter"]);

/** Letters that the ladder asks for, and those that were issued, the newest first, 50 at most. */
export const lettersAnswer = z
  .object({
    today: z.string(),
    due: z.array(
      z.object({
        unit: z.object({ id: z.string(), name: z.string() }),
        kind: letterKind,
        items: z.array(urgedItem),
        since: z.string(),
      }),
    ),
    issued: z.array(
      z.object({
        id: z.string(),
        kind: letterKind,
        number: z.string(),
        issuedOn: z.string(),
        unit: z.object({ id: z.string(), name: z.string() }),
        duties: z.number(),
      }),
    ),
  })
  .openapi("UrgingLetters");

export const letterRecordRequest = z
  .object({
    kind: letterKind,
    /** Of one unit. */
    duties: z.array(z.uuid()).min(1).max(2000),
    number: z.string().trim().min(1).max(100),
    issuedOn: z.iso.date(),
  })
  .openapi("LetterRecord");

/** Late duties for the chair's meeting, by unit. */
export const meetingAnswer = z
  .object({ today: z.string(), items: z.array(urgedItem) })
  .openapi("UrgingMeeting");

export type LettersAnswer = z.infer<typeof lettersAnswer>;
export type MeetingAnswer = z.infer<typeof meetingAnswer>;

/** The program of others that messages are handed to; null: none. */
export const webhookAnswer = z
  .object({
    url: z.string().nullable(),
    version: z.number(),
    /** Of a secret just made, shown this once. */
    secret: z.string().nullable(),
  })
  .openapi("Webhook");

export const webhookRequest = z
  .object({
    url: z.string().trim().min(1).max(500).nullable(),
    renew: z.boolean(),
    version: z.number().int(),
  })
  .openapi("WebhookRequest");

export type WebhookAnswer = z.infer<typeof webhookAnswer>;
export type WebhookRequest = z.infer<typeof webhookRequest>;

export const trialAnswer = z.object({ to: z.string() }).openapi("TrialLetter");

export type UrgingPreviewAnswer = z.infer<typeof urgingPreviewAnswer>;
export type UrgingPreviewRequest = z.infer<typeof urgingPreviewRequest>;
export type UrgingAnswer = z.infer<typeof urgingAnswer>;
export type UrgingRequest = z.infer<typeof urgingRequest>;
