import { expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";

it.each([
  ["no proxy named: the header of a stranger is not believed", "10.0.0.9", "1.2.3.4", [], "10.0.0.9"],
  ["a named proxy: whom it names", "127.0.0.1", "10.1.2.3", ["127.0.0.1"], "10.1.2.3"],
  ["IPv4 in IPv6 clothes is the same proxy", "::ffff:127.0.0.1", "10.1.2.3", ["127.0.0.1"], "10.1.2.3"],
  [
    "what the visitor wrote before the proxy added its own",
    "127.0.0.1",
    "6.6.6.6, 10.1.2.3",
    ["127.0.0.1"],
    "10.1.2.3",
  ],
  ["two proxies in a row", "10.0.0.2", "10.1.2.3, 10.0.0.1", ["10.0.0.1", "10.0.0.2"], "10.1.2.3"],
  ["a named proxy that says nothing", "127.0.0.1", undefined, ["127.0.0.1"], "127.0.0.1"],
  ["a header of rubbish", "127.0.0.1", "unknown", ["127.0.0.1"], "127.0.0.1"],
  ["with a port", "127.0.0.1", "10.1.2.3:5555", ["127.0.0.1"], "10.1.2.3"],
  ["IPv6 in brackets with a port", "::1", "[2001:DB8::7]:5555", ["::1"], "2001:db8::7"],
  ["no network", null, "10.1.2.3", ["127.0.0.1"], null],
])("%s", (_, connection, header, proxies, address) => {
  expect(clientAddress(connection, header, proxies)).toBe(address);
});
