import { z } from "zod";

/** The form of backups that this program writes and reads. */
export const backupFormat = 1;

export const manifestEntry = "manifest.json";
/** Holds the SHA-256 of the manifest; written last, so that an unfinished backup lacks it. */
export const sealEntry = "manifest.sha256";
export const fileFolder = "files/";

const table = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()).min(1),
});

/** One stretch of a table, as COPY gives it in its text form. */
const part = z.object({
  entry: z.string(),
  schema: z.string(),
  name: z.string(),
  rows: z.number().int().nonnegative(),
  sha256: z.string().length(64),
});

const sequence = z.object({
  schema: z.string(),
  name: z.string(),
  value: z.string().regex(/^-?\d+$/),
  isCalled: z.boolean(),
});

/** What is in a backup and how to know that it is whole. */
export const manifestSchema = z.object({
  format: z.literal(backupFormat),
  program: z.string(),
  postgres: z.string(),
  /** Number of the last schema step. */
  schema: z.number().int().positive(),
  madeAt: z.string(),
  tables: z.array(table),
  parts: z.array(part),
  sequences: z.array(sequence),
  files: z.object({ count: z.number().int().nonnegative(), bytes: z.number().int().nonnegative() }),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestPart = z.infer<typeof part>;
