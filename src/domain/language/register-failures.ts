import type { Bilingual } from "./language.ts";

/** What the register refuses: who may work with it, and what changed under a person's hands. */
export const registerFailures = {
  "register.not-allowed": {
    status: 403,
    vi: "Bạn không được phép thực hiện việc này ({action}) với dữ liệu của tỉnh khác.",
    en: "You may not do this ({action}) with data of another province.",
  },
} as const satisfies Record<string, Bilingual & { readonly status: number }>;
