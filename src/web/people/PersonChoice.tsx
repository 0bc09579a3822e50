import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { PeopleAnswer } from "../../contract/people.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { fetchAnswer } from "../api.ts";
import { useWords } from "../language.tsx";
import { writeQuery } from "../places.ts";
import styles from "./People.module.css";

export interface ChosenPerson {
  readonly id: string;
  readonly name: string;
}

/** Finds a person by some words of the name. */
export function PersonChoice(props: {
  readonly label: string;
  /** Only people of this unit and those below it. */
  readonly unit?: string;
  readonly chosen: ChosenPerson | null;
  readonly onChoose: (person: ChosenPerson | null) => void;
}) {
  const words = useWords(peopleWords);
  const { unit } = props;
  const [typed, setTyped] = useState("");
  const found = useQuery({
    queryKey: ["people", "choice", typed, unit],
    queryFn: () =>
      fetchAnswer<PeopleAnswer>(`${apiPaths.people}${writeQuery({ q: typed, unit, limit: "8" })}`),
    enabled: typed.trim().length > 1,
  });
  return (
    <div>
      <TextInput
        size="sm"
        label={props.label}
        placeholder={words.choosePerson}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {props.chosen && (
        <p className={styles.line}>
          <span role="status">{words.chosen(props.chosen.name)}</span>
          <button
            type="button"
            className="link-button"
            aria-label={`${words.unchoose}: ${props.chosen.name}`}
            onClick={() => props.onChoose(null)}
          >
            {words.unchoose}
          </button>
        </p>
      )}
      <div className={styles.line}>
        {(found.data?.people ?? []).map(({ id, name, posts }) => (
          <button
            key={id}
            type="button"
            className="link-button"
            onClick={() => {
              props.onChoose({ id, name });
              setTyped("");
            }}
          >
            {posts[0]?.unit ? `${name}, ${posts[0].unit.name}` : name}
          </button>
        ))}
      </div>
    </div>
  );
}
