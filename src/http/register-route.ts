import type { MiddlewareHandler } from "hono";
import { failureAnswer } from "../contract/failure.ts";
import type { TaskImportWorld } from "../operations/import-tasks.ts";
import type { AppDependencies } from "./dependencies.ts";
import { type ActorEnv, actorNeeded, freshSessionNeeded } from "./guard.ts";

/** What the routes of the register stand on. */
export interface RegisterRouteDependencies extends Pick<AppDependencies, "accounts"> {
  readonly register: TaskImportWorld;
}

/** The middleware of each route of the register: a person who works for a province. */
export function forActors(deps: RegisterRouteDependencies) {
  return actorNeeded(deps);
}

/** The same for what changes rights, posts and keys: the person has proved himself a short while ago. */
export function forProvedActors(
  deps: RegisterRouteDependencies,
): [MiddlewareHandler<ActorEnv>, MiddlewareHandler<ActorEnv>] {
  return [actorNeeded(deps), freshSessionNeeded<ActorEnv>(deps)];
}

/** Answers of a route that gives JSON of a schema, or a failure. */
export function answers<S>(description: string, schema: S) {
  return {
    200: { description, content: { "application/json": { schema } } },
    default: { description: "Refused", content: { "application/json": { schema: failureAnswer } } },
  };
}

/** A JSON body of a schema. */
export function jsonBody<S>(schema: S) {
  return { required: true, content: { "application/json": { schema } } };
}

/** Answers of a route that gives a file. */
export const fileAnswer = {
  200: { description: "The file", content: { "application/octet-stream": { schema: {} } } },
  default: { description: "Refused", content: { "application/json": { schema: failureAnswer } } },
};

/**
 * The headers of a file that somebody sent: saved, never shown, for a web page must not run as ours. `size` is null where it
 * is not known before the end.
 */
export function fileHeaders(name: string, size: number | null): Record<string, string> {
  return {
    "Content-Type": "application/octet-stream",
    ...(size !== null && { "Content-Length": String(size) }),
    "Content-Disposition": `attachment; filename="document"; filename*=UTF-8''${encodedName(name)}`,
  };
}

/** A file name as RFC 8187 has it. */
function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
