/** Letters that the program sends by mail. */
interface Invitation {
  readonly name: string;
  readonly inviter: string;
  readonly province: string;
  readonly link: string;
  readonly code: string;
  readonly until: string;
}

/** What a letter of urging tells. */
interface Urging {
  readonly name: string;
  /** The longest overdue first. */
  readonly duties: readonly {
    readonly content: string;
    readonly document: string | null;
    readonly unit: string;
    /** As people write it. */
    readonly lastDay: string;
    /** Negative: so many days are left. */
    readonly daysLate: number;
    readonly link: string;
  }[];
}

const vi = {
  invitation: {
    subject: (province: string) => `Lời mời dùng hệ thống Sáu Rõ của ${province}`,
    text: ({ name, inviter, province, link, code, until }: Invitation) => `Kính gửi ${name},

${inviter} mời bạn vào hệ thống theo dõi nhiệm vụ Sáu Rõ của ${province}.

Mở liên kết dưới đây và tự đặt mật khẩu. Liên kết dùng được một lần, đến ${until}.

${link}

Nếu liên kết không mở được, vào trang đăng nhập của hệ thống, chọn nhập mã và gõ: ${code}

Ai có thư này đều mở được lời mời, đề nghị không chuyển cho người khác. Nếu bạn không chờ lời mời này, đề nghị báo lại người mời và bỏ qua thư.
`,
  },
  trial: {
    subject: "Sáu Rõ: thư thử",
    text: (name: string, link: string) => `Kính gửi ${name},

Đây là thư thử từ hệ thống Sáu Rõ. Nhận được thư này tức là thư nhắc việc cũng đến được địa chỉ này.

${link}
`,
  },
  urging: {
    subject: (late: number, all: number) =>
      late === 0
        ? `Sáu Rõ: ${all} phần việc sắp đến hạn`
        : `Sáu Rõ: ${late} trên ${all} phần việc đã quá hạn`,
    text: ({ name, duties }: Urging) => `Kính gửi ${name},

Các phần việc sau của đơn vị đang chờ báo cáo:

${duties
  .map(
    ({ content, document, unit, lastDay, daysLate, link }, n) => `${n + 1}. ${content}
   ${unit}${document === null ? "" : `, theo ${document}`}
   Hạn: ${lastDay} (${daysLate > 0 ? `quá ${daysLate} ngày` : daysLate === 0 ? "hôm nay" : `còn ${-daysLate} ngày`})
   ${link}`,
  )
  .join("\n\n")}

Việc đã báo cáo sẽ không được nhắc lại. Thư này do hệ thống tự gửi, mỗi ngày nhiều nhất một thư.
`,
  },
};

const en: typeof vi = {
  invitation: {
    subject: (province) => `Invitation to Sáu Rõ of ${province}`,
    text: ({ name, inviter, province, link, code, until }) => `Dear ${name},

${inviter} invites you to Sáu Rõ, where ${province} follows its tasks.

Open the link below and choose a password. It opens once, until ${until}.

${link}

If the link does not open, go to the sign-in page, choose to enter a code and type: ${code}

Whoever has this letter can accept the invitation: please pass it on to nobody. If you do not expect it, please tell the person who invited you and leave it alone.
`,
  },
  trial: {
    subject: "Sáu Rõ: a trial letter",
    text: (name, link) => `Dear ${name},

This is a trial letter from Sáu Rõ. If you read it, letters that remind of duties reach this address too.

${link}
`,
  },
  urging: {
    subject: (late, all) =>
      late === 0 ? `Sáu Rõ: ${all} duties fall due soon` : `Sáu Rõ: ${late} of ${all} duties are overdue`,
    text: ({ name, duties }) => `Dear ${name},

These duties of the unit wait for a report:

${duties
  .map(
    ({ content, document, unit, lastDay, daysLate, link }, n) => `${n + 1}. ${content}
   ${unit}${document === null ? "" : `, by ${document}`}
   Due: ${lastDay} (${daysLate > 0 ? `${daysLate} days late` : daysLate === 0 ? "today" : `${-daysLate} days left`})
   ${link}`,
  )
  .join("\n\n")}

What was reported is not urged again. The program sends this letter by itself, one a day at most.
`,
  },
};

export const letterWords = { vi, en };

/** What a calendar says of a duty that is due. */
interface CalendarDuty {
  readonly content: string;
  readonly unit: string;
  readonly document: string | null;
}

/** Letters of an entry of a calendar. */
const entryLength = 120;

function onOneLine(content: string): string {
  const line = content.replace(/\s+/g, " ").trim();
  return line.length <= entryLength ? line : `${line.slice(0, entryLength).replace(/\s\S*$/, "")}…`;
}

export const calendarWords = {
  vi: {
    name: "Sáu Rõ: hạn của đơn vị",
    summary: ({ content }: CalendarDuty) => `Hạn: ${onOneLine(content)}`,
    description: ({ content, unit, document }: CalendarDuty) =>
      `${content}\n${unit}${document === null ? "" : `, theo ${document}`}`,
  },
  en: {
    name: "Sáu Rõ: due days of the unit",
    summary: ({ content }: CalendarDuty) => `Due: ${onOneLine(content)}`,
    description: ({ content, unit, document }: CalendarDuty) =>
      `${content}\n${unit}${document === null ? "" : `, by ${document}`}`,
  },
};

/** What a file of the calendar of cooperation says. */
export const recordCalendarFileWords = {
  vi: {
    name: "Sáu Rõ: lịch hợp tác",
    focal: "Cơ quan đầu mối",
    expected: "Dự kiến theo ngày của lần trước",
  },
  en: {
    name: "Sáu Rõ: calendar of cooperation",
    focal: "Focal body",
    expected: "Expected by the days of the last time",
  },
};
