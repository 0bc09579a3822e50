import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CollectivesAnswer } from "../../contract/collective.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { unitWords } from "../../domain/language/web-units.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import record from "../tasks/TaskPlace.module.css";
import styles from "./Units.module.css";

type Part = CollectivesAnswer["toChoose"][number];

/** Parts of units that were split: a person says which heir takes each. Nothing waits: nothing is shown. */
export function WaitingParts({ parts }: { parts: readonly Part[] }) {
  const words = useWords(unitWords).group;
  const say = useNumber();
  const queries = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  if (parts.length === 0) return null;
  const choose = async ({ task, position, unit }: Part, heir: string) => {
    const answer = await ask("POST", pathTo(apiPaths.taskHeir, { id: task }), { position, unit, heir });
    setFailure(answer.ok ? null : answer.failure);
    await queries.invalidateQueries();
  };
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title" className={record.heading}>
        {words.toChoose} ({say(parts.length)})
      </h2>
      <p className="small muted">{words.toChooseLine}</p>
      {failure && <FailureNote failure={failure} />}
      <PlainTable
        stacks
        heads={[{ title: words.part }, { title: words.splitUnit }, { title: words.heirOfPart }]}
      >
        {parts.map((part) => (
          <tr key={`${part.task} ${part.position} ${part.unit}`}>
            <th scope="row">
              <Link href={places.task(part.task)}>{part.content}</Link>
              <div className="small muted">{part.document}</div>
            </th>
            <td>{part.unitName}</td>
            <td>
              <HeirChoice part={part} onChoose={(heir) => void choose(part, heir)} />
            </td>
          </tr>
        ))}
      </PlainTable>
    </section>
  );
}

function HeirChoice({ part, onChoose }: { part: Part; onChoose: (heir: string) => void }) {
  const words = useWords(unitWords).group;
  const [heir, setHeir] = useState(part.holder);
  return (
    <div className={styles.line}>
      <select
        aria-label={`${words.heirOfPart}: ${part.content}`}
        value={heir}
        onChange={(event) => setHeir(event.currentTarget.value)}
      >
        {part.heirs.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button type="button" className="link-button" onClick={() => onChoose(heir)}>
        {words.take}
      </button>
    </div>
  );
}
