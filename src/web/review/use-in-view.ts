import { type RefObject, useEffect, useRef } from "react";

/** Brings what was just opened into view, as far as there is room. */
export function useInView<Part extends Element>(): RefObject<Part | null> {
  const part = useRef<Part>(null);
  useEffect(() => {
    part.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return part;
}
