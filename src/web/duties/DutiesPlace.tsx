import { Button } from "@mantine/core";
import { Fragment, useState } from "react";
import type { DutyListAnswer, DutyRowAnswer } from "../../contract/duty.ts";
import { noValue } from "../../domain/duty/task-query.ts";
import { changeProposalWords } from "../../domain/language/web-change-proposals.ts";
import { type DutyWords, dutyWords } from "../../domain/language/web-duties.ts";
import { heartbeatWords } from "../../domain/language/web-heartbeat.ts";
import { signedWords } from "../../domain/language/web-signed.ts";
import { FailureError } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { FilterChip } from "../components/FilterChip.tsx";
import { Page } from "../components/Page.tsx";
import { SearchBox } from "../components/SearchBox.tsx";
import { usePrintWhole } from "../components/use-printing.ts";
import { Waiting } from "../components/Waiting.tsx";
import { OpenRequests } from "../coordination/OpenRequests.tsx";
import { useNumber, useWords } from "../language.tsx";
import { useGo, useQueryOf } from "../navigation.tsx";
import { places } from "../places.ts";
import { useMay } from "../session.ts";
import styles from "../tasks/TasksPlace.module.css";
import { ChosenDuties } from "./ChosenDuties.tsx";
import { CopyMessage, type MessageUnit } from "./CopyMessage.tsx";
import { DutyTable } from "./DutyTable.tsx";
import { type DutySearch, dutySearchNames } from "./duty-search.ts";
import { useDutyFacets, useDutyList } from "./use-duties.ts";

/** Duties of units: one's own for who works in a unit, all for who follows them; what needs somebody first. */
export default function DutiesPlace() {
  const words = useWords(dutyWords);
  const say = useNumber();
  const asked = useQueryOf(dutySearchNames);
  const list = useDutyList(asked);
  const facets = useDutyFacets(asked, list.data !== undefined && !list.isPlaceholderData);
  const printing = usePrintWhole([list]);
  const reports = useMay("report-duty");
  const files = useMay("file-signed");
  const signed = useWords(signedWords);
  const proposals = useWords(changeProposalWords);
  const go = useGo();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const duties = list.data?.pages.flatMap((page) => page.duties) ?? [];
  const [first] = list.data?.pages ?? [];
  const narrowed = dutySearchNames.some((name) => asked[name]);
  const unit = unitOf(asked, facets.data?.facets?.units ?? []);
  const title = reports ? words.mine : words.title;
  if (first?.total === 0 && !narrowed)
    return (
      <Page title={title}>
        {reports && <OpenRequests />}
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title={title}
      line={first && words.count(say(first.total))}
      actions={
        <>
          {unit && <CopyMessage unit={unit} size="xs" />}
          <Button size="xs" variant="default" onClick={() => go(places.proposals())}>
            {proposals.title}
          </Button>
          {files && (
            <Button size="xs" variant="default" onClick={() => go(places.signed())}>
              {signed.title}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => void printing.print()}>
            {words.print}
          </Button>
        </>
      }
      fills
    >
      {reports && <OpenRequests />}
      <Filters asked={asked} facets={facets.data?.facets ?? null} narrowed={narrowed} />
      {list.error instanceof FailureError ? (
        <FailureNote failure={list.error.failure} onRetry={() => void list.refetch()} />
      ) : !first ? (
        <Waiting />
      ) : (
        <div className={styles.halves}>
          <DutyTable
            duties={duties}
            total={first.total}
            today={first.today}
            withUnit={hasSeveralUnits(duties)}
            marked={marked}
            onMark={setMarked}
            onEnd={list.more}
          />
        </div>
      )}
      {first && marked.size > 0 && (
        <ChosenDuties
          duties={duties.filter(({ id }) => marked.has(id))}
          today={first.today}
          onOver={() => setMarked(new Set())}
        />
      )}
    </Page>
  );
}

/** The one unit that the list is of: the filtered one, else the only one there is. */
function unitOf(
  { unit }: DutySearch,
  units: NonNullable<DutyListAnswer["facets"]>["units"],
): MessageUnit | null {
  const found = unit ? units.find(({ value }) => value === unit) : units.length === 1 ? units[0] : undefined;
  return found ? { id: found.value, name: found.label } : null;
}

function hasSeveralUnits(duties: readonly DutyRowAnswer[]): boolean {
  return new Set(duties.map(({ holder }) => holder.id)).size > 1;
}

function Filters(props: {
  readonly asked: DutySearch;
  readonly facets: DutyListAnswer["facets"];
  readonly narrowed: boolean;
}) {
  const { asked, facets } = props;
  const words = useWords(dutyWords);
  const say = useNumber();
  const go = useGo();
  const assigns = useMay("report-duty");
  const follows = useMay("compare-units");
  const heartbeat = useWords(heartbeatWords);
  const set = (changes: DutySearch) => go(places.duties({ ...asked, ...changes }));
  const chip = (name: keyof typeof words.filters, choices: readonly { value: string; label: string }[]) => (
    <FilterChip
      label={words.filters[name]}
      all={words.all}
      value={asked[name] ?? ""}
      choices={choices}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <search className={styles.filters} data-screen-only>
      <SearchBox label={words.search} value={asked.q ?? ""} onSearch={(q) => set({ q })} />
      {chip(
        "state",
        (facets?.states ?? []).map(({ value, count }) => ({
          value,
          label: `${words.states[value]} (${say(count)})`,
        })),
      )}
      {((facets?.units.length ?? 0) > 1 || asked.unit) &&
        chip(
          "unit",
          (facets?.units ?? []).map(({ value, label, count }) => ({
            value,
            label: `${label} (${say(count)})`,
          })),
        )}
      {chip(
        "group",
        (facets?.groups ?? []).map(({ value, count }) => ({
          value: value || noValue,
          label: `${value || words.noGroup} (${say(count)})`,
        })),
      )}
      {assigns && chip("mine", [{ value: "1", label: words.mineOnly }])}
      {chip("asked", [{ value: "1", label: words.askedOnly }])}
      {follows && (
        <FilterChip
          label={heartbeat.title}
          all={words.all}
          value={asked.quiet ?? ""}
          choices={[{ value: "1", label: heartbeat.quiet }]}
          onChange={(quiet) => set({ quiet })}
        />
      )}
      {narrowerChoices(words)
        .filter(([name]) => asked[name])
        .map(([name, choices]) => (
          <Fragment key={name}>{chip(name, choices)}</Fragment>
        ))}
      {asked.month &&
        chip("month", [{ value: asked.month, label: asked.month.split("-").reverse().join("/") }])}
      {props.narrowed && (
        <button type="button" className="link-button" onClick={() => go(places.duties())}>
          {words.clear}
        </button>
      )}
    </search>
  );
}

/** What numbers elsewhere open a list by; its filters stand there while they are set. */
function narrowerChoices(words: DutyWords) {
  const ofWords = (named: Readonly<Record<string, string>>) =>
    Object.entries(named).map(([value, label]) => ({ value, label }));
  return [
    ["alone", [{ value: "1", label: words.aloneOnly }]],
    ["fallen", ofWords(words.fallenKinds)],
    ["urged", ofWords(words.urgedOnly)],
    ["proven", [{ value: "1", label: words.provenOnly }]],
    ["extended", [{ value: "1", label: words.extendedOnly }]],
    ["step", ofWords({ ...words.steps, none: words.noStep })],
    ["head", ofWords(words.headOnly)],
  ] as const;
}
