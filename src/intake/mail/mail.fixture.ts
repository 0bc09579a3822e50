/** A mail with files, as a mail program saves it. */
export function mailOf(
  from: string,
  files: readonly { readonly name: string | null; readonly text: string; readonly inline?: boolean }[],
): string {
  const base64 = (text: string) => Buffer.from(text).toString("base64").replace(/.{76}/g, "$&\r\n");
  const word = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString("base64")}?=`;
  const named = (name: string | null) => (name === null ? "" : `; filename="${word(name)}"`);
  const parts = files.map(
    ({ name, text, inline = false }) => `--part\r
Content-Type: application/octet-stream\r
Content-Disposition: ${inline ? "inline" : "attachment"}${named(name)}\r
${inline ? "Content-ID: <logo>\r\n" : ""}Content-Transfer-Encoding: base64\r
\r
${base64(text)}\r
`,
  );
  const address = from.replace(/^[^<]+(?= <)/, (name) => word(name));
  return `From: ${address}\r
To: sngv@gialai.gov.vn\r
Subject: ${word("Báo cáo của Sở Y tế")}\r
Message-ID: <1@syt.gialai.gov.vn>\r
Date: Wed, 18 Mar 2026 09:00:00 +0700\r
MIME-Version: 1.0\r
Content-Type: multipart/${files.some(({ inline }) => inline) ? "related" : "mixed"}; boundary="part"\r
\r
--part\r
Content-Type: text/plain; charset=utf-8\r
\r
Kính gửi.\r
${parts.join("")}--part--\r
`;
}
