import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSettings } from "./settings.ts";

const checkout = "/srv/sauro";

describe("readSettings", () => {
  it("has a default for everything", () => {
    expect(readSettings({ PATH: "/bin", HOME: "/root" }, checkout)).toEqual({
      ok: true,
      value: {
        port: 3000,
        host: "127.0.0.1",
        origin: null,
        mail: null,
        proxies: [],
        signIn: { secondFactor: "reachable", localAccounts: true, singleSignOn: null },
        dataFolder: "/srv/sauro/data.local",
        dataFolderChosen: false,
        webhookHosts: [],
        mailFolder: null,
        databaseUrl: null,
        databaseOwnerUrl: null,
        databaseJobsUrl: null,
        worksHere: true,
      },
    });
  });

  const taken: readonly [string, Record<string, string>, Record<string, unknown>][] = [
    ["a port", { SAURO_PORT: "8080" }, { port: 8080 }],
    ["port 0: the system chooses", { SAURO_PORT: "0" }, { port: 0 }],
    ["an empty value is as good as none", { SAURO_PORT: "" }, { port: 3000 }],
    ["all addresses", { SAURO_HOST: "0.0.0.0" }, { host: "0.0.0.0" }],
    ["a folder of mails", { SAURO_MAIL_FOLDER: "/srv/mail" }, { mailFolder: "/srv/mail" }],
    [
      "places of the own network that webhooks may call",
      { SAURO_WEBHOOK_HOSTS: "Zalo.noi-bo.vn, 10.1.2.3" },
      { webhookHosts: ["zalo.noi-bo.vn", "10.1.2.3"] },
    ],
    ["a data folder", { SAURO_DATA: "/srv/data" }, { dataFolder: "/srv/data", dataFolderChosen: true }],
    ["an origin", { SAURO_ORIGIN: "https://sauro.vn/" }, { origin: "https://sauro.vn" }],
    ["two proxies", { SAURO_PROXIES: "127.0.0.1, 2001:db8::1" }, { proxies: ["127.0.0.1", "2001:db8::1"] }],
    [
      "a second factor for all",
      { SAURO_SECOND_FACTOR: "everyone" },
      { signIn: { secondFactor: "everyone", localAccounts: true, singleSignOn: null } },
    ],
    [
      "single sign-on alone",
      {
        ...{ SAURO_SSO_ISSUER: "https://sso.vn", SAURO_SSO_CLIENT_ID: "sauro", SAURO_SSO_CLIENT_SECRET: "x" },
        SAURO_LOCAL_ACCOUNTS: "off",
      },
      {
        signIn: {
          ...{ secondFactor: "reachable", localAccounts: false },
          singleSignOn: {
            ...{ issuer: "https://sso.vn", clientId: "sauro", clientSecret: "x" },
            ...{ name: "sso.vn", idClaim: null },
          },
        },
      },
    ],
    [
      "a mail server that asks for a password",
      {
        ...{ SAURO_MAIL_SERVER: "smtp://thu.vd.gov.vn", SAURO_MAIL_FROM: "sauro@vd.gov.vn" },
        ...{ SAURO_MAIL_USER: "sauro", SAURO_MAIL_PASSWORD: "x" },
      },
      {
        mail: {
          ...{ host: "thu.vd.gov.vn", port: 587, tls: false, from: "sauro@vd.gov.vn" },
          login: { user: "sauro", password: "x" },
        },
      },
    ],
    [
      "a mail server with TLS from the first byte",
      { SAURO_MAIL_SERVER: "smtps://thu.vd.gov.vn:4650", SAURO_MAIL_FROM: "sauro@vd.gov.vn" },
      {
        mail: { host: "thu.vd.gov.vn", port: 4650, tls: true, from: "sauro@vd.gov.vn", login: null },
      },
    ],
    ["no mail", {}, { mail: null }],
    ["one URL", { DATABASE_URL: "postgresql://a@db/x" }, { databaseUrl: "postgresql://a@db/x" }],
    [
      "two URLs",
      { DATABASE_URL: "postgres://a@db/x", DATABASE_OWNER_URL: "postgres://o@db/x" },
      { databaseUrl: "postgres://a@db/x", databaseOwnerUrl: "postgres://o@db/x" },
    ],
  ];
  it.each(taken)("takes %s", (_, environment, expected) => {
    expect(readSettings(environment, checkout)).toMatchObject({ ok: true, value: expected });
  });

  const refused: readonly [string, Record<string, string>, string][] = [
    ["a misspelt name", { SAURO_PROT: "8080" }, "setting.unknown"],
    ["a name in the wrong place", { SAURO_DATABASE_URL: "postgres://a/x" }, "setting.unknown"],
    ["a port that is a word", { SAURO_PORT: "http" }, "setting.wrong-port"],
    ["a port out of range", { SAURO_PORT: "65536" }, "setting.wrong-port"],
    ["a negative port", { SAURO_PORT: "-1" }, "setting.wrong-port"],
    ["an origin without its scheme", { SAURO_ORIGIN: "sauro.vn" }, "setting.wrong-origin"],
    ["an origin with a path", { SAURO_ORIGIN: "https://vn.vn/sauro" }, "setting.wrong-origin"],
    ["a mail server without a sender", { SAURO_MAIL_SERVER: "smtp://thu.vn" }, "setting.mail-incomplete"],
    ["a sender without a mail server", { SAURO_MAIL_FROM: "a@thu.vn" }, "setting.mail-incomplete"],
    [
      "a mail user without a password",
      { SAURO_MAIL_SERVER: "smtp://thu.vn", SAURO_MAIL_FROM: "a@thu.vn", SAURO_MAIL_USER: "a" },
      "setting.mail-incomplete",
    ],
    [
      "a mail server with a password in its address",
      { SAURO_MAIL_SERVER: "smtp://a:matkhau@thu.vn", SAURO_MAIL_FROM: "a@thu.vn" },
      "setting.wrong-mail",
    ],
    [
      "a sender that is two",
      { SAURO_MAIL_SERVER: "smtp://thu.vn", SAURO_MAIL_FROM: "a@thu.vn, b@thu.vn" },
      "setting.wrong-mail",
    ],
    ["a proxy by name", { SAURO_PROXIES: "proxy.vn" }, "setting.wrong-proxy"],
    ["a rule that is none", { SAURO_SECOND_FACTOR: "none" }, "setting.wrong-choice"],
    ["no way in at all", { SAURO_LOCAL_ACCOUNTS: "off" }, "setting.sso-incomplete"],
    ["single sign-on without a secret", { SAURO_SSO_ISSUER: "https://sso.vn" }, "setting.sso-incomplete"],
    [
      "single sign-on over plain http",
      { SAURO_SSO_ISSUER: "http://sso.vn", SAURO_SSO_CLIENT_ID: "a", SAURO_SSO_CLIENT_SECRET: "b" },
      "setting.wrong-sso",
    ],
    ["another database", { DATABASE_URL: "mysql://a@db/x" }, "setting.wrong-url"],
    ["a URL that is none", { DATABASE_URL: "postgres://[" }, "setting.wrong-url"],
    ["an owner without a login", { DATABASE_OWNER_URL: "postgres://o@db/x" }, "setting.owner-url-alone"],
  ];
  it.each(refused)("refuses %s", (_, environment, code) => {
    expect(readSettings(environment, checkout)).toMatchObject({ ok: false, failure: { code } });
  });

  it("never puts a password into a failure", () => {
    const failed = readSettings({ DATABASE_URL: "mysql://u:geheim@db/x" }, checkout);
    expect(JSON.stringify(failed)).not.toContain("geheim");
  });

  it("reads back every port", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 65535 }), (port) => {
        expect(readSettings({ SAURO_PORT: String(port) }, checkout)).toMatchObject({ value: { port } });
      }),
    );
  });
});
