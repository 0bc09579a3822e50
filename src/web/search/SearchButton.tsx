import { lazy, Suspense, useEffect, useState } from "react";
import type { SessionAnswer } from "../../contract/account.ts";
import { frameWords } from "../../domain/language/web-frame.ts";
import { Icon } from "../components/Icon.tsx";
import { useWords } from "../language.tsx";
import { usePath } from "../navigation.tsx";
import { noteOpened, thingAt } from "./opened.ts";
import styles from "./SearchButton.module.css";

const SearchPalette = lazy(() => import("./SearchPalette.tsx"));

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the search over everything, as Ctrl+K does (⌘K on a Mac); notes what is opened, for the next search. */
export function SearchButton({ session }: { session: SessionAnswer }) {
  const words = useWords(frameWords);
  const path = usePath();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const thing = thingAt(path);
    if (thing !== null) noteOpened(session, thing);
  }, [path, session]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const asked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!asked || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      // A window that is open already keeps the keys, this one too.
      if (!document.querySelector("dialog[open]")) setIsOpen(true);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        <Icon name="search" />
        <span className={styles.label}>{words.search}</span>
        <span className={styles.key} aria-hidden="true">
          {isApple ? "⌘ K" : "Ctrl K"}
        </span>
      </button>
      {isOpen && (
        <Suspense>
          <SearchPalette session={session} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
