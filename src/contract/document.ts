import { z } from "@hono/zod-openapi";
import { failureAnswer } from "./failure.ts";
import { citation, documentHead, fileSignature, ledger } from "./read.ts";
import { place, sourceBlock } from "./source.ts";

/** A document as others point to it. */
export const documentLink = z
  .object({
    id: z.string(),
    number: z.string().nullable(),
    kindName: z.string().nullable(),
    issuer: z.string().nullable(),
    /** `YYYY-MM-DD`. */
    issuedOn: z.string().nullable(),
    subject: z.string().nullable(),
    fileName: z.string(),
  })
  .openapi("DocumentLink");

/**
 * What became of the findings of a document. `read` + `added` + `fromSplit` + `fromMerge` = `total` = `accepted` +
 * `general` + `dropped` + `split` + `merged` + `linked` + `open`.
 */
export const reviewBalance = z
  .object({
    read: z.number(),
    added: z.number(),
    fromSplit: z.number(),
    fromMerge: z.number(),
    total: z.number(),
    accepted: z.number(),
    general: z.number(),
    dropped: z.number(),
    split: z.number(),
    merged: z.number(),
    linked: z.number(),
    open: z.number(),
    /** Of the open ones: those with a doubt, and those with one of the six clears missing. */
    doubtful: z.number(),
    unclear: z.number(),
  })
  .openapi("ReviewBalance");

/**
 * One line for each document, or file that made none. `key` names the upload when it is sent again with `force`: the
 * SHA-256 of its main file.
 */
export const importLine = z
  .discriminatedUnion("outcome", [
    z.object({
      outcome: z.literal("imported"),
      files: z.array(z.string()).readonly(),
      key: z.string(),
      document: documentLink,
      /** Findings that await review. */
      findings: z.number(),
      /** What was read and not placed, over all steps of the reading. */
      rejected: z.number(),
      signatures: z.array(fileSignature).readonly(),
    }),
    z.object({
      outcome: z.literal("duplicate"),
      files: z.array(z.string()).readonly(),
      key: z.string(),
      /** sameFile: the same bytes; sameNumber: the same number, issuer and day. */
      why: z.enum(["sameFile", "sameNumber"]),
      of: documentLink,
      findings: z.number(),
    }),
    z.object({
      outcome: z.literal("waiting"),
      files: z.array(z.string()).readonly(),
      /** The scan, as it stands in the list of scans. */
      scan: z.string(),
    }),
    z.object({
      outcome: z.literal("refused"),
      files: z.array(z.string()).readonly(),
      error: failureAnswer.shape.error,
    }),
  ])
  .openapi("ImportLine");

export const importAnswer = z.object({ lines: z.array(importLine).readonly() }).openapi("ImportAnswer");

/** Query of an import. */
export const importQuery = z.object({
  declaredOpen: z
    .enum(["true", "false"])
    .optional()
    .openapi({ description: "The sender declares that the files hold no state secrets; it is logged" }),
  together: z.enum(["true", "false"]).optional().openapi({ description: "All files are one document" }),
  force: z
    .string()
    .max(20 * 65)
    .optional()
    .openapi({ description: "Keys of duplicates to take in all the same, separated by commas" }),
});

export const documentSorts = ["-issued", "issued", "-imported", "imported", "number"] as const;

/** Query of the list. `q` needs no accents; `state`: toReview, as long as a finding is open, else reviewed. */
export const documentsQuery = z.object({
  q: z.string().max(200).optional(),
  kind: z.string().max(20).optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  state: z.enum(["toReview", "reviewed"]).optional(),
  record: z.uuid().optional().openapi({
    description: "Documents to which a record of cooperation, or a record that links to it, leads",
  }),
  sort: z.enum(documentSorts).optional(),
  after: z.string().max(400).optional().openapi({ description: "`next` of the page before" }),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

export const documentLine = documentLink
  .extend({
    kind: z.string().nullable(),
    importedAt: z.string().openapi({ description: "ISO instant" }),
    /** Null as long as a finding is open. */
    reviewedAt: z.string().nullable(),
    findings: z.number(),
    open: z.number(),
    tasks: z.number(),
    duplicateOf: z.string().nullable(),
  })
  .openapi("DocumentLine");

export const documentsAnswer = z
  .object({
    documents: z.array(documentLine).readonly(),
    /** All that the filters let through. */
    total: z.number(),
    next: z.string().nullable(),
    /** Kinds and years there are, whatever the filters, with their counts. */
    kinds: z
      .array(z.object({ kind: z.string(), kindName: z.string().nullable(), count: z.number() }))
      .readonly(),
    years: z.array(z.object({ year: z.number(), count: z.number() })).readonly(),
    /** Documents with open findings, whatever the filters. */
    toReview: z.number(),
  })
  .openapi("DocumentsAnswer");

/** A citation and the registered document with that number, when there is one (the newest of several). */
const citationOut = citation
  .omit({ line: true, candidates: true })
  .extend({ document: documentLink.nullable() })
  .openapi("CitationOut");

const citationIn = z
  .object({ document: documentLink, relation: citation.shape.relation, asWritten: z.string(), place })
  .openapi("CitationIn");

const documentTask = z
  .object({
    id: z.string(),
    ref: z.string(),
    content: z.string(),
    leads: z.array(z.string()).readonly(),
    timeWords: z.string().nullable(),
    general: z.boolean(),
    unclear: z.number(),
  })
  .openapi("DocumentTask");

export const documentAnswer = z
  .object({
    id: z.string(),
    head: documentHead,
    fileName: z.string(),
    sha256: z.string(),
    files: z
      .array(
        z.object({
          position: z.number(),
          name: z.string(),
          format: z.string(),
          sha256: z.string(),
          /** Bytes. */
          size: z.number(),
        }),
      )
      .readonly(),
    importedAt: z.string(),
    importedBy: z.string().openapi({ description: "The person's name" }),
    reviewedAt: z.string().nullable(),
    duplicateOf: documentLink.nullable(),
    balance: reviewBalance,
    ledger,
    signatures: z.array(fileSignature).readonly(),
    notices: z.array(z.object({ code: z.string(), count: z.number(), place: place.nullable() })).readonly(),
    cites: z.array(citationOut).readonly(),
    citedBy: z.array(citationIn).readonly(),
    tasks: z.array(documentTask).readonly(),
  })
  .openapi("DocumentAnswer");

export const sourceAnswer = z.object({ source: z.array(sourceBlock).readonly() }).openapi("SourceAnswer");

export const recordId = z.object({ id: z.uuid() });
export const filePosition = recordId.extend({ position: z.coerce.number().int().min(0).max(1000) });

/** The provinces and cities there are, by name. */
export const provincesAnswer = z
  .object({
    provinces: z.array(z.object({ id: z.number(), name: z.string(), nameEn: z.string() })).readonly(),
  })
  .openapi("Provinces");

/** The province that a person without one chooses; once. */
export const provinceChoice = z
  .object({ province: z.number().int().min(1).max(99) })
  .openapi("ProvinceChoice");

export type DocumentLink = z.infer<typeof documentLink>;
export type ReviewBalanceAnswer = z.infer<typeof reviewBalance>;
export type ImportLine = z.infer<typeof importLine>;
export type ImportAnswer = z.infer<typeof importAnswer>;
export type DocumentsQuery = z.infer<typeof documentsQuery>;
export type DocumentSort = (typeof documentSorts)[number];
export type DocumentLine = z.infer<typeof documentLine>;
export type DocumentsAnswer = z.infer<typeof documentsAnswer>;
export type DocumentAnswer = z.infer<typeof documentAnswer>;
export type SourceAnswer = z.infer<typeof sourceAnswer>;
export type ProvincesAnswer = z.infer<typeof provincesAnswer>;
