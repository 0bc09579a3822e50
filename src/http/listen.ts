import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";

/** An open port; `close` lets running requests end, for at most two seconds. */
export interface Listening {
  readonly hostname: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Opens a port for the application; port 0 takes a free one. Rejects when the port cannot be opened (`EADDRINUSE`,
 * `EACCES`): the caller names that failure.
 */
export function listen(
  app: Pick<OpenAPIHono, "fetch">,
  where: { readonly hostname: string; readonly port: number },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, hostname: where.hostname });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(where.port, where.hostname, () => {
      // A server that listens on a host and port has an address of this form.
      const { port } = server.address() as AddressInfo;
      resolve({ hostname: where.hostname, port, close: () => closeServer(server) });
    });
  });
}

function closeServer(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => {
      if ("closeAllConnections" in server) server.closeAllConnections();
    }, 2000);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
  });
}
