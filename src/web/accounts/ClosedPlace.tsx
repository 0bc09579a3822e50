import { accountWords } from "../../domain/language/web-accounts.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { useWords } from "../language.tsx";

/** What another machine sees while there is no administrator yet. */
export default function ClosedPlace() {
  const words = useWords(accountWords);
  return (
    <EmptyState title={words.closedTitle}>
      <p>{words.closedText}</p>
    </EmptyState>
  );
}
