import { Link } from "../navigation.tsx";
import styles from "./Ways.module.css";

/** Places that belong together, beside each other; the one that is shown is marked. */
export function Ways(props: {
  readonly label: string;
  readonly ways: readonly { readonly name: string; readonly label: string; readonly href: string }[];
  readonly here: string;
}) {
  return (
    <nav className={styles.ways} aria-label={props.label} data-screen-only>
      {props.ways.map(({ name, label, href }) => (
        <Link key={name} href={href} aria-current={name === props.here ? "page" : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
