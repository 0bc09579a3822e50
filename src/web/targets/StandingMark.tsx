import type { TargetStandingAnswer } from "../../contract/target.ts";
import { targetWords } from "../../domain/language/web-targets.ts";
import type { IconName } from "../components/Icon.tsx";
import { State, type Tone } from "../components/State.tsx";
import { useWords } from "../language.tsx";

const looks: Readonly<Record<TargetStandingAnswer, { readonly tone: Tone; readonly icon: IconName }>> = {
  missingPlan: { tone: "silent", icon: "question" },
  notMet: { tone: "late", icon: "warning" },
  behind: { tone: "dueSoon", icon: "clock" },
  running: { tone: "open", icon: "running" },
  met: { tone: "done", icon: "check" },
  exceeded: { tone: "done", icon: "check" },
};

/** How a target stands: icon, word and colour. */
export function StandingMark({ standing }: { standing: TargetStandingAnswer }) {
  const words = useWords(targetWords).standings;
  return (
    <State tone={looks[standing].tone} icon={looks[standing].icon}>
      {words[standing]}
    </State>
  );
}
