import { Button } from "@mantine/core";
import { useState } from "react";
import type { CoordinationAnswer } from "../../contract/coordination.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import { coordinationWords } from "../../domain/language/web-coordination.ts";
import { FailureError } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Icon } from "../components/Icon.tsx";
import { UndoBar } from "../components/UndoBar.tsx";
import styles from "../duties/Duties.module.css";
import { useNumber, useWords } from "../language.tsx";
import { AskForm } from "./AskForm.tsx";
import { NameUnitsForm } from "./NameUnitsForm.tsx";
import { RequestList } from "./RequestList.tsx";
import { useCoordination, useSending } from "./use-coordination.ts";

type Part = CoordinationAnswer["parts"][number];

/** A lead's duty, for which units may be asked; `over`: nothing is asked for it any more. */
export interface AskingDuty {
  readonly id: string;
  readonly lead: string;
  readonly over: boolean;
}

/** Units of a part that are shown by name at once. */
const mostNames = 12;

/** Who co-ordinates in a task and what was asked of them: of one duty, or of all that are in sight. */
export function Coordination({ task, duty = null }: { task: string; duty?: AskingDuty | null }) {
  const words = useWords(coordinationWords);
  const found = useCoordination(task);
  const [asking, setAsking] = useState(false);
  const shown = found.data;
  if (found.error instanceof FailureError) return <FailureNote failure={found.error.failure} />;
  if (!shown || (shown.parts.length === 0 && shown.requests.length === 0)) return null;
  const requests = shown.requests.filter((one) => duty === null || one.duty === duty.id);
  const units = shown.parts.flatMap((part) => part.units).filter(({ outside }) => !outside);
  const mayAsk =
    duty !== null &&
    !duty.over &&
    units.length > 0 &&
    (shown.asksFor.all || shown.asksFor.units.includes(duty.lead));
  return (
    <section aria-labelledby="coordination-title" className={styles.form}>
      <h2 id="coordination-title" className={styles.head}>
        {words.title}
      </h2>
      <ul className={styles.life}>
        {shown.parts.map((part) => (
          <CoordinationPart key={part.key} part={part} task={task} shown={shown} />
        ))}
      </ul>
      {asking && duty !== null ? (
        <AskForm duty={duty.id} units={units} today={shown.today} onClose={() => setAsking(false)} />
      ) : (
        mayAsk && (
          <div className={styles.buttons} data-screen-only>
            <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
              {words.ask}
            </Button>
          </div>
        )
      )}
      <RequestList requests={requests} today={shown.today} />
    </section>
  );
}

/** The words of the document, the units that they mean, and the way to name them where it leaves that to the lead. */
function CoordinationPart(props: {
  readonly part: Part;
  readonly task: string;
  readonly shown: CoordinationAnswer;
}) {
  const { part, task, shown } = props;
  const words = useWords(coordinationWords);
  const say = useNumber();
  const [naming, setNaming] = useState(false);
  const [undo, setUndo] = useState<{ readonly said: string; readonly units: readonly string[] } | null>(null);
  const sending = useSending();
  const name = async (units: readonly string[], on: string, document: string | null) => {
    const body = { version: shown.version, key: part.key, units: [...units], on, document };
    return (await sending.send("PUT", pathTo(apiPaths.taskNamedUnits, { id: task }), body)) !== null;
  };
  const before = part.units.map(({ id }) => id);
  const names = part.units.map((unit) => unit.name);
  const isOne = names.length === 1 && names[0] === part.name;
  return (
    <li className={styles.part}>
      <p>
        {part.name}
        {names.length > 0 && !isOne && (
          <span className="muted">
            : {names.slice(0, mostNames).join("; ")}
            {names.length > mostNames && ` ${words.more(say(names.length - mostNames))}`}
            {part.document && ` (${part.document})`}
          </span>
        )}
        {names.length === 0 && !part.toBeNamed && <span className="small muted"> ({words.notUnit})</span>}
      </p>
      {part.toBeNamed && names.length === 0 && (
        <p className={styles.missing}>
          <Icon name="warning" /> {words.toBeNamed}
        </p>
      )}
      {sending.failure && <FailureNote failure={sending.failure} />}
      {naming ? (
        <NameUnitsForm
          part={part}
          today={shown.today}
          busy={sending.busy}
          onName={async (units, on, document) => {
            if (!(await name(units, on, document))) return;
            setUndo({ said: words.named(say(units.length)), units: before });
            setNaming(false);
          }}
          onClose={() => setNaming(false)}
        />
      ) : (
        part.toBeNamed &&
        shown.mayName && (
          <div className={styles.buttons} data-screen-only>
            <Button size="compact-sm" variant="default" onClick={() => setNaming(true)}>
              {names.length === 0 ? words.nameUnits : words.changeUnits}
            </Button>
          </div>
        )
      )}
      {undo && (
        <UndoBar
          said={undo.said}
          undo={words.undo}
          onUndo={() => {
            void name(undo.units, shown.today, part.document).then((done) => done && setUndo(null));
          }}
          onOver={() => setUndo(null)}
        />
      )}
    </li>
  );
}
