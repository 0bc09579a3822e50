import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RecordAnswer } from "../../contract/record.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import { useMay } from "../session.ts";
import page from "../tasks/TaskPlace.module.css";

/** The units that told of the same thing by records of their own, which count no more beside this one. */
export function ToldBy({ record }: { record: RecordAnswer }) {
  const words = useWords(recordWords);
  const queries = useQueryClient();
  const mayPart = useMay("join-records");
  const [failure, setFailure] = useState<Failure | null>(null);
  const { toldBy } = record.linked;
  const part = async (other: string) => {
    const path = pathTo(apiPaths.recordTwins, { register: record.register });
    const answer = await ask("DELETE", path, { one: record.id, other });
    setFailure(answer.ok ? null : answer.failure);
    await queries.invalidateQueries({ queryKey: ["records"] });
  };
  if (toldBy.length === 0) return null;
  return (
    <section aria-labelledby="told-by-title">
      <h2 id="told-by-title" className={page.heading}>
        {words.twins.alsoToldBy}
      </h2>
      {failure && <FailureNote failure={failure} />}
      <ul>
        {toldBy.map(({ id, name, owner, sourceKey }) => (
          <li key={id}>
            {owner ?? words.focal}: {name}
            {sourceKey && <span className="small muted"> · {sourceKey}</span>}{" "}
            {mayPart && (
              <button
                type="button"
                className="link-button"
                data-screen-only
                aria-label={`${words.twins.part}: ${name}`}
                onClick={() => void part(id)}
              >
                {words.twins.part}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
