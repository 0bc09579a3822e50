/** A list being read: how its items are labelled and the number the next one gets. */
export interface OpenList {
  readonly style: "bullet" | "none" | "1" | "a" | "A" | "i" | "I";
  next: number;
}

type Attributes = Readonly<Record<string, string>>;

const cssStyles: Readonly<Record<string, OpenList["style"]>> = {
  decimal: "1",
  "lower-alpha": "a",
  "lower-latin": "a",
  "upper-alpha": "A",
  "upper-latin": "A",
  "lower-roman": "i",
  "upper-roman": "I",
  disc: "bullet",
  circle: "bullet",
  square: "bullet",
  none: "none",
};

/** A list as its opening tag describes it (HTML Living Standard, "ol" and "ul"). */
export function openList(tag: string, attributes: Attributes): OpenList {
  const css = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attributes.style ?? "")?.[1]?.toLowerCase();
  const type = /^[1aAiI]$/.exec(attributes.type ?? "")?.[0] as OpenList["style"] | undefined; // the five letters matched
  const start = Number.parseInt(attributes.start ?? "1", 10);
  return {
    style: cssStyles[css ?? ""] ?? (tag === "ol" ? (type ?? "1") : "bullet"),
    next: Number.isNaN(start) ? 1 : start,
  };
}

/** The label a reader sees before the next item, and the count goes on; null for lists without one. */
export function takeLabel(list: OpenList, attributes: Attributes): string | null {
  const value = Number.parseInt(attributes.value ?? "", 10);
  if (!Number.isNaN(value)) list.next = value;
  const number = list.next++;
  switch (list.style) {
    case "none":
      return null;
    case "bullet":
      return "•";
    case "a":
    case "A":
      return `${inCase(letters(number), list.style === "A")}.`;
    case "i":
    case "I":
      return `${inCase(roman(number), list.style === "I")}.`;
    case "1":
      return `${number}.`;
  }
}

function inCase(text: string, upper: boolean): string {
  return upper ? text.toUpperCase() : text;
}

/** 1 → a, 26 → z, 27 → aa; a number below 1 has no letter. */
function letters(number: number): string {
  if (number < 1) return String(number);
  let text = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

const romanDigits: readonly [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let text = "";
  for (const [value, digits] of romanDigits) for (; rest >= value; rest -= value) text += digits;
  return text;
}
