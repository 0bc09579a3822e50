import type { TaskRowAnswer } from "../../contract/task.ts";
import { taskWords } from "../../domain/language/web-tasks.ts";
import type { IconName } from "../components/Icon.tsx";
import { State, type Tone } from "../components/State.tsx";
import { useWords } from "../language.tsx";

export type StateName = TaskRowAnswer["state"];

const looks: Readonly<Record<StateName, { readonly tone: Tone; readonly icon: IconName }>> = {
  late: { tone: "late", icon: "warning" },
  dueSoon: { tone: "dueSoon", icon: "clock" },
  open: { tone: "open", icon: "running" },
  noDeadline: { tone: "noDeadline", icon: "endless" },
  doneLate: { tone: "doneLate", icon: "check" },
  done: { tone: "done", icon: "check" },
  withdrawn: { tone: "noDeadline", icon: "rejected" },
  beforeStart: { tone: "noDeadline", icon: "past" },
};

/** The state of a task or an occurrence: icon, word and colour. */
export function TaskState({ state }: { state: StateName }) {
  const words = useWords(taskWords).states;
  return (
    <State tone={looks[state].tone} icon={looks[state].icon}>
      {words[state]}
    </State>
  );
}
