import { reviewWords } from "../../domain/language/web-review.ts";
import { ReasonDialog } from "../components/ReasonDialog.tsx";
import { useWords } from "../language.tsx";

/** Asks why a row is dropped. */
export function DropDialog({ onDrop, onClose }: { onDrop: (reason: string) => void; onClose: () => void }) {
  const { reasons, dropTitle, dropReason, dropReasonHelp, reasonMissing, actions } = useWords(reviewWords);
  const words = { title: dropTitle, reasons, label: dropReason, help: dropReasonHelp };
  return (
    <ReasonDialog
      words={{ ...words, missing: reasonMissing, action: actions.drop }}
      onReason={onDrop}
      onClose={onClose}
    />
  );
}
