import { peopleWords } from "../../domain/language/web-people.ts";
import { Ways } from "../components/Ways.tsx";
import { useWords } from "../language.tsx";
import { places } from "../places.ts";
import { useMay } from "../session.ts";

/** The places of people and rights beside each other. */
export function PeopleWays({ here }: { here: "people" | "rights" | "keys" }) {
  const words = useWords(peopleWords);
  const withKeys = useMay("manage-keys");
  const ways = [
    ["people", places.people()],
    ["rights", places.rights],
    ...(withKeys ? [["keys", places.keys] as const] : []),
  ] as const;
  return (
    <Ways
      label={words.administration}
      ways={ways.map(([name, href]) => ({ name, href, label: words[name] }))}
      here={here}
    />
  );
}
