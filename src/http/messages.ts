import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  mailChoiceAnswer,
  mailChoiceRequest,
  messagesAnswer,
  readRequest,
  unreadAnswer,
  waitingAnswer,
} from "../contract/message.ts";
import { apiPaths } from "../contract/paths.ts";
import { countWaiting } from "../operations/count-waiting.ts";
import {
  chooseMail,
  listOwnMessages,
  type OwnMessages,
  readOwnMessages,
} from "../operations/own-messages.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { dayOf } from "./tasks.ts";

/** A person's own messages: /api/messages. */
export function addMessageRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const { register } = deps;
  const middleware = forActors(deps);
  const list = createRoute({
    ...{ method: "get", path: apiPaths.messages, summary: "One's own messages", middleware },
    request: { query: z.object({ before: z.iso.date().optional() }) },
    responses: answers("A page, the newest first", messagesAnswer),
  });
  app.openapi(list, async (c) => {
    const { before } = c.req.valid("query");
    const found = await listOwnMessages(c.var.actor, before === undefined ? null : dayOf(before), register);
    return found.ok ? c.json(present(found.value, register.today()), 200) : answerFailure(c, found.failure);
  });
  const waiting = createRoute({
    ...{ method: "get", path: apiPaths.waiting, summary: "What waits for the person", middleware },
    responses: answers("How many of each", waitingAnswer),
  });
  app.openapi(waiting, async (c) => {
    const counts = await countWaiting(c.var.actor, register);
    return counts.ok ? c.json(counts.value, 200) : answerFailure(c, counts.failure);
  });
  const read = createRoute({
    ...{ method: "post", path: apiPaths.messagesRead, summary: "Mark own messages as read", middleware },
    request: { body: jsonBody(readRequest) },
    responses: answers("How many are left", unreadAnswer),
  });
  app.openapi(read, async (c) => {
    const left = await readOwnMessages(c.var.actor, c.req.valid("json").ids, register);
    return left.ok ? c.json({ unread: left.value }, 200) : answerFailure(c, left.failure);
  });
  const mail = createRoute({
    ...{
      method: "put",
      path: apiPaths.messagesMail,
      summary: "Whether digests come by mail too",
      middleware,
    },
    request: { body: jsonBody(mailChoiceRequest) },
    responses: answers("As it is now", mailChoiceAnswer),
  });
  app.openapi(mail, async (c) => {
    const chosen = await chooseMail(c.var.actor, c.req.valid("json").wanted, register);
    return chosen.ok ? c.json(chosen.value, 200) : answerFailure(c, chosen.failure);
  });
}

function present({ messages, alerts, limitAlerts, ...rest }: OwnMessages, today: string) {
  return {
    ...rest,
    today,
    messages: messages.map(({ lines, requests, ...one }) => ({
      ...{ ...one, lines: [...lines], requests: [...requests] },
    })),
    ...{ alerts: [...alerts], limitAlerts: [...limitAlerts] },
  };
}
