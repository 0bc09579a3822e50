import { fail, type Result, succeed } from "../basics/result.ts";
import type { Actor, ProvinceNumber } from "../organisation/actor.ts";

/** What can be done with the register. */
export type RegisterAction =
  | "import-document"
  | "see-documents"
  | "review-findings"
  | "see-tasks"
  | "edit-task"
  | "record-fact"
  | "keep-views"
  | "change-settings";

/**
 * Whether a person may do something with a thing of a province. Everyone who works for the province may do everything
 * there and nothing elsewhere. Fails with `register.not-allowed`.
 */
export function permit(
  actor: Actor,
  action: RegisterAction,
  province: ProvinceNumber = actor.province,
): Result<null> {
  return province === actor.province ? succeed(null) : fail("register.not-allowed", { action });
}
