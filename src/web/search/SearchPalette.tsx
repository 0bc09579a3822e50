import { useEffect, useId, useRef, useState } from "react";
import type { SessionAnswer } from "../../contract/account.ts";
import { frameWords } from "../../domain/language/web-frame.ts";
import { searchWords } from "../../domain/language/web-search.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { useNumber, useWords } from "../language.tsx";
import { useGo } from "../navigation.tsx";
import { FoundLists } from "./FoundLists.tsx";
import styles from "./SearchPalette.module.css";
import { useChoice } from "./use-choice.ts";
import { useFound } from "./use-found.ts";

/** Looks for words in everything: a field whose arrow keys go through what was found (combobox of ARIA with a list). */
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
  const open = (address: string, inNewTab: boolean) => {
    if (inNewTab) return void window.open(address, "_blank", "noopener");
    props.onClose();
    go(address);
  };
  const { addresses, at, choose, reset, onKey } = useChoice(found, open);
  useEffect(() => {
    body.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });
  const isThere = addresses.length > 0;
  const isNone = found.isSettled && !found.isOpened && !found.failure && !isThere;
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
        aria-expanded={isThere}
        aria-controls={isThere ? list : undefined}
        aria-activedescendant={isThere ? `${list}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={words.example}
        data-autofocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          reset();
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
          onActive={choose}
          onOpen={(address) => open(address, false)}
        />
      </div>
      <p className={styles.keys} aria-hidden="true">
        {words.keys}
      </p>
    </Dialog>
  );
}
