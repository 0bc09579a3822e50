import { failureAnswer } from "../contract/failure.ts";
import type { TaskImportWorld } from "../operations/import-tasks.ts";
import type { AppDependencies } from "./dependencies.ts";
import { actorNeeded } from "./guard.ts";

/** What the routes of the register stand on. */
export interface RegisterRouteDependencies extends Pick<AppDependencies, "accounts"> {
  readonly register: TaskImportWorld;
}

/** The middleware of each route of the register: a person who works for a province. */
export function forActors(deps: RegisterRouteDependencies) {
  return actorNeeded(deps);
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
