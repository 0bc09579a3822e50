import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { declarationOf } from "../domain/cooperation/declarations.ts";
import { loggedSearch } from "../domain/cooperation/record.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { plainText } from "../store/json-text.ts";
import { deleteView, loadViews, type SavedView, saveView } from "../store/saved-views.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

export type { SavedView } from "../store/saved-views.ts";

/** The views that the person keeps. */
export async function listViews(
  actor: Actor,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<readonly SavedView[]>> {
  const allowed = permit(actor, "keep-views");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) =>
    succeed(await loadViews(transaction, actor.province, actor.person)),
  );
}

/** Keeps filters under a name, in place of a view of the same name at the same place; gives all that are kept. */
export async function keepView(
  actor: Actor,
  { name, place, query }: Pick<SavedView, "name" | "place" | "query">,
  world: RegisterWorld,
): Promise<Result<readonly SavedView[]>> {
  const allowed = permit(actor, "keep-views");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const views = await loadViews(transaction, actor.province, actor.person);
    const before = views.find((view) => view.name === plainText(name) && view.place === place) ?? null;
    const position = Math.max(0, ...views.map((view) => view.position)) + 1;
    const view = {
      ...{ id: before?.id ?? world.newId(), name: plainText(name), place: plainText(place) },
      ...{ query: plainText(query), position: before?.position ?? position },
    };
    await saveView(transaction, actor.province, actor.person, view);
    await writeHistory(transaction, actor, world, [
      {
        what: "save-view",
        subject: `view:${view.id}`,
        before: before && logged(before),
        after: logged(view),
      },
    ]);
    return succeed(await loadViews(transaction, actor.province, actor.person));
  });
}

/** Forgets a view of the person; gives what is left. Fails with `register.view-unknown`. */
export async function forgetView(
  actor: Actor,
  id: string,
  world: RegisterWorld,
): Promise<Result<readonly SavedView[]>> {
  const allowed = permit(actor, "keep-views");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const before = await deleteView(transaction, actor.province, actor.person, id);
    if (before === null) return fail("register.view-unknown", { id });
    await writeHistory(transaction, actor, world, [
      { what: "delete-view", subject: `view:${id}`, before: logged(before), after: null },
    ]);
    return succeed(await loadViews(transaction, actor.province, actor.person));
  });
}

/** A view as the log keeps it: what was typed to find restricted records stands apart. */
function logged({ id, place, position, name, query }: SavedView): object {
  return { id, place, position, ...loggedSearch(declarationOf(place), { name, query }) };
}
