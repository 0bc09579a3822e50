import { unitWordsEn } from "./web-units-en.ts";
import { unitWordsVi } from "./web-units-vi.ts";

/** Words of the places of units, changes of the tree and collectives. */
export const unitWords = { vi: unitWordsVi, en: unitWordsEn };
