import { z } from "zod";
import { textLanguages } from "../domain/cooperation/agreement/parallel-text.ts";

/** As long as any paper that is signed: a hundred closely written pages. */
const longestText = 400_000;

/** A text of an agreement in a language: of a document of the register, or typed. */
export const agreementTextRequest = z
  .object({
    isAuthentic: z.boolean(),
    document: z.uuid().nullable(),
    content: z.string().trim().min(1).max(longestText).nullable(),
  })
  .refine(({ document, content }) => (document === null) !== (content === null), "a document, or words");
export type AgreementTextRequest = z.infer<typeof agreementTextRequest>;

/** The texts of an agreement by language. */
export const agreementTextsAnswer = z.object({
  title: z.string(),
  mayEdit: z.boolean(),
  texts: z.array(
    z.object({
      language: z.enum(textLanguages),
      isAuthentic: z.boolean(),
      document: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
      /** Null: the document is not in sight. */
      paragraphs: z.array(z.string()).nullable(),
    }),
  ),
  /** What is linked to the agreement and may be one of its texts. */
  documents: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type AgreementTextsAnswer = z.infer<typeof agreementTextsAnswer>;
export type AgreementTextAnswer = AgreementTextsAnswer["texts"][number];
