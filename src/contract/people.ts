import { z } from "@hono/zod-openapi";
import { actions, postRoles, roles } from "../domain/organisation/rights.ts";

const day = z.iso.date();
const words = (most: number) => z.string().trim().max(most);

export const peopleQuery = z.object({
  q: words(200).optional().openapi({ description: "Words of the name, or part of the e-mail address" }),
  unit: z.uuid().optional().openapi({ description: "A unit with all below it" }),
  role: z.enum(postRoles).optional(),
  left: z.enum(["0", "1"]).optional().openapi({ description: "1: those who no longer work here" }),
  after: z.string().max(2000).optional().openapi({ description: "`next` of the page before" }),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

const post = z
  .object({
    id: z.string(),
    role: z.enum(postRoles),
    /** Null: over the whole province. */
    unit: z.object({ id: z.string(), name: z.string() }).nullable(),
    title: z.string().nullable(),
    from: z.string(),
    to: z.string().nullable(),
    /** In whose stead he has it; null: his own. */
    actingFor: z.string().nullable(),
    document: z.string().nullable(),
    version: z.number(),
  })
  .openapi("Post");

const listedPerson = z
  .object({
    id: z.string(),
    name: z.string(),
    /** Personal data: null before whom they are not shown. */
    email: z.string().nullable(),
    phone: z.string().nullable(),
    leftOn: z.string().nullable(),
    posts: z.array(post),
  })
  .openapi("ListedPerson");

export const peopleAnswer = z
  .object({ people: z.array(listedPerson), total: z.number(), next: z.string().nullable() })
  .openapi("People");

export const personAnswer = listedPerson
  .extend({
    today: z.string(),
    version: z.number(),
    /** All posts, newest first. */
    posts: z.array(post.extend({ time: z.enum(["past", "now", "toCome"]) })),
    standIns: z.array(
      z.object({ post: z.string(), name: z.string(), from: z.string(), to: z.string().nullable() }),
    ),
    /** Tasks that he works on inside his units. */
    work: z.number(),
    mayChange: z.boolean(),
    mayGiveAll: z.boolean(),
  })
  .openapi("Person");

const version = z.number().int();

export const personEdit = z
  .strictObject({ version, name: words(120).min(1), phone: words(40).nullable() })
  .openapi("PersonEdit");

/** A post of its own (`role`), or in the stead of who has the post `actingFor`. */
export const postRequest = z
  .strictObject({
    role: z.enum(postRoles).nullable(),
    unit: z.uuid().nullable(),
    title: words(200).nullable(),
    from: day,
    to: day.nullable(),
    actingFor: z.uuid().nullable(),
    document: words(200).nullable(),
  })
  .openapi("PostRequest");

export const postEndRequest = z.strictObject({ version, on: day }).openapi("PostEndRequest");
export const handOverRequest = z
  .strictObject({ version, on: day, to: z.string().min(1).max(80) })
  .openapi("HandOverRequest");
export const leavingRequest = z
  .strictObject({ version, on: day, successor: z.string().min(1).max(80).nullable() })
  .openapi("LeavingRequest");

const reach = z.enum(["province", "own"]);

/** The table of rights: for each thing that can be done, the roles that may do it and how far. */
export const rightsAnswer = z
  .object({
    roles: z.array(z.enum(roles)),
    rights: z.array(
      z.object({ action: z.enum(actions), reaches: z.array(z.object({ role: z.enum(roles), reach })) }),
    ),
  })
  .openapi("Rights");

export type PeopleAnswer = z.infer<typeof peopleAnswer>;
export type ListedPersonAnswer = z.infer<typeof listedPerson>;
export type PersonAnswer = z.infer<typeof personAnswer>;
export type PostAnswer = z.infer<typeof post>;
export type PostRequest = z.infer<typeof postRequest>;
export type RightsAnswer = z.infer<typeof rightsAnswer>;
