import { taskWords } from "../../domain/language/web-tasks.ts";
import { useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./TasksPlace.module.css";

/** The same tasks as a list, by unit, by quarter. */
export function WaysToSee({ here }: { here: "list" | "units" | "timeline" }) {
  const words = useWords(taskWords);
  const ways = [
    { key: "list", href: places.tasks(), label: words.list },
    { key: "units", href: places.units(), label: words.units },
    { key: "timeline", href: places.timeline(), label: words.timeline },
  ] as const;
  return (
    <nav className={styles.ways} aria-label={words.ways}>
      {ways.map(({ key, href, label }) => (
        <Link key={key} href={href} aria-current={key === here ? "page" : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
