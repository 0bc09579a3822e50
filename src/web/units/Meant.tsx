import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CollectivePreviewAnswer, CollectiveRule } from "../../contract/collective.ts";
import { apiPaths } from "../../contract/paths.ts";
import { unitWords } from "../../domain/language/web-units.ts";
import { ask, FailureError } from "../api.ts";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";

/** How many units a rule means on a day; their names when it is opened. */
export function Meant(props: {
  readonly rule: CollectiveRule;
  readonly day: string;
  readonly count: number;
}) {
  const words = useWords(unitWords).group;
  const say = useNumber();
  const [open, setOpen] = useState(false);
  const { rule, day } = props;
  const names = useQuery({
    queryKey: ["collective-preview", rule, day],
    queryFn: async () => {
      const answer = await ask<CollectivePreviewAnswer>("POST", apiPaths.collectivePreview, { rule, day });
      if (!answer.ok) throw new FailureError(answer.failure);
      return answer.value.units.map(({ name }) => name);
    },
    enabled: open,
    staleTime: 0,
  });
  return (
    <details className="small" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.means(say(props.count), sayDay(day))}</summary>
      {names.data && <p>{names.data.join("; ")}</p>}
    </details>
  );
}

/** Says a rule in words: "Sở, ban, ngành; Xã, phường, đặc khu · biên giới". */
export function useRuleWords(): (rule: CollectiveRule) => string {
  const words = useWords(unitWords);
  return ({ kinds, relations, traits, only, except }) => {
    if (only.length > 0) return `${words.group.only} (${only.length})`;
    const named = kinds.map((kind) => words.kinds[kind]).join("; ");
    return [
      named || words.group.everybody,
      ...traits.map((trait) => words.traits[trait]),
      ...relations.map((relation) => words.relations[relation]),
      ...(except.length > 0 ? [`${words.group.except} ${except.length}`] : []),
    ].join(" · ");
  };
}
