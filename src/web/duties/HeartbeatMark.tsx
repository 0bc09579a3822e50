import type { TaskRowAnswer } from "../../contract/task.ts";
import { heartbeatWords } from "../../domain/language/web-heartbeat.ts";
import type { IconName } from "../components/Icon.tsx";
import { State, type Tone } from "../components/State.tsx";
import { sayDay } from "../day-words.ts";
import { useWords } from "../language.tsx";

type Heartbeat = NonNullable<TaskRowAnswer["heartbeat"]>;

const looks: Readonly<Record<Heartbeat["state"], { readonly tone: Tone; readonly icon: IconName }>> = {
  beating: { tone: "done", icon: "state" },
  notYet: { tone: "noDeadline", icon: "clock" },
  stopped: { tone: "silent", icon: "question" },
  never: { tone: "silent", icon: "question" },
};

/** How alive it is what has no deadline: icon, word and colour, with the day of the latest proof. */
export function HeartbeatMark({ heartbeat }: { heartbeat: Heartbeat | null }) {
  const words = useWords(heartbeatWords);
  if (heartbeat === null) return null;
  const look = looks[heartbeat.state];
  return (
    <State tone={look.tone} icon={look.icon}>
      {words.states[heartbeat.state]}
      {heartbeat.provedOn && ` (${words.provedOn(sayDay(heartbeat.provedOn))})`}
    </State>
  );
}
