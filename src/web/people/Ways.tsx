import { peopleWords } from "../../domain/language/web-people.ts";
import { useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { useMay } from "../session.ts";
import styles from "./People.module.css";

/** The places of people and rights beside each other. */
export function Ways({ here }: { here: "people" | "rights" | "keys" }) {
  const words = useWords(peopleWords);
  const withKeys = useMay("manage-keys");
  const ways = [
    ["people", places.people()],
    ["rights", places.rights],
    ...(withKeys ? [["keys", places.keys] as const] : []),
  ] as const;
  return (
    <nav className={styles.ways} aria-label={words.administration} data-screen-only>
      {ways.map(([name, href]) => (
        <Link key={name} href={href} aria-current={name === here ? "page" : undefined}>
          {words[name]}
        </Link>
      ))}
    </nav>
  );
}
