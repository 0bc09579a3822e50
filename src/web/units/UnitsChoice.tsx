import { TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { UnitChoicesAnswer } from "../../contract/coordination.ts";
import { apiPaths } from "../../contract/paths.ts";
import { coordinationWords } from "../../domain/language/web-coordination.ts";
import { fetchAnswer } from "../api.ts";
import { Icon } from "../components/Icon.tsx";
import styles from "../duties/Duties.module.css";
import { useWords } from "../language.tsx";
import { writeQuery } from "../places.ts";

/** A unit as a choice names it. */
export interface ChosenUnit {
  readonly id: string;
  readonly name: string;
}

/** Several units, found by words of their names on the server, so that a province may have any number of them. */
export function UnitsChoice(props: {
  readonly chosen: readonly ChosenUnit[];
  readonly onChange: (chosen: readonly ChosenUnit[]) => void;
}) {
  const { chosen, onChange } = props;
  const words = useWords(coordinationWords);
  const [typed, setTyped] = useState("");
  const wanted = typed.trim();
  const found = useQuery({
    queryKey: ["unit-choices", wanted],
    queryFn: () => fetchAnswer<UnitChoicesAnswer>(apiPaths.unitChoices + writeQuery({ q: wanted })),
    enabled: wanted.length > 1,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const taken = new Set(chosen.map(({ id }) => id));
  const free = (wanted.length > 1 ? (found.data?.units ?? []) : []).filter(({ id }) => !taken.has(id));
  return (
    <div className={styles.form}>
      {chosen.length > 0 && (
        <ul className={styles.proofs} aria-label={words.chosen}>
          {chosen.map((unit) => (
            <li key={unit.id} className={styles.proof}>
              <span>{unit.name}</span>
              <button
                type="button"
                className="link-button"
                aria-label={words.remove(unit.name)}
                onClick={() => onChange(chosen.filter(({ id }) => id !== unit.id))}
              >
                <Icon name="close" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <TextInput
        size="xs"
        label={words.findUnit}
        description={words.findHelp}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // Enter takes the first that was found and does not send the form around it.
          event.preventDefault();
          const [first] = free;
          if (!first) return;
          onChange([...chosen, { id: first.id, name: first.name }]);
          setTyped("");
        }}
      />
      {wanted.length > 1 && found.data && free.length === 0 && (
        <p className="small muted">{words.foundNone}</p>
      )}
      <div className={styles.buttons} role="status">
        {free.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="link-button"
            onClick={() => {
              onChange([...chosen, { id, name }]);
              setTyped("");
            }}
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}
