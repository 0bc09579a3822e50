import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startMailServer, type TestMailServer } from "../../tests/support/mail.ts";
import { type MailServer, openMail } from "./mail.ts";

const login = { user: "sauro", password: "một mật khẩu" };
let open: TestMailServer;
let guarded: TestMailServer;

beforeAll(async () => {
  [open, guarded] = await Promise.all([startMailServer(), startMailServer(login)]);
});
afterAll(async () => {
  await open.close();
  await guarded.close();
});
beforeEach(() => {
  open.letters.length = 0;
});

const to = "son@vd.gov.vn";
const letter = { to, subject: "Lời mời", text: "Kính gửi Lê Văn Sơn\n" };

function clientOf(server: Partial<MailServer>) {
  const from = "sauro@vd.gov.vn";
  return openMail({ ...{ host: "127.0.0.1", port: open.port, tls: false, login: null, from }, ...server });
}

describe("a letter", () => {
  it("arrives with its words in Vietnamese, and with what is attached", async () => {
    const bytes = Buffer.from("BEGIN:VCALENDAR");
    const attachments = [{ name: "lịch.ics", type: "text/calendar", bytes }];
    expect(await clientOf({}).send({ ...letter, attachments })).toEqual({ ok: true, value: null });
    expect(open.letters).toHaveLength(1);
    const { from, to: taken, source } = open.letters[0] ?? { from: "", to: [], source: "" };
    expect({ from, taken }).toEqual({ from: "sauro@vd.gov.vn", taken: [to] });
    expect(source).toContain("Subject: =?UTF-8?Q?L=E1=BB=9Di_m=E1=BB=9Di?=");
    expect(source).toContain("text/calendar");
    expect(source).toContain(bytes.toString("base64"));
  });

  it("goes to one address, whatever signs are in it", async () => {
    await clientOf({}).send({ ...letter, to: "a@vd.gov.vn, b@vd.gov.vn" });
    expect(open.letters.flatMap((one) => one.to)).not.toContain("b@vd.gov.vn");
  });

  it.each<readonly [string, Partial<MailServer>, string, string]>([
    ["to an address that is not there is refused for good", {}, "khongco@vd.gov.vn", "mail.refused"],
    ["to a full box may be sent again", {}, "day@vd.gov.vn", "mail.unsent"],
    ["to a server that is not there may be sent again", { port: 1 }, to, "mail.unsent"],
    ["to a machine whose name is unknown may be sent again", { host: "khong-co.invalid" }, to, "mail.unsent"],
    ["never goes to another machine without TLS", { host: "0.0.0.0" }, to, "mail.unsent"],
  ])("%s", async (_, server, address, code) => {
    expect(await clientOf(server).send({ ...letter, to: address })).toMatchObject({
      ok: false,
      failure: { code, detail: { to: address } },
    });
    expect(open.letters).toEqual([]);
  });

  it("says what the server said", async () => {
    const sent = await clientOf({}).send({ ...letter, to: "khongco@vd.gov.vn" });
    expect(sent).toMatchObject({ failure: { detail: { said: expect.stringContaining("no such person") } } });
  });

  it("is taken from who knows the password, and from nobody else", async () => {
    const { port } = guarded;
    expect(await clientOf({ port, login }).send(letter)).toMatchObject({ ok: true });
    const wrong = await clientOf({ port, login: { ...login, password: "sai" } }).send(letter);
    expect(wrong).toMatchObject({ ok: false, failure: { code: "mail.unsent" } });
    expect(JSON.stringify(wrong)).not.toContain('sai"');
    expect(guarded.letters).toHaveLength(1);
  });
});
