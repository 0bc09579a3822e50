import { fillBlanks, type Language } from "./language.ts";

const recognising = {
  vi: "đã nhận dạng {page}/{pages} trang ảnh quét",
  en: "{page} of {pages} scanned pages recognised",
} as const;

/** Says how far the reading of scanned pages has come. */
export function sayProgress(page: number, pages: number, language: Language): string {
  return fillBlanks(recognising[language], { page, pages }, language);
}
