import { frameWords } from "../../domain/language/web-frame.ts";
import { useWords } from "../language.tsx";

/** What is shown while an answer is on its way. */
export function Waiting() {
  const words = useWords(frameWords);
  return (
    <p className="muted" role="status">
      {words.loading}
    </p>
  );
}
