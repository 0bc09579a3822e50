import type { Bilingual } from "./language.ts";

/** What signing in and the person's own account refuse. */
export const accountFailures = {
  "account.wrong-password": {
    status: 401,
    vi: "Thư điện tử hoặc mật khẩu không đúng. Đề nghị kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại.",
    en: "The e-mail or the password is not right. Please check the keyboard language and Caps Lock, then try again.",
  },
  "account.too-many-attempts": {
    status: 429,
    vi: "Đã nhập sai nhiều lần. Đề nghị chờ {minutes} phút rồi thử lại.",
    en: "There were too many wrong attempts. Please wait {minutes} minutes and try again.",
  },
  "account.slow-down": {
    status: 429,
    vi: "Có nhiều lần nhập sai gần đây. Đề nghị chờ {seconds} giây rồi thử lại.",
    en: "There were many wrong attempts lately. Please wait {seconds} seconds and try again.",
  },
  "account.sign-in-needed": {
    status: 401,
    vi: "Phiên làm việc đã hết hoặc chưa đăng nhập. Đề nghị đăng nhập rồi thử lại.",
    en: "You are not signed in, or the session has ended. Please sign in and try again.",
  },
  "account.not-set-up": {
    status: 403,
    vi: "Hệ thống chưa có quản trị viên nên chỉ dùng được ngay trên máy chủ. Đề nghị mở liên kết một lần để tạo quản trị viên đầu tiên.",
    en: "The program has no administrator yet and can only be used on its own machine. Please open the one-time link that makes the first administrator.",
  },
  "account.setup-link-unknown": {
    status: 404,
    vi: "Liên kết này không có trong hệ thống. Đề nghị chép lại đủ cả liên kết, hoặc tạo liên kết mới trên máy chủ.",
    en: "This link is not known. Please copy the whole link again, or make a new one on the server.",
  },
  "account.setup-link-expired": {
    status: 410,
    vi: "Liên kết này đã quá 24 giờ. Đề nghị tạo liên kết mới trên máy chủ.",
    en: "This link is older than 24 hours. Please make a new one on the server.",
  },
  "account.setup-link-used": {
    status: 410,
    vi: "Liên kết này đã được dùng. Nếu đã có tài khoản, đề nghị đăng nhập.",
    en: "This link has been used. If you have an account, please sign in.",
  },
  "account.administrator-exists": {
    status: 409,
    vi: "Hệ thống đã có quản trị viên. Đề nghị đăng nhập.",
    en: "The program already has an administrator. Please sign in.",
  },
  "account.password-short": {
    status: 422,
    vi: "Mật khẩu cần ít nhất {shortest} ký tự.",
    en: "The password needs at least {shortest} characters.",
  },
  "account.password-is-personal": {
    status: 422,
    vi: "Mật khẩu chứa họ tên hoặc thư điện tử của chính bạn, hoặc lặp một ký tự. Đề nghị chọn mật khẩu khác.",
    en: "The password holds your own name or e-mail, or repeats one character. Please choose another.",
  },
  "account.password-common": {
    status: 422,
    vi: "Mật khẩu này nằm trong danh sách mật khẩu nhiều người dùng hoặc đã bị lộ. Đề nghị chọn mật khẩu khác, chẳng hạn ghép bốn từ không liên quan.",
    en: "This password is on a list of common or leaked passwords. Please choose another, for example four unrelated words.",
  },
  "account.passwords-off": {
    status: 403,
    vi: "Tài khoản riêng đã tắt. Đề nghị dùng nút đăng nhập một lần; quản trị viên có thể xin mã vào tại máy chủ.",
    en: "Passwords are switched off. Please use single sign-on; an administrator can get a code on the server.",
  },
  "account.passkey-needed": {
    status: 403,
    vi: "Tài khoản này có khóa truy cập nên mật khẩu không đủ. Đề nghị bấm Dùng khóa truy cập.",
    en: "This account has a passkey, so the password alone is not enough. Please sign in with the passkey.",
  },
  "account.passkey-refused": {
    status: 403,
    vi: "Khóa truy cập không khớp hoặc đã quá 10 phút. Đề nghị thử lại, hoặc dùng khóa khác.",
    en: "The passkey does not match, or more than 10 minutes have passed. Please try again or use another one.",
  },
  "account.wrong-code": {
    status: 403,
    vi: "Mã không đúng hoặc đã dùng rồi. Đề nghị xem giờ trên điện thoại, chờ mã mới rồi nhập lại.",
    en: "The code is not right, or was used already. Please check the clock of the phone, wait for a new code and try again.",
  },
  "account.code-locked": {
    status: 429,
    vi: "Đã nhập sai mã nhiều lần. Đề nghị chờ 15 phút rồi đăng nhập lại.",
    en: "There were too many wrong codes. Please wait 15 minutes and sign in again.",
  },
  "account.code-over": {
    status: 401,
    vi: "Bước nhập mã đã hết hạn. Đề nghị đăng nhập lại từ đầu.",
    en: "The time for the code is over. Please sign in again from the start.",
  },
  "account.second-factor-needed": {
    status: 403,
    vi: "Tài khoản quản trị cần lớp bảo vệ thứ hai. Đề nghị cài ứng dụng tạo mã hoặc khóa truy cập trước.",
    en: "An administrator needs a second factor. Please set up an app for codes or a passkey first.",
  },
  "account.proof-needed": {
    status: 403,
    vi: "Việc này cần xác nhận lại đúng là bạn. Đề nghị nhập mật khẩu hoặc dùng khóa truy cập.",
    en: "This needs a new proof that it is you. Please enter your password or use your passkey.",
  },
  "account.app-enrolled": {
    status: 409,
    vi: "Tài khoản đã có ứng dụng tạo mã. Đề nghị gỡ ứng dụng cũ trước khi cài ứng dụng mới.",
    en: "The account has an app for codes already. Please remove it before setting up another.",
  },
  "account.app-missing": {
    status: 404,
    vi: "Tài khoản chưa có ứng dụng tạo mã.",
    en: "The account has no app for codes.",
  },
  "account.already-member": {
    status: 409,
    vi: "{email} đã là người của tỉnh này. Đề nghị giao thêm vị trí ở mục Người dùng.",
    en: "{email} works for this province already. Please give the post in the list of people.",
  },
  "account.invitation-sign-in": {
    status: 409,
    vi: "{email} đã có tài khoản. Đề nghị đăng nhập bằng tài khoản đó rồi mở lại lời mời.",
    en: "{email} has an account already. Please sign in with it and open the invitation again.",
  },
  "account.code-unknown": {
    status: 404,
    vi: "Không có mã này. Đề nghị nhập lại đủ 20 ký tự, hoặc xin mã mới.",
    en: "There is no such code. Please enter all 20 characters again, or ask for a new one.",
  },
  "account.code-used": {
    status: 410,
    vi: "Mã này đã được dùng. Nếu đã có tài khoản, đề nghị đăng nhập.",
    en: "This code has been used. If you have an account, please sign in.",
  },
  "account.code-withdrawn": {
    status: 410,
    vi: "Lời mời này đã được thu hồi. Đề nghị liên hệ người đã mời.",
    en: "This invitation was withdrawn. Please ask the person who invited you.",
  },
  "account.code-expired": {
    status: 410,
    vi: "Mã này đã hết hạn. Đề nghị xin mã mới.",
    en: "This code has expired. Please ask for a new one.",
  },
  "account.person-unknown": {
    status: 404,
    vi: "Không có tài khoản này. Đề nghị kiểm tra lại thư điện tử hoặc danh sách người dùng.",
    en: "There is no such account. Please check the e-mail or the list of people.",
  },
  "account.not-administrator": {
    status: 403,
    vi: "{email} không phải quản trị viên. Mã vào tại máy chủ chỉ cấp cho quản trị viên.",
    en: "{email} is no administrator. Codes of the server are given to administrators only.",
  },
  "account.sso-off": {
    status: 404,
    vi: "Đăng nhập một lần chưa được bật.",
    en: "Single sign-on is not switched on.",
  },
  "account.sso-unreachable": {
    status: 503,
    vi: "Không liên lạc được với máy chủ đăng nhập một lần. Đề nghị thử lại sau, hoặc báo quản trị viên.",
    en: "The server of single sign-on cannot be reached. Please try again later, or tell the administrator.",
  },
  "account.sso-refused": {
    status: 403,
    vi: "Đăng nhập một lần không hợp lệ hoặc đã hết hạn ({reason}). Đề nghị đăng nhập lại từ đầu.",
    en: "Single sign-on was not valid or took too long ({reason}). Please sign in again from the start.",
  },
  "account.sso-unconfirmed": {
    status: 403,
    vi: "Máy chủ đăng nhập một lần chưa xác nhận thư điện tử của bạn. Đề nghị xác nhận ở đó rồi thử lại.",
    en: "The server of single sign-on has not confirmed your e-mail. Please confirm it there and try again.",
  },
  "account.sso-unknown": {
    status: 403,
    vi: "Đã đăng nhập một lần, nhưng {person} chưa có tài khoản ở đây. Đề nghị xin quản trị viên gửi lời mời.",
    en: "Single sign-on worked, but {person} has no account here. Please ask the administrator for an invitation.",
  },
  "people.post-not-yours": {
    status: 403,
    vi: "Bạn chỉ mời được người vào đơn vị mình phụ trách và đơn vị trực thuộc. Vị trí khác do quản trị viên giao.",
    en: "You can invite people into your own unit and those below it. Other posts are given by the administrator.",
  },
} as const satisfies Record<string, Bilingual & { readonly status: number }>;
