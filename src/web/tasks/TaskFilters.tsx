import type { TaskFacetsAnswer } from "../../contract/task.ts";
import { targetWords } from "../../domain/language/web-targets.ts";
import { taskGroupWords } from "../../domain/language/web-task-groups.ts";
import { taskWords } from "../../domain/language/web-tasks.ts";
import { type Choice, FilterChip } from "../components/FilterChip.tsx";
import { SearchBox } from "../components/SearchBox.tsx";
import { useNumber, useWords } from "../language.tsx";
import { useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import type { StateName } from "./TaskState.tsx";
import styles from "./TasksPlace.module.css";
import { type FilterName, groupings, type TaskSearch } from "./task-search.ts";

type Facet = TaskFacetsAnswer["states"];

/** What narrows the list, each in words with how many tasks it would leave. */
export function TaskFilters(props: {
  readonly asked: TaskSearch;
  readonly facets: TaskFacetsAnswer | null;
  readonly set: (changes: TaskSearch) => void;
  readonly narrowed: boolean;
}) {
  const { asked, facets, set } = props;
  const words = useWords(taskWords);
  const grouping = useWords(taskGroupWords);
  const target = useWords(targetWords);
  const say = useNumber();
  const go = useGo();
  const counted = (facet: Facet | undefined, label: (value: string, label: string) => string) =>
    (facet ?? []).map(
      (one): Choice => ({
        value: one.value,
        label: `${label(one.value, one.label)} (${say(one.count)})`,
      }),
    );
  const chip = (name: FilterName, choices: readonly Choice[]) => (
    <FilterChip
      key={name}
      label={name === "plan" ? target.planFilter : words.filters[name as keyof typeof words.filters]}
      all={words.all}
      value={asked[name] ?? ""}
      choices={withAsked(choices, asked[name], words.states)}
      onChange={(value) =>
        // A unit counts as it stands today until the other is asked for.
        set(name === "unit" ? { unit: value, as: asked.as ?? "today" } : { [name]: value })
      }
    />
  );
  const bodies = mergeBodies(facets);
  return (
    <search className={styles.filters} data-screen-only>
      <SearchBox label={words.search} value={asked.q ?? ""} onSearch={(q) => set({ q })} />
      {chip("state", counted(facets?.states, named(words.states)))}
      {chip("unit", counted(bodies, own))}
      {asked.lead && chip("lead", counted(facets?.leads, own))}
      {asked.unit && chip("role", plain(words.roles))}
      {asked.unit && chip("as", plain(words.as))}
      {chip(
        "group",
        counted(facets?.groups, (value, label) => label || (value === "none" ? words.noGroup : value)),
      )}
      {chip("schedule", counted(facets?.schedules, named(words.schedules)))}
      {chip("year", counted(facets?.years, own))}
      {asked.year &&
        chip(
          "quarter",
          ["1", "2", "3", "4"].map((value) => ({ value, label: words.quarterOf(value) })),
        )}
      {chip("document", counted(facets?.documents, own))}
      {chip("unclear", counted(facets?.unclear, named(words.clears)))}
      {chip("general", plain(words.generals))}
      {chip("mine", plain(words.mine))}
      {chip("waiting", plain(words.waitings))}
      {chip("plan", plain(target.planFilters))}
      {asked.record && chip("record", [{ value: asked.record, label: words.ofRecord }])}
      <FilterChip
        label={grouping.groupBy}
        all={grouping.ungrouped}
        value={asked.by ?? ""}
        choices={groupings.map((value) => ({ value, label: grouping.groupings[value] }))}
        onChange={(by) => set({ by })}
      />
      {props.narrowed && (
        <button
          type="button"
          className="link-button"
          onClick={() => go(places.tasks({ by: asked.by, columns: asked.columns }))}
        >
          {words.clear}
        </button>
      )}
    </search>
  );
}

const named = (names: Readonly<Record<string, string>>) => (value: string, label: string) =>
  names[value] ?? label;
const own = (value: string, label: string) => label || value;
const plain = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]): Choice => ({ value, label }));

/** Units that lead and units that co-ordinate, each once, with the larger count. */
function mergeBodies(facets: TaskFacetsAnswer | null): Facet {
  const all = new Map<string, Facet[number]>();
  for (const one of [...(facets?.leads ?? []), ...(facets?.coordinators ?? [])]) {
    const known = all.get(one.value);
    if (!known || known.count < one.count) all.set(one.value, one);
  }
  return [...all.values()].toSorted((a, b) => b.count - a.count);
}

/** Several states at once ("late,dueSoon") come from the overview; they are shown in words like one. */
function withAsked(
  choices: readonly Choice[],
  asked: string | undefined,
  states: Readonly<Record<StateName, string>>,
): readonly Choice[] {
  if (!asked?.includes(",") || choices.some((choice) => choice.value === asked)) return choices;
  const label = asked.split(",").map((name) => states[name as StateName] ?? name);
  return [{ value: asked, label: label.join(", ") }, ...choices];
}
