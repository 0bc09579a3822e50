import { frameWords } from "../../domain/language/web-frame.ts";
import { useWords } from "../language.tsx";

/** What is shown while an answer is on its way; `for` says what is being waited for. */
export function Waiting(props: { readonly for?: string }) {
  const words = useWords(frameWords);
  return (
    <p className="muted" role="status">
      {props.for ?? words.loading}
    </p>
  );
}
