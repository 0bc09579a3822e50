/** Where the program answers; the routes and the web application use the same words. */
export const apiPaths = {
  read: "/api/read",
  state: "/api/state",
  session: "/api/session",
  setup: "/api/setup",
  setupCheck: "/api/setup/check",
  openApi: "/api/openapi.json",
  health: "/healthz",
} as const;

/** Places of the web application that a link may lead to. */
export const webPaths = {
  read: "/",
  state: "/state",
  signIn: "/sign-in",
  setup: "/setup",
} as const;

/** The address of a one-time link. The token stands behind "#", so that no server log and no referrer ever holds it. */
export function setupLink(origin: string, token: string): string {
  return `${origin}${webPaths.setup}#${token}`;
}
