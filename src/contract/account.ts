import { z } from "@hono/zod-openapi";
import { actions } from "../domain/organisation/rights.ts";
import { failureAnswer } from "./failure.ts";
import { longestPassword, shortestPassword } from "./limits.ts";

export const credentials = z
  .object({ email: z.string().min(1).max(254), password: z.string().min(1).max(longestPassword) })
  .openapi("Credentials");

export const setupToken = z.object({ token: z.string().min(1).max(200) }).openapi("SetupToken");

export const setupRequest = z
  .object({
    token: z.string().min(1).max(200),
    name: z.string().trim().min(1).max(120),
    email: z.email().max(254),
    password: z.string().min(shortestPassword).max(longestPassword),
    /** The province that the first administrator works for; without it the register stays closed until he chooses. */
    province: z.number().int().min(1).max(99).optional(),
  })
  .openapi("SetupRequest");

/** A link that opens, with the provinces to choose from. */
export const setupCheckAnswer = z
  .object({
    done: z.literal(true),
    provinces: z.array(z.object({ id: z.number(), name: z.string(), nameEn: z.string() })).readonly(),
  })
  .openapi("SetupCheck");

/** Who is signed in, and which door the visitor stands at. */
export const sessionAnswer = z
  .object({
    /** "open": no administrator yet, this machine may read; "closed": no administrator yet, another machine; "signIn"; "code": the password was right, a code is asked for; "secondFactor": signed in, a second factor has to be enrolled first; "signedIn". */
    gate: z.enum(["open", "closed", "signIn", "code", "secondFactor", "signedIn"]),
    user: z.object({ name: z.string(), email: z.string() }).nullable(),
    /** The province that the person works for; null: the register is closed until one is chosen. */
    province: z.object({ id: z.number(), name: z.string(), nameEn: z.string() }).nullable(),
    /** What the person may do in the province, somewhere or everywhere: for what a screen offers. Each request is asked anew. */
    may: z.array(z.enum(actions)),
  })
  .openapi("Session");

export type Credentials = z.infer<typeof credentials>;
export type SetupRequest = z.infer<typeof setupRequest>;
export type SetupCheckAnswer = z.infer<typeof setupCheckAnswer>;
export type SessionAnswer = z.infer<typeof sessionAnswer>;

/** The ways in that the administrator left open; `singleSignOn` is the word on its button. */
export const sessionWays = z
  .object({ passwords: z.boolean(), singleSignOn: z.string().nullable() })
  .openapi("SignInWays");

/** A code of the app, or one that was written down. */
export const sessionCode = z
  .object({ code: z.string().min(4).max(40), kind: z.enum(["app", "written"]) })
  .openapi("SecondFactorCode");

/** What the browser's own functions answered (WebAuthn level 3, toJSON). */
export const passkeyResponse = z
  .object({ id: z.string().max(2000), rawId: z.string().max(2000), type: z.literal("public-key") })
  .loose()
  .openapi("PasskeyResponse");
export const passkeySignIn = z.object({ response: passkeyResponse }).openapi("PasskeySignIn");
export const passkeyNew = z
  .object({ name: z.string().trim().min(1).max(80), response: passkeyResponse })
  .openapi("PasskeyNew");
/** What the browser's own functions are to be given. */
export const passkeyOptions = z
  .object({ options: z.record(z.string(), z.unknown()) })
  .openapi("PasskeyOptions");

export const passwordProof = z
  .object({ password: z.string().min(1).max(longestPassword) })
  .openapi("PasswordProof");
export const nameChange = z.object({ name: z.string().trim().min(1).max(120) }).openapi("NameChange");
export const passwordChange = z
  .object({
    old: z.string().min(1).max(longestPassword),
    password: z.string().min(shortestPassword).max(longestPassword),
  })
  .openapi("PasswordChange");

const instant = z.iso.datetime();

/** The own account: how one signs in, and where one is signed in. */
export const accountAnswer = z
  .object({
    name: z.string(),
    email: z.string(),
    hasPassword: z.boolean(),
    app: z.boolean(),
    passkeys: z
      .array(z.object({ id: z.string(), name: z.string(), createdAt: instant, usedAt: instant.nullable() }))
      .readonly(),
    sessions: z
      .array(
        z.object({
          id: z.string(),
          openedAt: instant,
          seenAt: instant,
          address: z.string().nullable(),
          agent: z.string().nullable(),
          way: z.enum(["password", "passkey", "singleSignOn", "link"]),
          /** The session that asks. */
          here: z.boolean(),
        }),
      )
      .readonly(),
  })
  .openapi("OwnAccount");

export const appBegun = z.object({ uri: z.string(), secret: z.string() }).openapi("AppBegun");
export const appCode = z.object({ code: z.string().min(6).max(10) }).openapi("AppCode");
/** Codes to be written down; shown once. */
export const writtenCodes = z.object({ codes: z.array(z.string()).readonly() }).openapi("WrittenCodes");
export const sessionsEnded = z.object({ ended: z.number().int() }).openapi("SessionsEnded");

const postRole = z.enum([
  "administrator",
  "focalOfficer",
  "governmentOffice",
  "unitHead",
  "unitOfficer",
  "leader",
  "auditor",
]);
const invitedPost = z.object({
  role: postRole,
  unit: z.uuid().nullable(),
  title: z.string().trim().min(1).max(120).nullable(),
});

export const invitationRequest = z
  .object({
    name: z.string().trim().min(1).max(120),
    email: z.email().max(254),
    officialId: z.string().trim().min(1).max(60).nullable(),
    days: z.number().int().min(1).max(60),
    posts: z.array(invitedPost).min(1).max(5),
    /** The language of the letter that is sent to the address; null: none, the code is printed. */
    mail: z.enum(["vi", "en"]).nullable(),
  })
  .openapi("InvitationRequest");

/** A code for one use, shown once. */
export const issuedCode = z.object({ code: z.string(), expiresAt: instant }).openapi("IssuedCode");

/** An invitation just made; when a letter was asked for, whether it went out, and why not. */
export const madeInvitation = issuedCode
  .extend({ mailed: z.boolean(), unsent: failureAnswer.shape.error.nullable() })
  .openapi("MadeInvitation");

export const invitationsAnswer = z
  .object({
    /** Whether invitations can be sent by e-mail. */
    mail: z.boolean(),
    invitations: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          email: z.string(),
          posts: z.array(invitedPost.extend({ unitName: z.string().nullable() })).readonly(),
          issuedAt: instant,
          issuedBy: z.string(),
          expiresAt: instant,
        }),
      )
      .readonly(),
  })
  .openapi("Invitations");

const code = z.string().trim().min(1).max(60);
export const codeCheck = z.object({ code }).openapi("CodeCheck");
export const invitationCheckAnswer = z
  .object({ name: z.string(), email: z.string(), province: z.string(), hasAccount: z.boolean() })
  .openapi("InvitationCheck");
export const invitationAcceptance = z
  .object({
    code,
    name: z.string().trim().min(1).max(120).nullable(),
    password: z.string().min(shortestPassword).max(longestPassword).nullable(),
  })
  .openapi("InvitationAcceptance");
export const recoveryRequest = z.object({ person: z.string().min(1).max(60) }).openapi("RecoveryRequest");
export const recoveryCheckAnswer = z
  .object({ kind: z.enum(["recovery", "entry"]), name: z.string(), email: z.string() })
  .openapi("RecoveryCheck");
export const recoveryUse = z
  .object({
    code,
    password: z.string().min(shortestPassword).max(longestPassword),
    /** Also takes the app and the passkeys away. */
    dropFactors: z.boolean(),
  })
  .openapi("RecoveryUse");

export type SessionWays = z.infer<typeof sessionWays>;
export type PasskeyOptions = z.infer<typeof passkeyOptions>;
export type AccountAnswer = z.infer<typeof accountAnswer>;
export type AppBegun = z.infer<typeof appBegun>;
export type WrittenCodes = z.infer<typeof writtenCodes>;
export type SessionsEnded = z.infer<typeof sessionsEnded>;
export type InvitationRequest = z.infer<typeof invitationRequest>;
export type IssuedCode = z.infer<typeof issuedCode>;
export type MadeInvitation = z.infer<typeof madeInvitation>;
export type InvitationsAnswer = z.infer<typeof invitationsAnswer>;
export type InvitationCheckAnswer = z.infer<typeof invitationCheckAnswer>;
export type RecoveryCheckAnswer = z.infer<typeof recoveryCheckAnswer>;
