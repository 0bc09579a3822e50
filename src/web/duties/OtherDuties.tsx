import { Button, Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DutyListAnswer, DutyRowAnswer } from "../../contract/duty.ts";
import { apiPaths } from "../../contract/paths.ts";
import { awaitingStates } from "../../domain/duty/duty-state.ts";
import { signedWords } from "../../domain/language/web-signed.ts";
import { fetchAnswer } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { SearchBox } from "../components/SearchBox.tsx";
import { useWords } from "../language.tsx";
import { writeQuery } from "../places.ts";
import styles from "./Signed.module.css";

/** Open duties that were not proposed, found by words. */
export function OtherDuties(props: {
  /** The unit that the document is of; undefined: not known. */
  readonly unit: string | undefined;
  readonly chosen: ReadonlyMap<string, DutyRowAnswer>;
  readonly onToggle: (row: DutyRowAnswer) => void;
}) {
  const words = useWords(signedWords);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const query = {
    q: typed,
    unit: props.unit,
    state: [...awaitingStates, "beforeStart"].join(","),
    limit: "12",
  };
  const found = useQuery({
    queryKey: ["duties", "other", query],
    queryFn: () => fetchAnswer<DutyListAnswer>(apiPaths.duties + writeQuery(query)),
    enabled: open,
  });
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {words.other}
      </Button>
      {open && (
        <Dialog title={words.other} onClose={() => setOpen(false)}>
          <SearchBox label={words.otherLabel} value={typed} onSearch={setTyped} />
          <ul className={styles.candidates}>
            {found.data?.duties.map((row) => (
              <li key={row.id}>
                <Checkbox
                  size="xs"
                  label={row.task.content}
                  description={[row.document.number, row.holder.name].filter(Boolean).join(" · ")}
                  checked={props.chosen.has(row.id)}
                  onChange={() => props.onToggle(row)}
                />
              </li>
            ))}
          </ul>
          {found.data?.duties.length === 0 && <p className="muted">{words.otherNone}</p>}
        </Dialog>
      )}
    </>
  );
}
