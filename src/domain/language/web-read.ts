import { readWordsEn } from "./web-read-en.ts";
import { readWordsVi } from "./web-read-vi.ts";

/** Words of the page that reads documents and shows what was read. */
export const readWords = { vi: readWordsVi, en: readWordsEn };
