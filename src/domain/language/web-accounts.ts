/** Words of signing in and of the one-time link that makes the first administrator. */
const vi = {
  signInTitle: "Đăng nhập",
  email: "Thư điện tử",
  password: "Mật khẩu",
  signIn: "Đăng nhập",
  showPassword: "Hiện hoặc ẩn mật khẩu",
  closedTitle: "Hệ thống chưa có quản trị viên",
  closedText:
    "Trước khi có quản trị viên, hệ thống chỉ dùng được ngay trên máy chủ. Đề nghị mở liên kết một lần mà máy chủ in ra khi khởi động.",
  setupTitle: "Tạo quản trị viên đầu tiên",
  setupText: "Liên kết này chỉ dùng được một lần. Sau bước này, mọi người cần đăng nhập để dùng hệ thống.",
  name: "Họ và tên",
  emailHelp: "Dùng để đăng nhập. Hệ thống không tự gửi thư.",
  passwordHelp: (shortest: number) =>
    `Ít nhất ${shortest} ký tự; nên ghép vài từ không liên quan. Không chứa họ tên hoặc thư điện tử.`,
  passwordAgain: "Nhập lại mật khẩu",
  create: "Tạo và đăng nhập",
  checkingLink: "Đang kiểm tra liên kết",
  linkMissing: "Địa chỉ này thiếu phần mã sau dấu #. Đề nghị chép lại đủ cả liên kết.",
  toSignIn: "Đến trang đăng nhập",
  errors: {
    nameMissing: "Chưa nhập họ và tên.",
    emailMissing: "Chưa nhập thư điện tử.",
    emailWrong: "Thư điện tử cần có dạng ten@coquan.gov.vn.",
    passwordMissing: "Chưa nhập mật khẩu.",
    passwordShort: (shortest: number, now: number) =>
      `Mật khẩu cần ít nhất ${shortest} ký tự, hiện có ${now}.`,
    passwordDiffers: "Hai lần nhập mật khẩu chưa giống nhau.",
  },
};

const en: typeof vi = {
  signInTitle: "Sign in",
  email: "E-mail",
  password: "Password",
  signIn: "Sign in",
  showPassword: "Show or hide the password",
  closedTitle: "The program has no administrator yet",
  closedText:
    "Until there is an administrator, the program can only be used on its own machine. Please open the one-time link that the server prints when it starts.",
  setupTitle: "Make the first administrator",
  setupText: "This link works once. From then on everyone needs to sign in.",
  name: "Full name",
  emailHelp: "For signing in. The program sends no mail by itself.",
  passwordHelp: (shortest) =>
    `At least ${shortest} characters; a few unrelated words are good. Not your name or e-mail.`,
  passwordAgain: "Password again",
  create: "Create and sign in",
  checkingLink: "Checking the link",
  linkMissing: "This address lacks the part after #. Please copy the whole link again.",
  toSignIn: "To signing in",
  errors: {
    nameMissing: "Please enter your full name.",
    emailMissing: "Please enter your e-mail.",
    emailWrong: "An e-mail looks like name@office.gov.vn.",
    passwordMissing: "Please enter a password.",
    passwordShort: (shortest, now) => `The password needs at least ${shortest} characters; it has ${now}.`,
    passwordDiffers: "The two passwords are not the same.",
  },
};

export const accountWords = { vi, en };
