import { Button, Checkbox } from "@mantine/core";
import { taskWords } from "../../domain/language/web-tasks.ts";
import { Dialog } from "../components/Dialog.tsx";
import { useWords } from "../language.tsx";
import {
  movedColumn,
  type TaskColumn,
  taskColumnNames,
  toggledColumn,
  usualColumns,
} from "./column-choice.ts";
import styles from "./TasksPlace.module.css";

/** Which columns the register shows and in which order; each change is seen at once behind the window. */
export function ColumnsDialog(props: {
  readonly columns: readonly TaskColumn[];
  readonly onChange: (columns: readonly TaskColumn[]) => void;
  readonly onClose: () => void;
}) {
  const words = useWords(taskWords);
  const { columns, onChange } = props;
  const others = taskColumnNames.filter((name) => !columns.includes(name));
  return (
    <Dialog title={words.columnsTitle} onClose={props.onClose}>
      <p className="small muted">{words.columnsHelp}</p>
      <ul className={styles.columnList}>
        {[...columns, ...others].map((name) => {
          const at = columns.indexOf(name);
          return (
            <li key={name}>
              <Checkbox
                size="xs"
                label={words.columns[name]}
                checked={at >= 0}
                disabled={at >= 0 && columns.length === 1}
                onChange={() => onChange(toggledColumn(columns, name))}
              />
              {at >= 0 && (
                <span>
                  <button
                    type="button"
                    aria-label={words.columnUp(words.columns[name])}
                    disabled={at === 0}
                    onClick={() => onChange(movedColumn(columns, name, -1))}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    aria-label={words.columnDown(words.columns[name])}
                    disabled={at === columns.length - 1}
                    onClick={() => onChange(movedColumn(columns, name, 1))}
                  >
                    ↓
                  </button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <Button size="xs" variant="default" onClick={() => onChange(usualColumns)}>
        {words.columnsUsual}
      </Button>
    </Dialog>
  );
}
