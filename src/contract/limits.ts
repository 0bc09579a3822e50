/** How much one reading may bring. */
export const readLimits = { files: 20, fileBytes: 200 * 1024 * 1024, totalBytes: 400 * 1024 * 1024 } as const;

/** Shortest password that is taken: length protects, rules about kinds of characters do not (NIST SP 800-63B, 3.1.1). */
export const shortestPassword = 12;
export const longestPassword = 128;
