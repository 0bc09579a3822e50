import { isIP } from "node:net";

/**
 * Where a request comes from: the address of the connection; when that is a proxy which the administrator named, the last
 * address of `X-Forwarded-For` that is no such proxy. What a stranger writes into the header is never believed.
 * Null where there is no network (tests).
 */
export function clientAddress(
  connection: string | null,
  forwardedFor: string | undefined,
  proxies: readonly string[],
): string | null {
  if (connection === null) return null;
  const direct = plainAddress(connection);
  const known = new Set(proxies.map(plainAddress));
  if (!known.has(direct)) return direct;
  const chain = (forwardedFor ?? "").split(",").map((part) => plainAddress(part.trim()));
  for (const address of chain.toReversed()) {
    if (isIP(address) === 0) break;
    if (!known.has(address)) return address;
  }
  return direct;
}

/** An IPv4 address as such, also where it came in IPv6 clothes; without port and brackets. */
function plainAddress(address: string): string {
  const bare = /^\[(.*)\](:\d+)?$/.exec(address)?.[1] ?? address;
  const plain = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(bare)?.[1] ?? bare;
  return plain.replace(/^::ffff:(?=\d+\.)/i, "").toLowerCase();
}
