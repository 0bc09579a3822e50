import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { SessionAnswer } from "../../contract/account.ts";
import { frameWords } from "../../domain/language/web-frame.ts";
import { searchWords } from "../../domain/language/web-search.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { useNumber, useWords } from "../language.tsx";
import { useGo } from "../navigation.tsx";
import { FoundLists } from "./FoundLists.tsx";
import styles from "./SearchPalette.module.css";
import { useFound } from "./use-found.ts";

/**
 * Looks for words in everything: a field whose arrow keys go through what was found (combobox of ARIA with a list). Enter
 * opens, with Ctrl in a new tab.
 */
export default function SearchPalette(props: {
  readonly session: SessionAnswer;
  readonly onClose: () => void;
}) {
  const words = useWords(searchWords);
  const title = useWords(frameWords).search;
  const say = useNumber();
  const go = useGo();
  const list = useId();
  const body = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const found = useFound(typed, props.session);
  const [active, setActive] = useState(0);
  // Enter that came before the answer opens its first line when it is there.
  const [waits, setWaits] = useState(false);
  const addresses = found.lists.flatMap(({ rows, lists }) => [...rows, ...lists].map(({ href }) => href));
  const at = Math.min(active, addresses.length - 1);
  const open = (address: string, inNewTab: boolean) => {
    if (inNewTab) return void window.open(address, "_blank", "noopener");
    props.onClose();
    go(address);
  };
  useEffect(() => {
    body.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });
  const [first] = addresses;
  useEffect(() => {
    if (!waits || !found.isSettled) return;
    setWaits(false);
    if (first !== undefined) {
      props.onClose();
      go(first);
    }
  }, [waits, found.isSettled, first, go, props.onClose]);
  const onKey = (event: KeyboardEvent) => {
    // An Enter that ends a syllable of an input method is none of ours.
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && addresses.length > 0)
      setActive((at + step + addresses.length) % addresses.length);
    else if (event.key !== "Enter") return;
    else if (!found.isSettled) setWaits(true);
    else if (addresses[at] !== undefined) open(addresses[at], event.ctrlKey || event.metaKey);
    event.preventDefault();
  };
  const isNone = found.isSettled && !found.isOpened && !found.failure && addresses.length === 0;
  const said = !found.isSettled
    ? words.searching
    : found.isOpened
      ? words.opened(addresses.length)
      : isNone
        ? words.none(typed.trim())
        : found.failure
          ? ""
          : words.found(say(found.count));
  return (
    <Dialog title={title} wide high onClose={props.onClose}>
      <input
        className={styles.field}
        type="text"
        role="combobox"
        aria-label={words.field}
        aria-expanded={addresses.length > 0}
        aria-controls={addresses.length > 0 ? list : undefined}
        aria-activedescendant={addresses.length > 0 ? `${list}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={words.example}
        data-autofocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
          setWaits(false);
        }}
        onKeyDown={onKey}
      />
      <p className={styles.said} role="status">
        {said}
      </p>
      {found.failure && <FailureNote failure={found.failure} onRetry={found.retry} />}
      {isNone && <p className={styles.hint}>{words.noneText}</p>}
      <div ref={body} className={styles.body}>
        <FoundLists
          id={list}
          lists={found.lists}
          marks={found.marks}
          active={at}
          onActive={setActive}
          onOpen={(address) => open(address, false)}
        />
      </div>
      <p className={styles.keys} aria-hidden="true">
        {words.keys}
      </p>
    </Dialog>
  );
}
