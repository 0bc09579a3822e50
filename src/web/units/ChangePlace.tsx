import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { UnitChangeAnswer, UnitListAnswer } from "../../contract/unit.ts";
import { reviewWords } from "../../domain/language/web-review.ts";
import { unitWords } from "../../domain/language/web-units.ts";
import { FailureError } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link, useQueryOf } from "../navigation.tsx";
import { places } from "../places.ts";
import { DraftNotes } from "../review/DraftNotes.tsx";
import { ChangeParts } from "./ChangeParts.tsx";
import { ChangePreview } from "./ChangePreview.tsx";
import { heirLike, type TypedChange } from "./change-form.ts";
import styles from "./Units.module.css";
import { useChange } from "./use-change.ts";
import { useUnitList } from "./use-units.ts";

const names = ["unit", "name", "day", "kind"] as const;

/** A dated change of the tree: chosen, looked at, recorded. */
export default function ChangePlace() {
  const tree = useUnitList();
  const asked = useQueryOf(names);
  const [begun, setBegun] = useState(0);
  if (tree.error instanceof FailureError)
    return <FailureNote failure={tree.error.failure} onRetry={() => void tree.refetch()} />;
  if (!tree.data) return <Waiting />;
  const key = `unit-change.${asked.unit ?? asked.name ?? ""}`;
  return (
    <Wizard
      key={`${key} ${begun}`}
      tree={tree.data}
      asked={asked}
      draftKey={key}
      onDiscard={() => setBegun((count) => count + 1)}
    />
  );
}

type Asked = { readonly [name in (typeof names)[number]]?: string };

function Wizard(props: {
  readonly tree: UnitListAnswer;
  readonly asked: Asked;
  readonly draftKey: string;
  /** What was typed is thrown away: the form begins again. */
  readonly onDiscard: () => void;
}) {
  const { tree, asked } = props;
  const words = useWords(unitWords);
  const review = useWords(reviewWords);
  const say = useNumber();
  const on = useChange(props.draftKey, () => firstTyped(tree, asked));
  const { typed, preview } = on;
  if (on.made !== null) return <Done made={on.made} on={typed.on} unit={typed.units[0] ?? null} />;
  const isToCome = typed.on > tree.today;
  return (
    <Page title={words.wizard.title} line={words.wizard.line}>
      <form
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void on.look();
        }}
      >
        <DraftNotes draft={on.draft} />
        <KindAndDay typed={typed} tree={tree} change={on.change} />
        <ChangeParts typed={typed} tree={tree} change={on.change} />
        <div className={styles.two}>
          <TextInput
            size="xs"
            label={`${words.wizard.document} (${words.optional})`}
            value={typed.document}
            onChange={(event) => on.note({ document: event.currentTarget.value })}
          />
          <Textarea
            size="xs"
            rows={1}
            label={`${words.wizard.note} (${words.optional})`}
            value={typed.note}
            onChange={(event) => on.note({ note: event.currentTarget.value })}
          />
        </div>
        {on.failure && <FailureNote failure={on.failure} />}
        <div className={styles.line}>
          <Button size="xs" type="submit" variant="default" disabled={on.wish === null} loading={on.busy}>
            {words.wizard.look}
          </Button>
          {preview && (
            <Button size="xs" loading={on.busy} onClick={() => void on.save()}>
              {isToCome ? words.wizard.recordPlan : words.wizard.record}
            </Button>
          )}
          {preview && preview.seen.tasks > 0 && (
            <span className="small muted">{words.wizard.tasksMove(say(preview.seen.tasks))}</span>
          )}
          {on.draft.touched && (
            <button
              type="button"
              className="link-button"
              onClick={() => {
                on.draft.drop();
                props.onDiscard();
              }}
            >
              {review.discard}
            </button>
          )}
          {isToCome && <span className="small muted">{words.wizard.planHint(sayDay(typed.on))}</span>}
        </div>
      </form>
      {preview && (
        <ChangePreview preview={preview} on={typed.on} {...(typed.kind === "split" && { onGive: on.give })} />
      )}
    </Page>
  );
}

/** What happens, and from which day on. */
function KindAndDay(props: {
  readonly typed: TypedChange;
  readonly tree: UnitListAnswer;
  readonly change: (changes: Partial<TypedChange>) => void;
}) {
  const words = useWords(unitWords);
  const { typed, tree, change } = props;
  return (
    <div className={styles.two}>
      <NativeSelect
        size="xs"
        label={words.wizard.what}
        value={typed.kind}
        data={Object.entries(words.changes).map(([value, label]) => ({ value, label }))}
        onChange={(event) => {
          // The choices are the changes of the catalogue.
          const kind = event.currentTarget.value as TypedChange["kind"];
          change({ ...partsOf(kind, typed, tree), kind });
        }}
      />
      <TextInput
        size="xs"
        type="date"
        label={words.wizard.on}
        description={words.wizard.onHelp}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={typed.on}
        onChange={(event) => change({ on: event.currentTarget.value })}
      />
    </div>
  );
}

function firstTyped(tree: UnitListAnswer, asked: Asked): TypedChange {
  const kind = asked.name ? "created" : asked.unit ? "merged" : "created";
  const none: TypedChange = {
    ...{ kind, on: asked.day ?? tree.today, document: "", note: "", units: [asked.unit ?? null] },
    ...{ heirs: [], keeps: false, other: null, given: {} },
  };
  const parts = partsOf(kind, none, tree);
  const [first] = parts.heirs;
  return { ...none, ...parts, heirs: asked.name && first ? [{ ...first, name: asked.name }] : parts.heirs };
}

/** The fields that a kind of change has, filled from the unit that was chosen. */
function partsOf(
  kind: TypedChange["kind"],
  { units: [unit = null] }: TypedChange,
  tree: UnitListAnswer,
): Pick<TypedChange, "units" | "heirs" | "keeps" | "other" | "given"> {
  const known = tree.units.find(({ id }) => id === unit);
  const none = { keeps: false, other: null, given: {} };
  const root = tree.units.find((one) => one.kind === "peoplesCommittee" && one.parent === null);
  switch (kind) {
    case "created":
      return {
        ...none,
        units: [unit],
        heirs: [{ ...heirLike(known), parent: known?.parent ?? root?.id ?? null }],
      };
    case "renamed": {
      const { name = "", shortName, symbol } = known ?? {};
      const heir = { ...heirLike(known), name, shortName: shortName ?? "", symbol: symbol ?? "" };
      return { ...none, units: [unit], heirs: [heir] };
    }
    case "merged":
      return { ...none, units: [unit, null], heirs: [heirLike(known)] };
    case "split":
      return { ...none, units: [unit], heirs: [heirLike(known), heirLike(known)] };
    default:
      return { ...none, units: [unit], heirs: [] };
  }
}

function Done({ made, on, unit }: { made: UnitChangeAnswer; on: string; unit: string | null }) {
  const words = useWords(unitWords);
  const say = useNumber();
  const open = made.after[0] ?? unit;
  return (
    <Page title={words.wizard.title}>
      <p role="status">
        {made.found === null ? words.wizard.planned(sayDay(on)) : words.wizard.recorded(say(made.seen.tasks))}
      </p>
      {made.found !== null && <p className="small muted">{words.undoHint}</p>}
      <p className={styles.line}>
        {open && <Link href={places.unit(open)}>{words.wizard.open}</Link>}
        <Link href={places.organisation()}>{words.title}</Link>
      </p>
    </Page>
  );
}
