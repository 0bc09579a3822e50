import { z } from "@hono/zod-openapi";
import { listedUnit, unitKind, unitRelation, unitTrait } from "./unit.ts";

const ids = z.array(z.uuid()).max(500);

/** Which units of the tree are meant; an empty list asks for nothing. */
export const collectiveRule = z
  .strictObject({
    kinds: z.array(unitKind).max(20),
    relations: z.array(unitRelation).max(10),
    traits: z.array(unitTrait).max(10),
    /** A unit whose lower units are meant. */
    under: z.uuid().nullable(),
    /** Just these, whatever else the rule says. */
    only: ids,
    except: ids,
  })
  .openapi("CollectiveRule");

const metWords = z.object({
  key: z.string(),
  words: z.string(),
  tasks: z.number(),
  firstDay: z.string(),
  lastDay: z.string(),
});

/** The collectives, the words of tasks for them, and the names in tasks that are no unit yet. */
export const collectivesAnswer = z
  .object({
    today: z.string(),
    collectives: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        rule: collectiveRule,
        version: z.number(),
        /** Units that it means today, and words that are bound to it. */
        means: z.number(),
        wordings: z.number(),
      }),
    ),
    wordings: z.array(
      metWords.extend({
        collective: z.string().nullable(),
        open: z.boolean(),
        proposed: collectiveRule.nullable(),
        means: z.number().nullable(),
      }),
    ),
    unknown: z.array(metWords),
    /** Parts of units that were split, each with the heirs that may take it; the one that holds it now. */
    toChoose: z.array(
      z.object({
        ...{ task: z.string(), position: z.number(), unit: z.string(), unitName: z.string() },
        ...{ content: z.string(), document: z.string().nullable(), holder: z.string() },
        heirs: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    ),
    mayBind: z.boolean(),
    mayChange: z.boolean(),
  })
  .openapi("Collectives");

export const collectivePreviewRequest = z.strictObject({
  rule: collectiveRule,
  day: z.iso.date().nullable(),
});
export const collectivePreviewAnswer = z.object({ day: z.string(), units: z.array(listedUnit) });

export const collectiveRequest = z.strictObject({
  /** 0 for a new one. */
  version: z.number().int(),
  name: z.string().max(300),
  rule: collectiveRule,
});

/** Words bound to a collective that is there, to a new one, or to none. */
export const bindingRequest = z.strictObject({
  key: z.string().max(1000),
  to: z
    .union([
      z.strictObject({ collective: z.uuid() }),
      z.strictObject({ name: z.string().max(300), rule: collectiveRule }),
    ])
    .nullable(),
});

/** The heir that takes a split unit's part in a task. */
export const heirRequest = z.strictObject({
  position: z.number().int().min(0),
  unit: z.uuid(),
  heir: z.uuid(),
});

export const nameRequest = z.strictObject({ key: z.string().max(1000), unit: z.uuid() });

export type CollectiveRule = z.infer<typeof collectiveRule>;
export type CollectivesAnswer = z.infer<typeof collectivesAnswer>;
export type CollectivePreviewAnswer = z.infer<typeof collectivePreviewAnswer>;
