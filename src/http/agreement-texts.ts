import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { agreementTextRequest, agreementTextsAnswer } from "../contract/agreement-text.ts";
import { apiPaths } from "../contract/paths.ts";
import type { Result } from "../domain/basics/result.ts";
import { textLanguages } from "../domain/cooperation/agreement/parallel-text.ts";
import {
  type AgreementTexts,
  dropAgreementText,
  showAgreementTexts,
  writeAgreementText,
} from "../operations/agreement-texts.ts";
import type { AgreementWorld } from "../operations/agreement-work.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";

type Dependencies = RegisterRouteDependencies & { readonly register: AgreementWorld };

/** /api/agreements/{id}/texts: one paper in several languages. */
export function addAgreementTextRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const shared = {
    middleware: forActors(deps),
    responses: answers("The texts by language", agreementTextsAnswer),
  };
  const ofText = z.object({ id: z.uuid(), language: z.enum(textLanguages) });
  const show = createRoute({
    ...{ method: "get", path: apiPaths.agreementTexts, summary: "The texts of an agreement", ...shared },
    request: { params: z.object({ id: z.uuid() }) },
  });
  app.openapi(show, async (c) =>
    answerTexts(c, await showAgreementTexts(c.var.actor, c.req.valid("param").id, deps.register)),
  );
  const write = createRoute({
    ...{ method: "put", path: apiPaths.agreementText, summary: "Write the text of a language", ...shared },
    request: { params: ofText, body: jsonBody(agreementTextRequest) },
  });
  app.openapi(write, async (c) => {
    const { id, language } = c.req.valid("param");
    const text = { ...c.req.valid("json"), language };
    return answerTexts(c, await writeAgreementText(c.var.actor, id, text, deps.register));
  });
  const drop = createRoute({
    ...{ method: "delete", path: apiPaths.agreementText, summary: "Take a text out", ...shared },
    request: { params: ofText },
  });
  app.openapi(drop, async (c) =>
    answerTexts(c, await dropAgreementText(c.var.actor, c.req.valid("param"), deps.register)),
  );
}

function answerTexts(c: Context, result: Result<AgreementTexts>) {
  if (!result.ok) return answerFailure(c, result.failure);
  const { texts, documents, ...rest } = result.value;
  const shown = texts.map((text) => ({ ...text, paragraphs: text.paragraphs && [...text.paragraphs] }));
  return c.json({ ...rest, texts: shown, documents: [...documents] }, 200);
}
