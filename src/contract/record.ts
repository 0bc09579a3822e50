import { z } from "@hono/zod-openapi";
import { failureAnswer } from "./failure.ts";

const words = (most: number) => z.string().max(most);
const registerKey = z.string().regex(/^[a-z][A-Za-z-]{1,39}$/);

/** Blanks of the paths of records: the key of a register, and the id of a record in it. */
export const registerParams = z.object({ register: registerKey });
export const recordParams = z.object({ register: registerKey, id: z.uuid() });

const unit = z.object({ id: z.string(), name: z.string() });

export const registersAnswer = z
  .object({
    registers: z.array(
      z.object({
        key: z.string(),
        /** Records that the person may know of. */
        count: z.number(),
        /** Who enters it (unit null: the focal body); null where each unit enters its own. */
        owner: z
          .object({ unit: unit.nullable(), sourceSystem: z.string().nullable(), version: z.number() })
          .nullable(),
        mayEnter: z.boolean(),
      }),
    ),
    /** For whom the person enters records. */
    enters: z.object({ focal: z.boolean(), units: z.array(unit) }),
    /** Whether he may say who owns a register. */
    mayName: z.boolean(),
  })
  .openapi("Registers");

const filters = {
  q: words(200).optional().openapi({ description: "Words, accents optional" }),
  owner: z
    .union([z.uuid(), z.literal("focal")])
    .optional()
    .openapi({ description: "Records that a unit enters; `focal`: the focal body" }),
  where: words(2000)
    .optional()
    .openapi({ description: "Fields and their values: kind:locality,body;country:LA; - for none" }),
  sort: words(60).optional().openapi({ description: "A field, with - before it for the last first" }),
};

export const recordFilters = z.object(filters);
export const recordListQuery = recordFilters.extend({
  after: words(2000).optional().openapi({ description: "`next` of the page before" }),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  facets: z.enum(["0", "1"]).optional().openapi({ description: "1: with the values to narrow by" }),
});

const money = z.object({ amount: z.number(), currency: z.string(), dong: z.number().nullable() });
const period = z.object({ from: z.string().nullable(), to: z.string().nullable() });
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), money, period]);

const link = z.object({
  kind: z.string(),
  id: z.string(),
  /** Null: the person may not know of it. */
  name: z.string().nullable(),
});

/** One row of a register. */
export const recordRow = z
  .object({
    id: z.string(),
    register: z.string(),
    title: z.string(),
    values: z.record(z.string(), value),
    links: z.record(z.string(), z.array(link)),
    owner: unit.nullable(),
    sourceKey: z.string().nullable(),
    computed: z.record(z.string(), z.string().nullable()),
    version: z.number(),
    /** Keys of fields that hold something which the person may not see. */
    hidden: z.array(z.string()),
  })
  .openapi("Record");

export const recordListAnswer = z
  .object({
    records: z.array(recordRow),
    total: z.number(),
    /** Fields added up over all that the filter gives; money in the one currency of its field. */
    sums: z.record(z.string(), z.number()),
    /** In how many of them the day of the register's share stands. */
    shared: z.number(),
    next: z.string().nullable(),
    facets: z
      .array(
        z.object({
          field: z.string(),
          value: z.string(),
          name: z.string().nullable(),
          count: z.number(),
        }),
      )
      .nullable(),
  })
  .openapi("RecordList");

const day = z.string().nullable();
const work = z.object({
  count: z.number(),
  latest: z.array(z.object({ id: z.string(), name: z.string(), on: day })),
});
const linkedDay = z
  .object({ register: z.string(), id: z.string(), name: z.string(), on: z.string() })
  .nullable();

/** What the province has with what a record tells of, as far as it is in sight. */
const linked = z
  .object({
    /** Records that link to it, by register and field: as many as the list narrowed by the field gives. */
    groups: z.array(
      z.object({
        register: z.string(),
        field: z.string(),
        count: z.number(),
        states: z.array(z.object({ state: z.string(), count: z.number() })),
        /** The latest first, at most five. */
        latest: z.array(z.object({ id: z.string(), name: z.string(), on: day, state: day })),
      }),
    ),
    /** To which it, or one of these records, leads. */
    tasks: work,
    documents: work,
    /** Records of other units that tell of the same, for which it stands. */
    toldBy: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        owner: z.string().nullable(),
        sourceKey: z.string().nullable(),
      }),
    ),
    /** The first day of all of them; the latest and the next day on which the sides meet. */
    days: z.object({ first: linkedDay, lastMet: linkedDay, nextMet: linkedDay }),
  })
  .openapi("LinkedRecords");

export const recordAnswer = recordRow
  .extend({
    mayEdit: z.boolean(),
    linked,
    changes: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        who: z.string(),
        what: z.string(),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
  })
  .openapi("ShownRecord");

/** Pairs of records of different units that likely tell of one thing, the likeliest first; at most 50 of them. */
export const twinsAnswer = z
  .object({
    total: z.number(),
    pairs: z.array(
      z.object({
        one: recordRow,
        other: recordRow,
        /** Keys of fields that the person sees in both. */
        agrees: z.array(z.string()),
        differs: z.array(z.string()),
      }),
    ),
  })
  .openapi("RecordTwins");

const seenRecord = z.strictObject({ id: z.uuid(), version: z.number().int() });

export const twinsRequest = z
  .strictObject({
    one: seenRecord,
    other: seenRecord,
    /** The record that stands for both; null: they are two things. */
    kept: z.uuid().nullable(),
  })
  .openapi("RecordTwinsDecision");
export const twinsUndo = z.strictObject({ one: z.uuid(), other: z.uuid() }).openapi("RecordTwinsUndo");

const given = {
  /** By field: as typed, or JSON of the kind of the field; null empties it. */
  values: z.record(z.string().max(60), z.union([value, z.null()])),
  links: z.record(z.string().max(60), z.array(z.uuid()).max(200)),
};

export const newRecordRequest = z
  .strictObject({ ...given, owner: z.uuid().nullable(), sure: z.boolean().optional() })
  .openapi("NewRecord");

export const recordChangeRequest = z
  .strictObject({ ...given, version: z.number().int() })
  .openapi("RecordChange");

export const recordVersion = z.strictObject({ version: z.number().int() }).openapi("RecordVersion");

export const recordSaved = z.object({ id: z.string() }).openapi("RecordSaved");

export const linkTargetsQuery = z.object({ field: words(60).default(""), q: words(200).optional() });
export const linkTargetsAnswer = z.object({ targets: z.array(link) }).openapi("LinkTargets");

export const ownerRequest = z
  .strictObject({
    unit: z.uuid().nullable(),
    sourceSystem: z.string().trim().max(200).nullable(),
    version: z.number().int(),
  })
  .openapi("RegisterOwner");
export const ownerAnswer = z.object({ moved: z.number() }).openapi("RegisterOwned");

/** How many rows of a kind a preview shows; the counts are of all. */
export const previewRows = 200;

export const importFields = z.object({ owner: z.union([z.uuid(), z.literal("")]).optional() });

export const importRequest = z
  .strictObject({
    /** For each heading the key of its column, or null. */
    mapping: z.array(z.string().max(60).nullable()).max(500),
    /** What becomes of rows that name no record and are much like one. */
    likely: z.enum(["refuse", "update", "add"]),
  })
  .openapi("RecordImportRequest");

const cell = z.object({ field: z.string(), before: z.string(), after: z.string() });

export const importPreviewAnswer = z
  .object({
    id: z.string(),
    fileName: z.string(),
    columns: z.array(z.object({ heading: z.string(), sample: z.string(), key: z.string().nullable() })),
    likely: z.enum(["refuse", "update", "add"]),
    /** Tables of the file that are no part of this list: of other sheets, or beside it. */
    otherTables: z.number(),
    /** rows = added + changed + unchanged + refused. */
    rows: z.number(),
    counts: z.object({ added: z.number(), changed: z.number(), unchanged: z.number(), refused: z.number() }),
    /** The first 200 of each. */
    added: z.array(z.object({ line: z.number(), title: z.string() })),
    changed: z.array(z.object({ line: z.number(), id: z.string(), title: z.string(), cells: z.array(cell) })),
    refused: z.array(
      z.object({
        line: z.number(),
        what: z.string(),
        field: z.string().nullable(),
        error: failureAnswer.shape.error,
      }),
    ),
  })
  .openapi("RecordImport");

export const takenListsAnswer = z
  .object({
    /** Lists that the person took within the last day, the newest first. */
    lists: z.array(z.object({ id: z.string(), fileName: z.string(), at: z.string(), records: z.number() })),
  })
  .openapi("TakenLists");

export const importUndoneAnswer = z
  .object({
    /** written = undone + kept. */
    written: z.number(),
    undone: z.number(),
    /** The first 200 of those that stay, with the reason. */
    kept: z.array(z.object({ id: z.string(), title: z.string(), error: failureAnswer.shape.error })),
  })
  .openapi("RecordImportUndone");

export type TakenListsAnswer = z.infer<typeof takenListsAnswer>;
export type ImportUndoneAnswer = z.infer<typeof importUndoneAnswer>;
export type RegistersAnswer = z.infer<typeof registersAnswer>;
export type RecordFilters = z.infer<typeof recordFilters>;
export type RecordListAnswer = z.infer<typeof recordListAnswer>;
export type RecordRowAnswer = z.infer<typeof recordRow>;
export type TwinsAnswer = z.infer<typeof twinsAnswer>;
export type TwinsRequest = z.infer<typeof twinsRequest>;
export type RecordAnswer = z.infer<typeof recordAnswer>;
export type RecordValue = z.infer<typeof value>;
export type RecordLinkAnswer = z.infer<typeof link>;
export type NewRecordRequest = z.infer<typeof newRecordRequest>;
export type LinkTargetsAnswer = z.infer<typeof linkTargetsAnswer>;
export type ImportRequest = z.infer<typeof importRequest>;
export type ImportPreviewAnswer = z.infer<typeof importPreviewAnswer>;
