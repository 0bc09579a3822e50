import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Declaration } from "../domain/cooperation/declaration.ts";
import { declarationOf } from "../domain/cooperation/declarations.ts";
import { enteringOf } from "../domain/cooperation/record-rights.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { type Action, reachOf } from "../domain/organisation/rights.ts";
import type { ComputedSql, RecordAsking } from "../store/record-rows.ts";
import { type Sight, sightOf } from "../store/sight.ts";
import type { RegisterWorld } from "./register.ts";

/** What operations on records stand on. `computed`: columns that other parts of the program work out. */
export interface RecordWorld extends RegisterWorld {
  readonly computed?: ComputedSql;
}

/** What of records somebody sees and for whom he enters them, by all his rights. */
export function askingOf(actor: Actor): RecordAsking {
  const sight = (action: Action): Sight | null => {
    const reach = reachOf(actor.held, action);
    return reach && sightOf(actor, reach);
  };
  const { focal, roots } = enteringOf(actor.held);
  return {
    ...{ province: actor.province, personal: sight("see-personal-data") },
    ...{ restricted: sight("see-restricted-records") },
    ...{ documents: sight("see-documents"), tasks: sight("see-tasks") },
    entering: { focal, units: sightOf(actor, { kind: "units", roots }) },
  };
}

/** A register in which somebody may do something. Fails with `register.not-allowed` and `record.register-unknown`. */
export function registerFor(actor: Actor, action: Action, key: string): Result<Declaration> {
  const allowed = permit(actor, action);
  if (!allowed.ok) return allowed;
  const declaration = declarationOf(key);
  return declaration ? succeed(declaration) : fail("record.register-unknown", { register: key });
}

/** What a failure calls the focal body. */
export const focalName = "cơ quan đầu mối / the focal body";
