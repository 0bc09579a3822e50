import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Icon } from "./Icon.tsx";
import styles from "./MoreMenu.module.css";

/** One thing that a menu offers: an address that gives a file, or something that is done. */
export type MenuItem =
  | { readonly label: string; readonly download: string }
  | { readonly label: string; readonly onSelect: () => void };

/** What is rarely needed in a place, gathered under one button; arrow keys move, Escape and Tab put it away. */
export function MoreMenu({ label, items }: { readonly label: string; readonly items: readonly MenuItem[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useId();
  const entries = () => [...(whole.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
  useEffect(() => {
    if (!isOpen) return;
    whole.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) setIsOpen(false);
    };
    window.addEventListener("pointerdown", outside);
    return () => window.removeEventListener("pointerdown", outside);
  }, [isOpen]);
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (!isOpen) return;
    if (event.key === "Tab") return setIsOpen(false);
    if (event.key === "Escape") close();
    else if (!move(entries(), event.key)) return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the button and the menu inside
    <div ref={whole} className={styles.whole} onKeyDown={onKey}>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menu : undefined}
        onClick={() => setIsOpen((now) => !now)}
      >
        {label} <Icon name="more" size={12} />
      </button>
      {isOpen && (
        <div id={menu} role="menu" aria-label={label} className={styles.menu}>
          {items.map((item) =>
            "download" in item ? (
              <a
                key={item.label}
                role="menuitem"
                tabIndex={-1}
                href={item.download}
                download
                onClick={() => setIsOpen(false)}
              >
                {item.label}
              </a>
            ) : (
              <button
                key={item.label}
                type="button"
                role="menuitem"
                tabIndex={-1}
                onClick={() => {
                  close();
                  item.onSelect();
                }}
              >
                {item.label}
              </button>
            ),
          )}
        </div>
      )}
    </div>
  );
}

/** Moves the focus as the keys of a menu do; false for keys that are none of them. */
function move(entries: readonly HTMLElement[], key: string): boolean {
  const at = entries.findIndex((entry) => entry.contains(document.activeElement));
  const places: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: -1,
  };
  const to = places[key];
  if (to === undefined) return false;
  entries.at(to % entries.length)?.focus();
  return true;
}
