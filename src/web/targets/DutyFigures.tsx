import { NativeSelect, TextInput } from "@mantine/core";
import type { DutyTargetAnswer } from "../../contract/target.ts";
import { readMeasured, sayMeasured } from "../../domain/duty/measured-value.ts";
import { sayAmount, sayTarget } from "../../domain/duty/target-words.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { type Bilingual, sayNumber } from "../../domain/language/language.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import { targetWords } from "../../domain/language/web-targets.ts";
import { FailureError } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { sayDay } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";
import { sayWanted } from "./figure-words.ts";
import styles from "./Targets.module.css";
import { useDutyTargets } from "./use-targets.ts";

/** What is typed of targets, by their measures. */
interface TypedFigures {
  readonly measured: Readonly<Record<string, string>>;
  readonly periods: Readonly<Record<string, string>>;
}

/** One field for each target of a duty: what is wanted, what was said so far, and how the figure is understood. */
export function DutyFigures(
  props: TypedFigures & { readonly duty: string; readonly onChange: (figures: TypedFigures) => void },
) {
  const { measured, periods } = props;
  const targets = useDutyTargets(props.duty);
  if (targets.error instanceof FailureError)
    return <FailureNote failure={targets.error.failure} onRetry={() => void targets.refetch()} />;
  return (targets.data?.targets ?? []).map((one) => {
    const { measure } = one.target;
    if (one.source) return <Counted key={one.key} one={one} name={one.source.name} />;
    const period = periods[measure] ?? one.stretches[0] ?? null;
    return (
      <Figure
        key={one.key}
        one={one}
        typed={measured[measure] ?? ""}
        period={period}
        onChange={(typed, of) =>
          props.onChange({
            measured: { ...measured, [measure]: typed },
            periods: of === null ? periods : { ...periods, [measure]: of },
          })
        }
      />
    );
  });
}

function Figure(props: {
  readonly one: DutyTargetAnswer;
  readonly typed: string;
  /** The stretch of time that it tells of; null: that of the occurrence. */
  readonly period: string | null;
  readonly onChange: (typed: string, period: string | null) => void;
}) {
  const { one, typed, period } = props;
  const words = useWords(targetWords);
  const duty = useWords(dutyWords);
  const { language } = useSpeech();
  const read = typed.trim() === "" ? null : readMeasured(typed, one.target.measure);
  const label = `${sayTarget(one.target, language)} (${duty.optional})`;
  return (
    <div>
      <div className={styles.figure}>
        {one.yesOrNo ? (
          <NativeSelect
            size="xs"
            label={label}
            value={typed}
            data={[
              { value: "", label: words.form.choose },
              { value: "100%", label: words.form.fulfils },
              { value: "0%", label: words.form.fulfilsNot },
            ]}
            onChange={(event) => props.onChange(event.currentTarget.value, period)}
          />
        ) : (
          <TextInput
            size="xs"
            label={label}
            value={typed}
            error={read && !read.ok ? sayFailure(read.failure, language) : null}
            onChange={(event) => props.onChange(event.currentTarget.value, period)}
          />
        )}
        {one.stretches.length > 0 && (
          <NativeSelect
            size="xs"
            label={words.form.period}
            value={period ?? ""}
            data={[...one.stretches]}
            onChange={(event) => props.onChange(typed, event.currentTarget.value)}
          />
        )}
      </div>
      {read?.ok && !one.yesOrNo && (
        <p className="small">{duty.understood(sayMeasured(read.value.value, language))}</p>
      )}
      <SoFar one={one} />
    </div>
  );
}

/** "Cần đạt: 4 hội nghị · Đã báo cáo: 02 (20/06/2026) · Ghi số lũy kế đến nay". */
function SoFar({ one: { target, wanted, standing, said, yesOrNo } }: { one: DutyTargetAnswer }) {
  const words = useWords(targetWords);
  const { language } = useSpeech();
  const value = sayWanted(wanted, language);
  const notes = [
    ...(value === null ? [] : [words.form.wanted(sayAmount(value, target.measure))]),
    ...(standing === "missingPlan" ? [words.standings.missingPlan] : []),
    said
      ? words.form.said(said.typed ?? sayNumber(said.value, language), sayDay(said.on))
      : words.form.unsaid,
    ...(yesOrNo ? [] : [words.form.soFar]),
  ];
  return <p className={`small muted ${styles.soFar}`}>{notes.join(" · ")}</p>;
}

/** A target that is counted from a register: nothing is to be given. */
function Counted({ one, name }: { one: DutyTargetAnswer; name: Bilingual }) {
  const words = useWords(targetWords);
  const { language } = useSpeech();
  const said = one.said ? sayNumber(one.said.value, language) : "–";
  return (
    <p className="small">
      <strong>{sayTarget(one.target, language)}</strong>: {words.source.from(name[language])} ({said})
    </p>
  );
}
