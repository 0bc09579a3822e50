import { Select } from "@mantine/core";
import type { ListedUnit } from "../../contract/unit.ts";
import { unitWords } from "../../domain/language/web-units.ts";
import { foldedKey } from "../../domain/text/fold.ts";
import { useWords } from "../language.tsx";
import { hasWords } from "./unit-search.ts";

/** How many units a list that drops down shows at once; typing narrows it. */
const mostShown = 40;

/** A unit, chosen by a part of its name or its symbol, with accents or without; null: none. */
export function UnitField(props: {
  readonly label: string;
  readonly units: readonly ListedUnit[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** What "none" means; without it a unit must be chosen. */
  readonly none?: string;
  readonly hidesLabel?: boolean;
}) {
  const words = useWords(unitWords);
  const byId = new Map(props.units.map((unit) => [unit.id, unit]));
  return (
    <Select
      size="xs"
      w={420}
      maw="100%"
      searchable
      clearable={props.none !== undefined}
      selectFirstOptionOnChange
      limit={mostShown}
      comboboxProps={{ withinPortal: false }}
      nothingFoundMessage={words.none}
      placeholder={props.none ?? words.wizard.choose}
      {...(props.hidesLabel ? { "aria-label": props.label } : { label: props.label })}
      filter={({ options, search, limit }) => {
        const wanted = foldedKey(search).split(" ").filter(Boolean);
        const isMeant = (value: string) => {
          const unit = byId.get(value);
          return unit !== undefined && hasWords(unit, wanted);
        };
        return options.filter((option) => "value" in option && isMeant(String(option.value))).slice(0, limit);
      }}
      value={props.value}
      data={props.units.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(value) => props.onChange(value)}
    />
  );
}
