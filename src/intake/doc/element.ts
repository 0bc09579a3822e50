import type { XmlElement } from "../docx/xml.ts";

/** An element of WordprocessingML as the .docx reader takes it. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly XmlElement[] = [],
): XmlElement {
  return { name, attributes, children, text: "" };
}

/** An element that holds one value: `<w:jc w:val="center"/>`. */
export function setting(name: string, value: string | number): XmlElement {
  return element(name, { "w:val": String(value) });
}

/** An element that holds text, white space kept. */
export function textElement(name: string, text: string): XmlElement {
  return { name, attributes: { "xml:space": "preserve" }, children: [], text };
}
