import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { LinkTargetsAnswer, RecordLinkAnswer } from "../../contract/record.ts";
import type { FieldOf } from "../../domain/cooperation/declaration.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { fetchAnswer } from "../api.ts";
import { Icon } from "../components/Icon.tsx";
import { useSpeech, useWords } from "../language.tsx";
import { writeQuery } from "../places.ts";
import { useLabel } from "./FieldInput.tsx";
import styles from "./Records.module.css";

/** What a field links to: found by typing a part of its name, one or several. */
export function LinkInput(props: {
  readonly register: string;
  readonly field: FieldOf<"link">;
  readonly links: readonly RecordLinkAnswer[];
  readonly error: string | null;
  readonly onChange: (links: readonly RecordLinkAnswer[]) => void;
}) {
  const words = useWords(recordWords);
  const { language } = useSpeech();
  const label = useLabel()(props.field);
  const { register, field, links, error, onChange } = props;
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed, 250);
  const found = useQuery({
    queryKey: ["records", register, "targets", field.key, asked],
    queryFn: () =>
      fetchAnswer<LinkTargetsAnswer>(
        pathTo(apiPaths.recordTargets, { register }) + writeQuery({ field: field.key, q: asked }),
      ),
    placeholderData: keepPreviousData,
  });
  const targets = (found.data?.targets ?? []).filter(({ id }) => links.every((link) => link.id !== id));
  const choose = (id: string | null) => {
    const target = targets.find((one) => one.id === id);
    if (!target) return;
    onChange(field.many ? [...links, target] : [target]);
    setTyped("");
  };
  return (
    <div data-wide>
      {links.length > 0 && (
        <ul className={styles.chosen} aria-label={field.label[language]}>
          {links.map((link) => (
            <li key={link.id}>
              {link.name ?? words.outOfSight}
              <button
                type="button"
                aria-label={words.unlink(link.name ?? words.outOfSight)}
                onClick={() => onChange(links.filter(({ id }) => id !== link.id))}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Select
        size="xs"
        id={`field-${field.key}`}
        label={label}
        error={error}
        {...(field.help && { description: field.help[language] })}
        inputWrapperOrder={["label", "input", "description", "error"]}
        placeholder={words.findLink}
        searchable
        comboboxProps={{ withinPortal: false }}
        nothingFoundMessage={found.isFetching ? undefined : words.noLink}
        // What fits was found by the server.
        filter={({ options }) => options}
        searchValue={typed}
        onSearchChange={setTyped}
        value={null}
        data={targets.map(({ id, name }) => ({ value: id, label: name ?? id }))}
        onChange={choose}
      />
    </div>
  );
}
