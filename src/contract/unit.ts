import { z } from "@hono/zod-openapi";
import { codeSystems, unitKinds, unitRelations, unitTraits } from "../domain/organisation/unit.ts";

const day = z.iso.date();
const words = (most: number) => z.string().max(most);

export const unitKind = z.enum(unitKinds).openapi("UnitKind");
export const unitRelation = z.enum(unitRelations).openapi("UnitRelation");
export const unitTrait = z.enum(unitTraits).openapi("UnitTrait");

export const unitListQuery = z.object({
  day: day.optional().openapi({ description: "The tree as of this day; default: today" }),
  closed: z
    .enum(["0", "1"])
    .optional()
    .openapi({ description: "1: also units that are not there on the day" }),
});

/** How many rows of the tree come at once. */
export const treeRowsAtOnce = 200;

export const unitTreeQuery = unitListQuery.extend({
  q: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: "Beginnings of words in names, accents optional" }),
  kind: unitKind.optional(),
  open: z
    .string()
    .max(8000)
    .regex(/^(?:all|[0-9a-f-]{36}(?:,[0-9a-f-]{36})*)$/)
    .optional()
    .openapi({ description: "Ids of units below which the next level is shown too, or `all`" }),
  from: z.coerce.number().int().min(0).optional().openapi({ description: "The first row, from 0" }),
  limit: z.coerce.number().int().min(1).max(1000).optional().openapi({ description: "Rows; default 200" }),
});

/** A unit in a list; days are the first and the last, null: not known, not ended. */
export const listedUnit = z
  .object({
    id: z.string(),
    parent: z.string().nullable(),
    kind: unitKind,
    relation: unitRelation,
    name: z.string(),
    shortName: z.string().nullable(),
    symbol: z.string().nullable(),
    aliases: z.array(z.string()),
    traits: z.array(unitTrait),
    from: z.string().nullable(),
    to: z.string().nullable(),
  })
  .openapi("ListedUnit");

/** All units of a province as of a day, parents before those below them. */
export const unitListAnswer = z
  .object({ day: z.string(), today: z.string(), units: z.array(listedUnit) })
  .openapi("UnitList");

/** A window on the tree of units as of a day. */
export const unitTreeAnswer = z
  .object({
    day: z.string(),
    today: z.string(),
    rows: z.array(
      z.object({
        unit: listedUnit,
        level: z.number(),
        /** Units right below it, and whether they are shown behind it. */
        below: z.number(),
        isOpen: z.boolean(),
        /** In a narrowed tree, what it stands under. */
        under: z.string().nullable(),
      }),
    ),
    total: z.number(),
    /** How many are there on the day, and how many are not. */
    present: z.number(),
    closed: z.number(),
    setUp: z.object({ communes: z.number(), border: z.number(), departments: z.number() }),
    sharedSymbols: z.array(z.object({ symbol: z.string(), units: z.number() })),
    mayChange: z.boolean(),
  })
  .openapi("UnitTree");

const contact = z.strictObject({
  person: words(200).exactOptional(),
  email: words(200).exactOptional(),
  phone: words(60).exactOptional(),
  address: words(400).exactOptional(),
});

const code = z.strictObject({
  system: z.enum(codeSystems),
  code: words(60),
  from: day.nullable(),
  to: day.nullable(),
});

const kinds = ["created", "renamed", "moved", "merged", "split", "abolished"] as const;

/** One unit with its past, its codes and its people. */
export const unitAnswer = z
  .object({
    today: z.string(),
    unit: listedUnit,
    standing: z.string().nullable(),
    contact,
    codes: z.array(code),
    version: z.number(),
    formerNames: z.array(
      z.object({
        name: z.string(),
        shortName: z.string().nullable(),
        symbol: z.string().nullable(),
        to: z.string(),
      }),
    ),
    people: z.array(
      z.object({ name: z.string(), role: z.string(), title: z.string().nullable(), acting: z.boolean() }),
    ),
    /** Tasks given to it as reported, and those that it holds today. */
    given: z.number(),
    held: z.number(),
    changes: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(kinds),
        on: z.string(),
        document: z.string().nullable(),
        note: z.string().nullable(),
        at: z.string(),
        who: z.string(),
        /** False: it came with the province and cannot be taken back. */
        madeHere: z.boolean(),
        before: z.array(z.string()),
        after: z.array(z.string()),
      }),
    ),
    /** Units that are named above: the one above it, its standing body, those of its changes. */
    around: z.array(listedUnit),
    /** The first of those right below it, and how many there are. */
    below: z.array(listedUnit),
    belowCount: z.number(),
    sharedSymbol: z.array(listedUnit),
    mayChange: z.boolean(),
  })
  .openapi("Unit");

/** Fields to correct, in the version seen; what is left out stays. */
export const unitEdit = z
  .strictObject({
    version: z.number().int(),
    shortName: words(200).nullable().exactOptional(),
    symbol: words(40).nullable().exactOptional(),
    aliases: z.array(words(300)).max(50).exactOptional(),
    traits: z.array(unitTrait).max(10).exactOptional(),
    relation: unitRelation.exactOptional(),
    kind: unitKind.exactOptional(),
    standing: z.uuid().nullable().exactOptional(),
    contact: contact.exactOptional(),
    codes: z.array(code).max(20).exactOptional(),
  })
  .openapi("UnitEdit");

const newUnit = z.strictObject({
  name: words(300),
  shortName: words(200).nullable(),
  symbol: words(40).nullable(),
  kind: unitKind,
  relation: unitRelation,
  parent: z.uuid().nullable(),
});
const heir = z.union([z.uuid(), newUnit]);

/** A dated change of the tree; `on` is the first day of what is new. A new unit has no id yet. */
export const wishedChange = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("created"), on: day, unit: newUnit }),
    z.strictObject({
      ...{ kind: z.literal("renamed"), on: day, unit: z.uuid(), name: words(300) },
      ...{ shortName: words(200).nullable(), symbol: words(40).nullable() },
    }),
    z.strictObject({ kind: z.literal("moved"), on: day, unit: z.uuid(), parent: z.uuid().nullable() }),
    z.strictObject({ kind: z.literal("merged"), on: day, from: z.array(z.uuid()).max(500), into: heir }),
    z.strictObject({
      ...{ kind: z.literal("split"), on: day, from: z.uuid(), into: z.array(heir).max(100) },
      /** Open tasks by the place of their heir in `into`, from 0; the first takes the rest. */
      given: z.array(z.strictObject({ task: z.uuid(), heir: z.number().int().min(0) })).max(20_000),
    }),
    z.strictObject({ kind: z.literal("abolished"), on: day, unit: z.uuid(), heir: z.uuid().nullable() }),
  ])
  .openapi("WishedUnitChange");

const seenMoves = z.object({
  tasks: z.number().int(),
  posts: z.number().int(),
  assignments: z.number().int(),
  units: z.number().int(),
});

export const unitChangePreviewRequest = z.strictObject({ change: wishedChange });

/** What a change would do: units, tasks, posts; nothing else differs. */
export const unitChangePreviewAnswer = z
  .object({
    seen: seenMoves,
    created: z.array(listedUnit),
    /** Units that end, go below another one, or are renamed; with how they were. */
    closed: z.array(listedUnit),
    moved: z.array(
      z.object({
        unit: z.string(),
        name: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    renamed: z.array(z.object({ unit: z.string(), before: z.string(), after: z.string() })),
    /** Names of the units before and after, and of those that tasks and posts go from and to. */
    names: z.array(z.object({ id: z.string(), name: z.string() })),
    before: z.array(z.string()),
    after: z.array(z.string()),
    /** Each open part of a task; `to` null: it stays with `from`. In = moving + staying. */
    tasks: z.array(
      z.object({
        task: z.string(),
        ref: z.string(),
        content: z.string(),
        document: z.string().nullable(),
        role: z.string(),
        from: z.string(),
        to: z.string().nullable(),
      }),
    ),
    posts: z.array(
      z.object({
        name: z.string(),
        role: z.string(),
        title: z.string().nullable(),
        from: z.string(),
        to: z.string().nullable(),
      }),
    ),
    sharedSymbols: z.array(z.object({ symbol: z.string(), name: z.string() })),
  })
  .openapi("UnitChangePreview");

export const unitChangeRequest = z
  .strictObject({
    change: wishedChange,
    document: words(200).nullable(),
    note: words(2000).nullable(),
    /** What the preview said. */
    seen: seenMoves,
  })
  .openapi("UnitChangeRequest");

/** What came of looking addressees up: addressees = resolved + unbound + nobody + unknown. */
export const foundParties = z
  .object({
    addressees: z.number(),
    resolved: z.number(),
    parties: z.number(),
    unbound: z.number(),
    nobody: z.number(),
    unknown: z.number(),
  })
  .openapi("FoundParties");

export const unitChangeAnswer = z
  .object({
    ...{ id: z.string(), seen: seenMoves, after: z.array(z.string()) },
    /** Null: it is planned for its day, and nothing has moved yet. */
    found: foundParties.nullable(),
  })
  .openapi("MadeUnitChange");

const plannedUnit = z.object({ id: z.string().nullable(), name: z.string() });

/** Changes of the tree to come, by their days; a unit that one makes has no id yet. */
export const unitPlansAnswer = z
  .object({
    plans: z.array(
      z.object({
        ...{ id: z.string(), kind: z.enum(kinds), on: z.string() },
        ...{ before: z.array(plannedUnit), after: z.array(plannedUnit) },
        ...{ document: z.string().nullable(), note: z.string().nullable(), at: z.string(), who: z.string() },
        /** Why it could not be made on its day. */
        failure: z
          .object({ code: z.string(), detail: z.record(z.string(), z.union([z.string(), z.number()])) })
          .nullable(),
      }),
    ),
    mayChange: z.boolean(),
  })
  .openapi("UnitPlans");

export type ListedUnit = z.infer<typeof listedUnit>;
export type UnitListAnswer = z.infer<typeof unitListAnswer>;
export type UnitPlansAnswer = z.infer<typeof unitPlansAnswer>;
export type UnitTreeAnswer = z.infer<typeof unitTreeAnswer>;
export type UnitAnswer = z.infer<typeof unitAnswer>;
export type UnitEdit = z.infer<typeof unitEdit>;
export type WishedChange = z.infer<typeof wishedChange>;
export type UnitChangePreviewAnswer = z.infer<typeof unitChangePreviewAnswer>;
export type UnitChangeRequest = z.infer<typeof unitChangeRequest>;
export type UnitChangeAnswer = z.infer<typeof unitChangeAnswer>;
export type FoundPartiesAnswer = z.infer<typeof foundParties>;
