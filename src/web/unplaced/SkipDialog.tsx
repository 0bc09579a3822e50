import { unplacedWords } from "../../domain/language/web-unplaced.ts";
import { ReasonDialog } from "../components/ReasonDialog.tsx";
import { useNumber, useWords } from "../language.tsx";

/** Asks why parts are left. */
export function SkipDialog(props: {
  readonly count: number;
  readonly onSkip: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const { reasons, skipTitle, skipReason, skipHelp, reasonMissing, skip } = useWords(unplacedWords);
  const say = useNumber();
  const words = { title: skipTitle(say(props.count)), reasons, label: skipReason, help: skipHelp };
  return (
    <ReasonDialog
      words={{ ...words, missing: reasonMissing, action: skip }}
      longest={1000}
      onReason={props.onSkip}
      onClose={props.onClose}
    />
  );
}
