import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** A real mail server on this machine, with the letters that it took. */
export interface TestMailServer {
  readonly port: number;
  readonly letters: { readonly from: string; readonly to: readonly string[]; readonly source: string }[];
  readonly close: () => Promise<void>;
}

const answers: Readonly<Record<string, { readonly code: number; readonly said: string }>> = {
  "khongco@vd.gov.vn": { code: 550, said: "no such person here" },
  "day@vd.gov.vn": { code: 452, said: "the box is full" },
};

/** How long (ms) the slow one is silent after it took a letter for the first time. */
const slowness = 3_000;

/**
 * Starts a server that takes letters to everybody but "khongco@vd.gov.vn", who is unknown, and "day@vd.gov.vn", whose box is
 * full. Its first letter to "cham@vd.gov.vn" it takes and says so late. With a `login` it takes them from who gives it.
 */
export async function startMailServer(login?: {
  readonly user: string;
  readonly password: string;
}): Promise<TestMailServer> {
  const letters: TestMailServer["letters"] = [];
  const server = new SMTPServer({
    ...{ disabledCommands: login ? ["STARTTLS"] : ["STARTTLS", "AUTH"], logger: false },
    ...{ authOptional: login === undefined, allowInsecureAuth: true },
    onAuth: ({ username, password }, _session, done) =>
      username === login?.user && password === login?.password
        ? done(null, { user: username })
        : done(new Error("wrong login")),
    onRcptTo: ({ address }, _session, done) => {
      const refusal = answers[address];
      done(refusal ? Object.assign(new Error(refusal.said), { responseCode: refusal.code }) : null);
    },
    onData: (stream, { envelope }, done) => {
      void text(stream).then((source) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const to = envelope.rcptTo.map(({ address }) => address);
        const isSlow =
          to.includes("cham@vd.gov.vn") && !letters.some((one) => one.to.includes("cham@vd.gov.vn"));
        letters.push({ from, to, source });
        if (isSlow) setTimeout(done, slowness).unref();
        else done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this form.
  const { port } = server.server.address() as AddressInfo;
  return { port, letters, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
