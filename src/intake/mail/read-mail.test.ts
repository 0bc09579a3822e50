import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mailOf } from "./mail.fixture.ts";
import { readMail } from "./read-mail.ts";

const read = async (text: string) => readMail(new TextEncoder().encode(text));

describe("a mail", () => {
  it("gives its sender, its subject and the files that it brings", async () => {
    const mail = await read(
      mailOf("Trần Thị Lan <Lan@SYT.gialai.gov.vn>", [{ name: "Báo cáo 212.txt", text: "Số: 212/BC-SYT" }]),
    );
    if (!mail.ok) throw new Error(mail.failure.code);
    expect(mail.value).toMatchObject({
      ...{ from: "lan@syt.gialai.gov.vn", subject: "Báo cáo của Sở Y tế" },
      messageId: "<1@syt.gialai.gov.vn>",
    });
    const [file] = mail.value.attachments;
    expect(file?.name).toBe("Báo cáo 212.txt");
    expect(file?.inline).toBe(false);
    expect(new TextDecoder().decode(file?.bytes)).toBe("Số: 212/BC-SYT");
  });

  it("keeps files apart that have no name", async () => {
    const mail = await read(
      mailOf("a@b.vn", [
        { name: null, text: "x" },
        { name: null, text: "y" },
      ]),
    );
    expect(mail.ok && mail.value.attachments.map(({ name }) => name)).toEqual(["tep-1", "tep-2"]);
  });

  it.each(["", "Nobody"])("of no sender is nobody's: %j", async (from) => {
    expect(await read(mailOf(from, []))).toMatchObject({ failure: { code: "mail.sender-missing" } });
  });

  it("that nests too deep is refused", async () => {
    const depth = 60;
    const open = Array.from(
      { length: depth },
      (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
    );
    expect(await read(`From: a@b.vn\r\n${open.join("")}`)).toMatchObject({
      failure: { code: "mail.unreadable" },
    });
  });

  it("of whatever bytes is read or refused, never more", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(typeof (await readMail(bytes)).ok).toBe("boolean");
      }),
    );
  });
});
