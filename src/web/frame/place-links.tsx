import { frameWords } from "../../domain/language/web-frame.ts";
import { Icon, type IconName } from "../components/Icon.tsx";
import { useNumber, useWords } from "../language.tsx";
import { useWaiting } from "../messages/use-messages.ts";
import { Link, usePath } from "../navigation.tsx";
import { places } from "../places.ts";
import { useMay } from "../session.ts";
import styles from "./Frame.module.css";

/** A place of the menu, with how many wait there if that is counted. */
export interface MenuPlace {
  readonly href: string;
  readonly icon: IconName;
  readonly label: string;
  /** On a phone, where there is room for four; else the label. */
  readonly short?: string;
  readonly count?: number;
}

/** Places beside the duties with what waits there, and that of who looks across provinces; none before it is known. */
export function useWaitingPlaces(): {
  readonly work: readonly MenuPlace[];
  readonly above: readonly MenuPlace[];
} {
  const waiting = useWaiting(useMay("see-duties"));
  const words = useWords(frameWords);
  if (!waiting) return { work: [], above: [] };
  const counted = (href: string, icon: IconName, label: string, count: number | null) =>
    count === null ? [] : [{ href, icon, label, count }];
  return {
    work: [
      ...counted(places.signed(), "check", words.signed, waiting.signed),
      ...counted(places.proposals(), "warning", words.proposals, waiting.proposals),
    ],
    above: waiting.readsCountry ? [{ href: places.country, icon: "units", label: words.country }] : [],
  };
}

/** One's own duties for who works in a unit, those of all units for who follows them. */
export function DutiesLink() {
  const words = useWords(frameWords);
  const label = useMay("report-duty") ? words.myDuties : words.duties;
  if (!useMay("see-duties")) return null;
  return <PlaceLink href={places.duties()} icon="duties" label={label} short={words.dutiesShort} />;
}

/** The database of cooperation; on a phone it stands in the menu. */
export function CooperationLink() {
  const { cooperation } = useWords(frameWords);
  if (!useMay("see-records")) return null;
  return <PlaceLink href={places.cooperation} icon="cooperation" label={cooperation} secondary />;
}

export function PlaceLink({
  href,
  icon,
  label,
  short = label,
  count = 0,
  secondary,
}: MenuPlace & {
  /** Not on a phone, where there is room for four. */
  readonly secondary?: boolean;
}) {
  const words = useWords(frameWords);
  const say = useNumber();
  const here = isUnder(usePath(), href);
  return (
    <Link
      href={href}
      className={styles.place}
      data-secondary={secondary || undefined}
      aria-current={here ? "page" : undefined}
      aria-label={count > 0 ? undefined : label}
    >
      <Icon name={icon} />
      <span className={styles.long}>{label}</span>
      <span className={styles.short}>{short}</span>
      {count > 0 && (
        <span className={styles.waiting}>
          {say(count)} <span className={styles.unseen}>{words.waiting}</span>
        </span>
      )}
    </Link>
  );
}

/** A place and all that opens from it; the ways of seeing tasks belong to the tasks. */
function isUnder(path: string, place: string): boolean {
  if (place === places.overview && path === places.first) return true;
  if (place === places.read && path === places.first) return false;
  if (place === places.tasks() && (path === places.units() || path === places.timeline())) return true;
  // What readings left out is of documents.
  if (place === places.documents() && path === places.unplaced()) return true;
  if (place === places.people() && (path === places.rights || path === places.keys)) return true;
  return path === place || path.startsWith(`${place}/`);
}
