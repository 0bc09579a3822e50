import { z } from "@hono/zod-openapi";

export const partnerMapAnswer = z
  .object({
    year: z.number(),
    /** Partners in sight; those without a country stand in no row. */
    partners: z.number(),
    countries: z.array(
      z.object({
        country: z.string(),
        partners: z.number(),
        /** Agreements in force with a partner there, and the partners that they are with. */
        agreements: z.number(),
        agreed: z.array(z.string()),
        /** Delegations of the year there and from there. */
        delegations: z.number(),
      }),
    ),
  })
  .openapi("PartnerMap");

export type PartnerMapAnswer = z.infer<typeof partnerMapAnswer>;
