import { z } from "@hono/zod-openapi";

/** Filters that a person keeps under a name. `place` names the screen, `query` is what stands behind "?" in its address. */
const view = z
  .object({
    id: z.string(),
    name: z.string(),
    place: z.string(),
    query: z.string(),
    position: z.number(),
  })
  .openapi("SavedView");

export const viewsAnswer = z.object({ views: z.array(view) }).openapi("SavedViews");

/** Saves a view; one of the same name at the same place is replaced. */
export const viewRequest = z
  .object({
    name: z.string().trim().min(1).max(80),
    place: z.string().min(1).max(40),
    query: z.string().max(2000),
  })
  .openapi("ViewRequest");

export type SavedViewAnswer = z.infer<typeof view>;
export type ViewsAnswer = z.infer<typeof viewsAnswer>;
export type ViewRequest = z.infer<typeof viewRequest>;
