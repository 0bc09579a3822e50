import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** A real OpenID provider on this machine, with people of its own. */
export interface OidcServer {
  readonly issuer: string;
  readonly people: Map<string, Readonly<Record<string, unknown>>>;
  /** Goes where a browser would from the address that begins a sign-in, as a person; gives where it comes back to. */
  readonly goAs: (address: string, person: string) => Promise<URL>;
  readonly close: () => Promise<void>;
}

export const oidcClient = { clientId: "sauro", clientSecret: "a secret between the two of them" };

/** Starts a provider for one client that is sent back to `callback`. */
export async function startOidcServer(callback: string): Promise<OidcServer> {
  const people: OidcServer["people"] = new Map();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: oidcClient.clientId, client_secret: oidcClient.clientSecret },
        ...{ redirect_uris: [callback], grant_types: ["authorization_code"], response_types: ["code"] },
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "official_id"] },
    conformIdTokenClaims: false,
    cookies: { keys: ["a key of the tests"] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
  });
  server.on("request", provider.callback());
  return {
    ...{ issuer, people },
    goAs: (address, person) => goAs(address, person, callback),
    close: () => closed(server),
  };
}

/** Follows redirections with cookies and answers the provider's two questions: who, and whether he allows it. */
async function goAs(start: string, person: string, callback: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new URL(start);
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 20; step += 1) {
    const answer: Response = await fetch(next, {
      ...(form === null ? {} : { method: "POST", body: form }),
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    form = null;
    const location = answer.headers.get("location");
    if (location !== null) {
      next = new URL(location, next);
      if (next.href.startsWith(callback)) return next;
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(`the provider said: ${page}`);
    next = new URL(action, next);
    form = new URLSearchParams({ prompt, ...(prompt === "login" ? { login: person, password: "x" } : {}) });
  }
  throw new Error("the provider went round in circles");
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
}
