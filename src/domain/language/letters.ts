/** Letters that the program sends by mail. */
interface Invitation {
  readonly name: string;
  readonly inviter: string;
  readonly province: string;
  readonly link: string;
  readonly code: string;
  readonly until: string;
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
};

export const letterWords = { vi, en };
