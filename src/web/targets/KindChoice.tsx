import { NativeSelect } from "@mantine/core";
import type { TargetAnswer } from "../../contract/read.ts";
import { type TargetKind, targetKinds, thingOf, withKind } from "../../domain/duty/target-kind.ts";
import { explainKind, sayKind, sayTarget } from "../../domain/duty/target-words.ts";
import { targetWords } from "../../domain/language/web-targets.ts";
import { useSpeech, useWords } from "../language.tsx";

/** How a target is reached, to be chosen; only said where nobody may change it, or where it is for other things. */
export function KindChoice(props: {
  readonly target: TargetAnswer;
  /** Null: it may not be changed. */
  readonly onChange: ((target: TargetAnswer) => void) | null;
}) {
  const { target, onChange } = props;
  const words = useWords(targetWords);
  const { language } = useSpeech();
  const kind = target.scope ?? "joint";
  if (onChange === null || thingOf(target) !== null)
    return <span className="small muted">{sayKind(target, language)}</span>;
  return (
    <NativeSelect
      size="xs"
      aria-label={words.kindOf(sayTarget(target, language))}
      title={explainKind(kind, language)}
      value={kind}
      // The list below holds nothing but kinds.
      onChange={(event) => onChange(withKind(target, event.currentTarget.value as TargetKind))}
      data={targetKinds.map((value) => ({ value, label: words.kinds[value] }))}
    />
  );
}
