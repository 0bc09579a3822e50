import type { MouseEvent } from "react";
import { searchWords } from "../../domain/language/web-search.ts";
import { markFound } from "../../domain/text/search-query.ts";
import { Icon } from "../components/Icon.tsx";
import { useWords } from "../language.tsx";
import type { FoundRow, FoundRows } from "./found-rows.ts";
import styles from "./SearchPalette.module.css";

/** What was found, kind by kind, as the list of a combobox: the nth line has the id `id-n`. */
export function FoundLists(props: {
  readonly id: string;
  readonly lists: readonly FoundRows[];
  readonly marks: readonly string[];
  readonly active: number;
  readonly onActive: (at: number) => void;
  readonly onOpen: (address: string) => void;
}) {
  const words = useWords(searchWords);
  if (props.lists.length === 0) return null;
  let next = 0;
  const line = (href: string, className: string | undefined) => {
    const at = next++;
    return {
      ...{ key: `${at} ${href}`, id: `${props.id}-${at}`, role: "option", href, className, tabIndex: -1 },
      "aria-selected": at === props.active,
      onMouseMove: () => props.onActive(at),
      onClick: (event: MouseEvent) => {
        // A new tab or window is the browser's own way with a link.
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        props.onOpen(href);
      },
    };
  };
  return (
    <div id={props.id} role="listbox" aria-label={words.results}>
      {props.lists.map(({ name, rows, lists }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options is no set of fields
        <div key={name} role="group" aria-label={name}>
          {name !== "" && (
            <p className={styles.kind} aria-hidden="true">
              {name}
            </p>
          )}
          {rows.map((row) => {
            const { key, ...given } = line(row.href, styles.row);
            return (
              <a key={key} {...given}>
                <Line row={row} marks={props.marks} />
              </a>
            );
          })}
          {lists.map(({ href, label }) => {
            const { key, ...given } = line(href, styles.all);
            return (
              <a key={key} {...given}>
                {label}
              </a>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function Line({ row, marks }: { readonly row: FoundRow; readonly marks: readonly string[] }) {
  return (
    <>
      <Icon name={row.icon} />
      <span className={styles.words}>
        <span className={styles.title}>
          <Marked text={row.title} marks={marks} />
        </span>
        {row.about.length > 0 && (
          <span className={styles.about}>
            <Marked text={row.about.join(" · ")} marks={marks} />
          </span>
        )}
      </span>
    </>
  );
}

function Marked({ text, marks }: { readonly text: string; readonly marks: readonly string[] }) {
  return markFound(text, marks).map((stretch, at) =>
    stretch.found ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text never change places
      <mark key={at}>{stretch.text}</mark>
    ) : (
      stretch.text
    ),
  );
}
