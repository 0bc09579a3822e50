import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { callReviewAnswer } from "../contract/call-review.ts";
import { apiPaths } from "../contract/paths.ts";
import { showCallReview } from "../operations/show-call-review.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, type RegisterRouteDependencies } from "./register-route.ts";

/** /api/call-reviews: what a review made of the list of projects calling for investment. */
export function addCallReviewRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{
      method: "get",
      path: apiPaths.callReview,
      summary: "A review of the projects calling for investment",
    },
    middleware: forActors(deps),
    request: { params: z.object({ id: z.uuid() }) },
    responses: answers("What it made of the list", callReviewAnswer),
  });
  app.openapi(route, async (c) => {
    const shown = await showCallReview(c.var.actor, c.req.valid("param").id, deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const { outcomes, listed } = shown.value;
    return c.json({ outcomes: [...outcomes], listed: [...listed] }, 200);
  });
}
