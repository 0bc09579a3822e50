import { TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";

const pause = 250;

/** Words to look for; what was typed is asked for after a short pause, or at once by Enter. */
export function SearchBox(props: {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (words: string) => void;
}) {
  const [typed, setTyped] = useState(props.value);
  const { value, onSearch } = props;
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  // An address that changed by other means (Back, a saved view) shows its own words.
  const asked = useRef(value);
  useEffect(() => {
    if (value !== asked.current) setTyped(value);
    asked.current = value;
  }, [value]);
  useEffect(() => {
    if (typed === asked.current) return;
    const wait = setTimeout(() => {
      asked.current = typed;
      latest.current(typed);
    }, pause);
    return () => clearTimeout(wait);
  }, [typed]);
  return (
    <TextInput
      size="xs"
      type="search"
      w={260}
      maw="100%"
      aria-label={props.label}
      placeholder={props.label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        asked.current = typed;
        onSearch(typed);
      }}
    />
  );
}
