import type { SealedEntry } from "../domain/basics/log-chain.ts";

/** Facility 13, "log audit" (RFC 5424, 6.2.1). */
const facility = 13;
const warning = 4;
const notice = 5;

/**
 * One entry as a line of syslog (RFC 5424): refusals are warnings, all else is a notice. The entry's own columns stand in
 * the structured data under an id of the documentation's private enterprise number; what was before and after is the
 * message, as JSON. `host` is the name of the machine.
 */
export function syslogLine(entry: SealedEntry, host: string): string {
  const priority = facility * 8 + (entry.kind === "refusal" ? warning : notice);
  const { province, id, at, kind, who, address, what, subject, before, after } = entry;
  const parameters = Object.entries({
    province: String(province),
    id,
    who,
    what,
    subject,
    ...(address && { address }),
  })
    .map(([name, value]) => `${name}="${value.replace(/["\\\]]/g, "\\$&").replace(controls, " ")}"`)
    .join(" ");
  // A byte order mark says that the message is UTF-8 (6.4).
  const message = `\uFEFF${JSON.stringify({ before: parsed(before), after: parsed(after) })}`;
  return `<${priority}>1 ${at} ${hostName(host)} sauro - ${kind} [sauro@32473 ${parameters}] ${message}`;
}

/** One entry as a line of JSON. */
export function jsonLine({ before, after, ...entry }: SealedEntry): string {
  return JSON.stringify({ ...entry, before: parsed(before), after: parsed(after) });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u001f\u007f]/g;

/** HOSTNAME: 1 to 255 printable ASCII signs, "-" where there is none. */
function hostName(host: string): string {
  const plain = host.replace(/[^\x21-\x7e]/g, "").slice(0, 255);
  return plain === "" ? "-" : plain;
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
