/** Asks for a change of what words and names mean; its place shows the balance of what was looked up. Gives whether it was done. */
export type Settle = (method: "POST" | "PUT", path: string, body: unknown) => Promise<boolean>;
