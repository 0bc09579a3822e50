import { TextInput } from "@mantine/core";
import type { ListedLogEntryAnswer } from "../../contract/log.ts";
import { logWords } from "../../domain/language/web-log.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { FilterChip } from "../components/FilterChip.tsx";
import { Icon } from "../components/Icon.tsx";
import { SearchBox } from "../components/SearchBox.tsx";
import { useWords } from "../language.tsx";
import { useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import { thingOf, whoOf } from "./entry-words.ts";
import styles from "./LogPlace.module.css";
import type { LogSearch } from "./use-log.ts";

const kinds = ["change", "signIn", "refusal", "export", "view"] as const;

/** Words, kind, act and days; who, what and from where are chosen from an entry and said here. */
export function LogFilters({
  asked,
  entries,
}: {
  asked: LogSearch;
  entries: readonly ListedLogEntryAnswer[];
}) {
  const words = useWords(logWords);
  const go = useGo();
  const set = (changes: LogSearch) => go(places.log({ ...asked, ...changes }));
  const acts = Object.entries(words.deeds)
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "vi"));
  return (
    <search className={styles.filters} data-screen-only>
      <SearchBox label={words.search} value={asked.q ?? ""} onSearch={(q) => set({ q })} />
      <FilterChip
        label={words.kind}
        all={words.all}
        value={asked.kind ?? ""}
        choices={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(kind) => set({ kind })}
      />
      <FilterChip
        label={words.what}
        all={words.all}
        value={asked.what ?? ""}
        choices={acts}
        onChange={(what) => set({ what })}
      />
      {(["from", "to"] as const).map((side) => (
        <TextInput
          key={side}
          size="xs"
          type="date"
          aria-label={words[side]}
          leftSection={<span className={styles.side}>{words[side]}</span>}
          classNames={{ input: styles.day, section: styles.daySide }}
          value={asked[side] ?? ""}
          onChange={(event) => set({ [side]: event.currentTarget.value })}
        />
      ))}
      <Pinned asked={asked} entries={entries} set={set} />
      {Object.keys(asked).length > 0 && (
        <button type="button" className="link-button" onClick={() => go(places.log())}>
          {words.clear}
        </button>
      )}
    </search>
  );
}

/** Filters that an entry led to, each with a cross that takes it away. */
function Pinned(props: {
  readonly asked: LogSearch;
  readonly entries: readonly ListedLogEntryAnswer[];
  readonly set: (changes: LogSearch) => void;
}) {
  const words = useWords(logWords);
  const rights = useWords(peopleWords).actions;
  const { asked, entries, set } = props;
  const who = entries.find((entry) => entry.who.id === asked.who);
  const thing = entries.find((entry) => entry.subject === asked.subject);
  const { kind, name } = thing ? thingOf(thing, words, rights) : { kind: asked.subject ?? "", name: null };
  const pinned = [
    { key: "who", text: who ? whoOf(who, words) : (asked.who ?? "") },
    { key: "subject", text: name === null ? kind : `${kind}: ${name}` },
    { key: "address", text: asked.address ?? "" },
  ] as const;
  return pinned.flatMap(({ key, text }) =>
    asked[key] === undefined
      ? []
      : [
          <button
            key={key}
            type="button"
            className={styles.pinned}
            aria-label={words.dropFilter(text)}
            onClick={() => set({ [key]: "" })}
          >
            <span className={styles.pinnedText}>{words.only(text)}</span> <Icon name="close" size={12} />
          </button>,
        ],
  );
}
