import type { UrgingPreviewAnswer } from "../../contract/urging.ts";
import { urgingSettingsWords } from "../../domain/language/web-urging-settings.ts";
import { Dialog } from "../components/Dialog.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import styles from "./Settings.module.css";

/** What would go out on the next working day, and to whom. */
export function UrgingPreview(props: {
  readonly preview: UrgingPreviewAnswer;
  readonly onClose: () => void;
}) {
  const { on, balance, messages, total } = props.preview;
  const words = useWords(urgingSettingsWords);
  const say = useNumber();
  const columns = words.previewColumns;
  const duties = messages.reduce((sum, message) => sum + message.duties, 0);
  const left = total - messages.length;
  return (
    <Dialog wide title={words.previewTitle(sayDay(on))} onClose={props.onClose}>
      <div className={styles.part}>
        <p className="small muted">{words.previewText}</p>
        {balance.reached - balance.overtaken === 0 && <p>{words.previewNone}</p>}
        {total > 0 && <p>{words.previewPeople(say(total), say(duties))}</p>}
        {balance.letters > 0 && <p>{words.previewLetters(say(balance.letters))}</p>}
        {balance.meeting > 0 && <p>{words.previewMeeting(say(balance.meeting))}</p>}
        {balance.unheard > 0 && <p>{words.previewUnheard(say(balance.unheard))}</p>}
        {messages.length > 0 && (
          <PlainTable
            heads={[
              { title: columns.person },
              { title: columns.duties, isNumber: true },
              { title: columns.kinds },
            ]}
          >
            {messages.map(({ person, duties: count, kinds }) => (
              <tr key={person.id}>
                <td>
                  {person.name}
                  <br />
                  <span className="small muted">{person.email}</span>
                </td>
                <td data-number>{say(count)}</td>
                <td>{kinds.map((kind) => words.kinds[kind]).join(", ")}</td>
              </tr>
            ))}
          </PlainTable>
        )}
        {left > 0 && <p className="muted">{words.previewMore(say(left))}</p>}
      </div>
    </Dialog>
  );
}
