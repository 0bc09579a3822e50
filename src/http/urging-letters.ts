import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { apiPaths } from "../contract/paths.ts";
import { type LettersAnswer, letterRecordRequest, lettersAnswer, meetingAnswer } from "../contract/urging.ts";
import type { Result } from "../domain/basics/result.ts";
import {
  listLetters,
  listMeeting,
  printMeeting,
  recordLetter,
  removeLetter,
  type UrgingLetters,
} from "../operations/urging-letters.ts";
import { answerFailure } from "./answer.ts";
import {
  answers,
  fileAnswer,
  fileHeaders,
  forActors,
  jsonBody,
  type RegisterRouteDependencies,
} from "./register-route.ts";
import { dayOf } from "./tasks.ts";

/** Letters that the ladder asks for, and the list for the chair's meeting: /api/urging/letters, /api/urging/meeting. */
export function addUrgingLetterRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  addLetterRoutes(app, deps);
  addMeetingRoutes(app, deps);
}

function addLetterRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const { register } = deps;
  const shared = { middleware: forActors(deps), responses: answers("The letters", lettersAnswer) };
  const listRoute = createRoute({
    ...{
      method: "get",
      path: apiPaths.urgingLetters,
      summary: "Letters of urging, due and issued",
      ...shared,
    },
  });
  app.openapi(listRoute, async (c) => answerLetters(c, deps, await listLetters(c.var.actor, register)));
  const recordRoute = createRoute({
    ...{
      method: "post",
      path: apiPaths.urgingLetters,
      summary: "Record that a letter was issued",
      ...shared,
    },
    request: { body: jsonBody(letterRecordRequest) },
  });
  app.openapi(recordRoute, async (c) => {
    const { issuedOn, ...letter } = c.req.valid("json");
    const recorded = await recordLetter(c.var.actor, { ...letter, issuedOn: dayOf(issuedOn) }, register);
    return answerLetters(c, deps, recorded);
  });
  const removeRoute = createRoute({
    ...{ method: "delete", path: apiPaths.urgingLetter, summary: "Take back a recorded letter", ...shared },
    request: { params: z.object({ id: z.uuid() }) },
  });
  app.openapi(removeRoute, async (c) =>
    answerLetters(c, deps, await removeLetter(c.var.actor, c.req.valid("param").id, register)),
  );
}

function addMeetingRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const { register } = deps;
  const middleware = forActors(deps);
  const listRoute = createRoute({
    ...{
      method: "get",
      path: apiPaths.urgingMeeting,
      summary: "Late duties for the chair's meeting",
      middleware,
    },
    responses: answers("By unit", meetingAnswer),
  });
  app.openapi(listRoute, async (c) => {
    const items = await listMeeting(c.var.actor, register);
    if (!items.ok) return answerFailure(c, items.failure);
    return c.json({ today: register.today(), items: [...items.value] }, 200);
  });
  const fileRoute = createRoute({
    ...{ method: "get", path: apiPaths.urgingMeetingFile, summary: "The same as .docx", middleware },
    responses: fileAnswer,
  });
  app.openapi(fileRoute, async (c) => {
    const printed = await printMeeting(c.var.actor, register);
    if (!printed.ok) return answerFailure(c, printed.failure);
    const name = `danh-sach-hop-${register.today()}.docx`;
    // A copy: the bytes may lie in a pool that Node shares.
    return c.body(new Uint8Array(printed.value), 200, fileHeaders(name, printed.value.length));
  });
}

function answerLetters(c: Context, { register }: RegisterRouteDependencies, letters: Result<UrgingLetters>) {
  if (!letters.ok) return answerFailure(c, letters.failure);
  const { due, issued } = letters.value;
  const answer: LettersAnswer = {
    today: register.today(),
    due: due.map((letter) => ({ ...letter, items: [...letter.items] })),
    issued: [...issued],
  };
  return c.json(answer, 200);
}
