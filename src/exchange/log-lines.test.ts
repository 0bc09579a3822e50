import { describe, expect, it } from "vitest";
import type { SealedEntry } from "../domain/basics/log-chain.ts";
import { jsonLine, syslogLine } from "./log-lines.ts";

const entry: SealedEntry = {
  ...{ province: 52, id: "01990000-0000-7000-8000-000000000001", at: "2026-03-01T02:30:00.000000Z" },
  ...{ kind: "change", who: "mai", address: "10.0.0.7", what: "edit-task", subject: "task:1" },
  ...{ before: null, after: '{"content": "Sở Ngoại vụ"}' },
};

describe("an entry for a security monitor", () => {
  it("is one line of syslog: head, columns as structured data, before and after as a message in UTF-8", () => {
    expect(syslogLine(entry, "may-chu")).toBe(
      '<109>1 2026-03-01T02:30:00.000000Z may-chu sauro - change [sauro@32473 province="52" id="01990000-0000-7000-8000-000000000001" who="mai" what="edit-task" subject="task:1" address="10.0.0.7"] \uFEFF{"before":null,"after":{"content":"Sở Ngoại vụ"}}',
    );
  });

  it("warns of a refusal, leaves an unknown address out, and takes no host name that is none", () => {
    const line = syslogLine({ ...entry, kind: "refusal", address: null }, "máy chủ");
    expect(line).toMatch(/^<108>1 \S+ mych sauro - refusal \[/);
    expect(line).not.toContain("address=");
    expect(syslogLine(entry, "ạ")).toContain("Z - sauro");
  });

  it("cannot be broken out of by what a column holds", () => {
    const line = syslogLine({ ...entry, subject: 'a"] b\\\nc' }, "x");
    expect(line).toContain('subject="a\\"\\] b\\\\ c"');
    expect(line).not.toContain("\n");
  });

  it("is one line of JSON with its values, not with texts of them", () => {
    expect(JSON.parse(jsonLine(entry))).toMatchObject({ who: "mai", after: { content: "Sở Ngoại vụ" } });
    expect(jsonLine(entry)).not.toContain("\n");
  });
});
