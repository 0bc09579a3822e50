import type { UnitChangePreviewAnswer } from "../../contract/unit.ts";
import { taskWords } from "../../domain/language/web-tasks.ts";
import { unitWords } from "../../domain/language/web-units.ts";
import { PlainTable } from "../components/PlainTable.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import record from "../tasks/TaskPlace.module.css";
import styles from "./Units.module.css";

/** What a change would do: units, tasks with who takes each, posts. `onGive` lets a task go to another heir. */
export function ChangePreview(props: {
  readonly preview: UnitChangePreviewAnswer;
  readonly on: string;
  readonly onGive?: (task: string, heir: number) => void;
}) {
  const words = useWords(unitWords);
  const say = useNumber();
  const { preview, on } = props;
  const { wizard } = words;
  const named = new Map(preview.names.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => (id === null ? wizard.noParent : (named.get(id) ?? id));
  const staying = new Set(preview.tasks.filter(({ to }) => to === null).map(({ task }) => task)).size;
  const ending = preview.posts.filter(({ to }) => to === null).length;
  const moving = preview.posts.length - ending;
  const lines = [
    ...preview.closed.map(({ name, to }) => wizard.closes(name, sayDay(to ?? on))),
    ...preview.created.map(({ name }) => wizard.creates(name, sayDay(on))),
    ...preview.renamed.map(({ before, after }) => wizard.renames(before, after)),
    ...preview.moved.map(({ name, to }) => wizard.movesUnder(name, nameOf(to))),
    ...(preview.seen.tasks > 0 ? [wizard.tasksMove(say(preview.seen.tasks))] : []),
    ...(staying > 0 ? [wizard.tasksStay(say(staying))] : []),
    ...(moving > 0 ? [wizard.postsMove(say(moving))] : []),
    ...(ending > 0 ? [wizard.postsEnd(say(ending))] : []),
    ...(preview.seen.assignments > 0 ? [wizard.assignments(say(preview.seen.assignments))] : []),
    ...preview.sharedSymbols.map(({ symbol, name }) => wizard.sharesSymbol(symbol, name)),
  ];
  return (
    <section aria-labelledby="preview-title" role="status">
      <h2 id="preview-title" className={record.heading}>
        {wizard.preview}
      </h2>
      <ul className={styles.bullets}>
        {lines.length === 0 ? <li>{wizard.nothing}</li> : lines.map((line) => <li key={line}>{line}</li>)}
      </ul>
      {preview.posts.length > 0 && (
        <p className="small">
          {preview.posts
            .map(
              ({ name, title, role, to }) =>
                `${name} (${title ?? words.roles[role]}) → ${to ? nameOf(to) : wizard.stays}`,
            )
            .join("; ")}
        </p>
      )}
      {preview.tasks.length > 0 && <Tasks {...props} nameOf={nameOf} />}
    </section>
  );
}

function Tasks({
  preview,
  onGive,
  nameOf,
}: {
  readonly preview: UnitChangePreviewAnswer;
  readonly onGive?: (task: string, heir: number) => void;
  readonly nameOf: (id: string | null) => string;
}) {
  const { wizard } = useWords(unitWords);
  const { addresseeRoles } = useWords(taskWords);
  const heirs = preview.after.map(nameOf);
  return (
    <>
      <p className="small muted">{wizard.done}</p>
      <PlainTable stacks heads={[{ title: wizard.task }, { title: wizard.from }, { title: wizard.to }]}>
        {preview.tasks.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a unit may stand in a task twice
          <tr key={`${one.task} ${one.from} ${at}`}>
            <th scope="row">
              <Link href={places.task(one.task)}>{one.content}</Link>
              <div className="small muted">
                {one.document} · {addresseeRoles[one.role as keyof typeof addresseeRoles] ?? one.role}
              </div>
            </th>
            <td>{nameOf(one.from)}</td>
            <td>
              {onGive ? (
                <select
                  aria-label={wizard.takes}
                  value={Math.max(0, preview.after.indexOf(one.to ?? one.from))}
                  onChange={(event) => onGive(one.task, Number(event.currentTarget.value))}
                >
                  {heirs.map((name, heir) => (
                    <option key={preview.after[heir]} value={heir}>
                      {name}
                    </option>
                  ))}
                </select>
              ) : one.to === null ? (
                wizard.stays
              ) : (
                nameOf(one.to)
              )}
            </td>
          </tr>
        ))}
      </PlainTable>
    </>
  );
}
