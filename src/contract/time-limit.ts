import { z } from "@hono/zod-openapi";
import { stepStarts } from "../domain/cooperation/time-limit/limit-settings.ts";
import { countings, limitStates } from "../domain/cooperation/time-limit/time-limit.ts";
import { travelAuthorities, travelRanks } from "../domain/cooperation/time-limit/travel-approval.ts";

const day = z.iso.date();
const key = z.string().min(1).max(60);
const register = z.string().regex(/^[a-z][A-Za-z-]{1,39}$/);

/** A rule of the law, or a step of the province's own (no source). */
const rule = z
  .object({
    key: z.string(),
    register: z.string(),
    vi: z.string(),
    en: z.string(),
    days: z.number().nullable(),
    counting: z.enum(countings),
    /** The field with the day on which it was done; null: it is recorded beside the record. */
    field: z.string().nullable(),
    isSettable: z.boolean(),
    isUnverified: z.boolean(),
    source: z.string(),
    from: day,
    until: day.nullable(),
  })
  .openapi("TimeLimit");

const standing = z.object({
  limit: z.string(),
  occurrence: z.string(),
  /** Where the rule stands that was in force then; empty: a step of the province. */
  source: z.string(),
  isUnverified: z.boolean(),
  start: day.nullable(),
  due: day.nullable(),
  period: z.object({ from: day, to: day }).nullable(),
  state: z.enum(limitStates).nullable(),
  doneOn: day.nullable(),
  documentNumber: z.string().nullable(),
});

export const limitListQuery = z.object({
  register: register.optional(),
  limit: key.optional(),
  /** Several, with commas between them. */
  state: z.string().max(200).optional(),
  year: z.coerce.number().int().min(1990).max(2200).optional(),
  after: z.coerce.number().int().min(0).optional(),
});

export const limitListAnswer = z
  .object({
    today: day,
    rows: z.array(
      standing.extend({
        record: z.object({
          id: z.string(),
          register: z.string(),
          title: z.string(),
          owner: z.object({ id: z.string(), name: z.string() }).nullable(),
        }),
      }),
    ),
    total: z.number(),
    next: z.number().nullable(),
    counts: z.array(
      z.object({ limit: z.string(), state: z.enum(limitStates), year: z.number(), count: z.number() }),
    ),
    limits: z.array(rule),
  })
  .openapi("TimeLimits");

export const recordLimitParams = z.object({ register, id: z.uuid() });
export const proofParams = recordLimitParams.extend({ limit: key, occurrence: key });

export const recordLimitsAnswer = z
  .object({
    today: day,
    standings: z.array(standing),
    limits: z.array(rule),
    /** Who permits a journey by the levels of the province. */
    authority: z.string().nullable(),
    mayEdit: z.boolean(),
  })
  .openapi("RecordLimits");

export const proofRequest = z
  .strictObject({ on: day, documentNumber: z.string().trim().min(1).max(100).nullable() })
  .openapi("RecordProof");

const authorities = z.record(
  z.enum(travelRanks.map((one) => one.key)),
  z.enum(travelAuthorities.map((one) => one.key)).optional(),
);

const settings = z.object({
  days: z.record(key, z.number().int().min(-365).max(365)),
  steps: z
    .array(
      z.strictObject({
        key,
        name: z.string().trim().min(1).max(200),
        direction: z.enum(["out", "in"]).nullable(),
        matter: z.enum(["official", "private"]).nullable(),
        limit: z
          .strictObject({
            start: z.enum(stepStarts),
            days: z.number().int().min(-365).max(365),
            counting: z.enum(countings),
          })
          .nullable(),
        from: day,
      }),
    )
    .max(50),
  travel: z.strictObject({ official: authorities.optional(), private: authorities.optional() }),
});

export const limitSettingsRequest = z
  .strictObject({ settings, version: z.number().int() })
  .openapi("LimitSettingsRequest");
export const limitSettingsAnswer = z
  .object({ settings, version: z.number(), limits: z.array(rule) })
  .openapi("LimitSettings");

export type TimeLimitAnswer = z.infer<typeof rule>;
export type LimitStandingAnswer = z.infer<typeof standing>;
export type LimitListAnswer = z.infer<typeof limitListAnswer>;
export type RecordLimitsAnswer = z.infer<typeof recordLimitsAnswer>;
export type LimitSettingsAnswer = z.infer<typeof limitSettingsAnswer>;
