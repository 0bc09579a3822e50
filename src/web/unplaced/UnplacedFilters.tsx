import type { UnplacedAnswer } from "../../contract/unplaced.ts";
import { reasonOf, sayReason, unplacedReasons } from "../../domain/language/unplaced-reasons.ts";
import { unplacedWords } from "../../domain/language/web-unplaced.ts";
import { FilterChip } from "../components/FilterChip.tsx";
import { useDocumentName } from "../documents/document-name.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link, useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./UnplacedPlace.module.css";

export const unplacedSearchNames = ["document", "kind", "code", "mark"] as const;
export type UnplacedSearch = Partial<Record<(typeof unplacedSearchNames)[number], string>>;

/** The kinds apart, each with its count: what to look at first, what is only layout last. */
export function KindTabs({ asked, first }: { asked: UnplacedSearch; first: UnplacedAnswer | undefined }) {
  const words = useWords(unplacedWords);
  const say = useNumber();
  const counts = first?.kinds;
  const kinds = [
    { kind: "look", count: counts && (counts.unread ?? 0) + (counts.text ?? 0) },
    { kind: "placed", count: counts?.placed },
    { kind: "frame", count: counts?.frame },
    { kind: "layout", count: counts?.layout },
  ] as const;
  return (
    <nav className={styles.kinds} aria-label={words.kindsLabel} data-screen-only>
      {kinds.map(({ kind, count }) => (
        <Link
          key={kind}
          href={places.unplaced({ ...asked, code: "", kind: kind === "look" ? "" : kind })}
          aria-current={(asked.kind ?? "look") === kind ? "page" : undefined}
        >
          {words.kinds[kind]}
          {count !== undefined && <span className="numbers"> ({say(count)})</span>}
        </Link>
      ))}
    </nav>
  );
}

/** Document, reason, and what was looked at already. */
export function UnplacedFilters(props: {
  readonly asked: UnplacedSearch;
  readonly first: UnplacedAnswer | undefined;
  readonly set: (changes: UnplacedSearch) => void;
}) {
  const words = useWords(unplacedWords);
  const { language } = useSpeech();
  const nameOf = useDocumentName();
  const say = useNumber();
  const go = useGo();
  const { asked, first, set } = props;
  const reason = (code: string) => {
    const known = reasonOf(unplacedReasons[code as keyof typeof unplacedReasons]?.vi ?? "");
    return known ? sayReason(unplacedReasons[known.code].vi, language).replace("{ref}", "…") : words.other;
  };
  return (
    <search className={styles.filters} data-screen-only>
      <FilterChip
        label={words.filters.document}
        all={words.all}
        value={asked.document ?? ""}
        choices={(first?.documents ?? []).map(({ document, count }) => ({
          value: document.id,
          label: `${nameOf(document, true)} (${say(count)})`,
        }))}
        onChange={(document) => set({ document })}
      />
      <FilterChip
        label={words.filters.code}
        all={words.all}
        value={asked.code ?? ""}
        choices={(first?.codes ?? []).map(({ code, count }) => ({
          value: code,
          label: `${reason(code)} (${say(count)})`,
        }))}
        onChange={(code) => set({ code })}
      />
      <FilterChip
        label={words.filters.mark}
        all={words.notMarked}
        value={asked.mark ?? ""}
        choices={(["seen", "task"] as const).map((value) => ({
          value,
          label: `${words.marks[value]} (${say(first?.marks[value] ?? 0)})`,
        }))}
        onChange={(mark) => set({ mark })}
      />
      {Object.keys(asked).length > 0 && (
        <button type="button" className="link-button" onClick={() => go(places.unplaced())}>
          {words.clear}
        </button>
      )}
    </search>
  );
}
