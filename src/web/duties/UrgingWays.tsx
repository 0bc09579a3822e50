import { urgingWords } from "../../domain/language/web-urging.ts";
import { Ways } from "../components/Ways.tsx";
import { useWords } from "../language.tsx";
import { places } from "../places.ts";
import { useMay } from "../session.ts";

/** The parts of urging beside each other. */
export function UrgingWays({ here }: { here: "letters" | "meeting" }) {
  const words = useWords(urgingWords).ways;
  const ways = [
    { name: "letters", label: words.letters, href: places.letters },
    { name: "meeting", label: words.meeting, href: places.meeting },
  ];
  return useMay("record-report") ? <Ways label={words.label} ways={ways} here={here} /> : null;
}
