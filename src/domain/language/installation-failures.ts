import type { Bilingual } from "./language.ts";

/** What can stand in the way of the program itself: its settings, its database, its port, its backups, its commands. */
const settingFailures = {
  "setting.unknown": {
    status: 500,
    vi: "Không có thiết lập nào tên là {name}. Các thiết lập có thể dùng: {known}.",
    en: "There is no setting called {name}. Settings that exist: {known}.",
  },
  "setting.wrong-port": {
    status: 500,
    vi: 'Thiết lập SAURO_PORT là "{value}", không phải số cổng từ 0 đến 65535. Đề nghị sửa lại.',
    en: 'The setting SAURO_PORT is "{value}", which is no port number from 0 to 65535. Please correct it.',
  },
  "setting.wrong-origin": {
    status: 500,
    vi: 'Thiết lập SAURO_ORIGIN là "{value}", không có dạng https://tên-máy-chủ. Đề nghị sửa lại.',
    en: 'The setting SAURO_ORIGIN is "{value}", which does not have the form https://name-of-server. Please correct it.',
  },
  "setting.wrong-proxy": {
    status: 500,
    vi: 'Thiết lập SAURO_PROXIES có "{value}", không phải địa chỉ IP. Đề nghị ghi địa chỉ IP của máy chủ trung gian, cách nhau bằng dấu phẩy.',
    en: 'The setting SAURO_PROXIES holds "{value}", which is no IP address. Please give the IP addresses of the proxies with commas between.',
  },
  "setting.wrong-choice": {
    status: 500,
    vi: 'Thiết lập {name} là "{value}". Giá trị dùng được: {known}.',
    en: 'The setting {name} is "{value}". It may be: {known}.',
  },
  "setting.sso-incomplete": {
    status: 500,
    vi: "Đăng nhập một lần còn thiếu thiết lập {name}. Cần đủ SAURO_SSO_ISSUER, SAURO_SSO_CLIENT_ID và SAURO_SSO_CLIENT_SECRET.",
    en: "Single sign-on lacks the setting {name}. SAURO_SSO_ISSUER, SAURO_SSO_CLIENT_ID and SAURO_SSO_CLIENT_SECRET are all needed.",
  },
  "setting.mail-incomplete": {
    status: 500,
    vi: "Gửi thư điện tử còn thiếu thiết lập {name}. Cần SAURO_MAIL_SERVER và SAURO_MAIL_FROM; tên và mật khẩu của máy chủ thư phải có cả hai hoặc không.",
    en: "Mail lacks the setting {name}. SAURO_MAIL_SERVER and SAURO_MAIL_FROM are needed; user and password of the mail server both or neither.",
  },
  "setting.wrong-mail": {
    status: 500,
    vi: 'Thiết lập {name} là "{value}", không đúng dạng. Máy chủ thư có dạng smtp://máy-chủ:587 hoặc smtps://máy-chủ:465, người gửi có dạng ten@co-quan.gov.vn.',
    en: 'The setting {name} is "{value}", which does not have the right form. A mail server has the form smtp://server:587 or smtps://server:465, a sender the form name@office.gov.vn.',
  },
  "setting.wrong-sso": {
    status: 500,
    vi: 'Thiết lập SAURO_SSO_ISSUER là "{value}", không có dạng https://máy-chủ-đăng-nhập. Đề nghị sửa lại.',
    en: 'The setting SAURO_SSO_ISSUER is "{value}", which does not have the form https://name-of-server. Please correct it.',
  },
  "setting.wrong-url": {
    status: 500,
    vi: "Thiết lập {name} không có dạng postgresql://tài-khoản:mật-khẩu@máy-chủ:5432/cơ-sở-dữ-liệu. Đề nghị sửa lại.",
    en: "The setting {name} does not have the form postgresql://login:password@server:5432/database. Please correct it.",
  },
  "setting.owner-url-alone": {
    status: 500,
    vi: "Có DATABASE_OWNER_URL mà không có DATABASE_URL. Đề nghị đặt cả hai, hoặc chỉ đặt DATABASE_URL.",
    en: "DATABASE_OWNER_URL is set without DATABASE_URL. Please set both, or DATABASE_URL alone.",
  },
} as const;

const engineFailures = {
  "database.no-account": {
    status: 500,
    vi: "Cơ sở dữ liệu không chạy được bằng tài khoản root, và máy này không có tài khoản nào trong số: {tried}. Đề nghị tạo một tài khoản (useradd --system sauro) hoặc chạy chương trình bằng tài khoản thường.",
    en: "The database does not run as root, and this machine has none of the accounts {tried}. Please make one (useradd --system sauro) or run the program from an ordinary account.",
  },
  "database.folder-unwritable": {
    status: 500,
    vi: "Không ghi được vào thư mục dữ liệu {folder}. Đề nghị cấp quyền ghi, hoặc chọn thư mục khác bằng SAURO_DATA.",
    en: "The data folder {folder} cannot be written to. Please allow writing, or choose another folder with SAURO_DATA.",
  },
  "database.in-use": {
    status: 500,
    vi: "Thư mục dữ liệu {folder} đang được một tiến trình Sáu Rõ khác dùng[ (số {pid})]. Đề nghị dừng tiến trình đó trước.",
    en: "The data folder {folder} is in use by another Sáu Rõ process[ (number {pid})]. Please stop that one first.",
  },
  "database.disk-full": {
    status: 507,
    vi: "Đĩa đã đầy[ tại {folder}]. Đề nghị giải phóng dung lượng rồi chạy lại; dữ liệu đã ghi vẫn còn nguyên.",
    en: "The disk is full[ at {folder}]. Please free some space and start again; what was saved is still there.",
  },
  "database.cannot-create": {
    status: 500,
    vi: "Không tạo được cơ sở dữ liệu: {reason}",
    en: "The database could not be created: {reason}",
  },
  "database.cannot-start": {
    status: 500,
    vi: "Cơ sở dữ liệu không khởi động được: {reason} (xem {log})",
    en: "The database did not start: {reason} (see {log})",
  },
  "database.other-version": {
    status: 500,
    vi: "Dữ liệu trong {folder} thuộc phiên bản PostgreSQL khác[ ({version})]. Đề nghị sao lưu bằng phiên bản cũ, rồi khôi phục vào thư mục dữ liệu mới.",
    en: "The data in {folder} belong to another version of PostgreSQL[ ({version})]. Please back them up with the old version and restore them into a new data folder.",
  },
  "database.ended": {
    status: 500,
    vi: "Cơ sở dữ liệu đã dừng đột ngột (xem database.log trong {folder}). Đề nghị chạy lại chương trình; dữ liệu đã ghi vẫn còn nguyên.",
    en: "The database stopped suddenly (see database.log in {folder}). Please start the program again; what was saved is still there.",
  },
  "database.no-programs": {
    status: 500,
    vi: "Máy này không có PostgreSQL chạy được. Đề nghị cài PostgreSQL {oldest} trở lên, hoặc đặt DATABASE_URL.",
    en: "This machine has no PostgreSQL that runs. Please install PostgreSQL {oldest} or newer, or set DATABASE_URL.",
  },
} as const;

const serverFailures = {
  "database.unreachable": {
    status: 503,
    vi: "Không kết nối được cơ sở dữ liệu tại {server}: {reason}. Đề nghị kiểm tra máy chủ và DATABASE_URL.",
    en: "The database at {server} cannot be reached: {reason}. Please check the server and DATABASE_URL.",
  },
  "database.refused": {
    status: 503,
    vi: "Cơ sở dữ liệu tại {server} từ chối đăng nhập: {reason}. Đề nghị kiểm tra tài khoản và mật khẩu.",
    en: "The database at {server} refused the login: {reason}. Please check the account and its password.",
  },
  "database.too-old": {
    status: 500,
    vi: "PostgreSQL {version} quá cũ, cần phiên bản {oldest} trở lên. Đề nghị nâng cấp máy chủ.",
    en: "PostgreSQL {version} is too old; {oldest} or newer is needed. Please upgrade the server.",
  },
  "database.login-too-strong": {
    status: 500,
    vi: 'Tài khoản "{login}" trong DATABASE_URL bỏ qua được việc ngăn cách dữ liệu giữa các tỉnh. Đề nghị dùng một tài khoản thường, và đưa tài khoản này sang DATABASE_OWNER_URL.',
    en: 'The login "{login}" of DATABASE_URL sees through the walls between provinces. Please use an ordinary login there, and this one in DATABASE_OWNER_URL.',
  },
  "database.roles-needed": {
    status: 500,
    vi: "Tài khoản trong DATABASE_URL không được tạo vai trò trên {server}. Đề nghị quản trị viên cơ sở dữ liệu chạy:\n\n{sql}\n",
    en: "The login of DATABASE_URL may not make roles on {server}. Please have the database administrator run:\n\n{sql}\n",
  },
  "database.newer-schema": {
    status: 500,
    vi: "Cơ sở dữ liệu ở bước {database}, mới hơn chương trình này (bước {program}). Đề nghị dùng phiên bản chương trình mới hơn.",
    en: "The database is at step {database}, newer than this program (step {program}). Please use a newer version of the program.",
  },
  "database.changed-migration": {
    status: 500,
    vi: "Bước {name} của cơ sở dữ liệu không khớp với chương trình này. Đề nghị dùng đúng bản chương trình đã tạo ra dữ liệu, hoặc khôi phục từ bản sao lưu.",
    en: "Step {name} of the database does not match this program. Please use the program that made the data, or restore from a backup.",
  },
  "database.schema-behind": {
    status: 503,
    vi: "Cơ sở dữ liệu còn thiếu {missing} bước so với chương trình này. Các bước này được thực hiện khi chạy: sauro serve",
    en: "The database lacks {missing} steps that this program has. They are taken by: sauro serve",
  },
  "database.little-space": {
    status: 507,
    vi: "Thư mục {folder} chỉ còn {megabytes} MB trống. Đề nghị giải phóng dung lượng.",
    en: "Only {megabytes} MB are free at {folder}. Please free some space.",
  },
  "server.port-taken": {
    status: 500,
    vi: "Cổng {port} đang được chương trình khác dùng. Đề nghị dừng chương trình đó, hoặc chọn cổng khác, ví dụ SAURO_PORT={other}.",
    en: "Port {port} is in use by another program. Please stop that one, or choose another port, for instance SAURO_PORT={other}.",
  },
  "server.port-forbidden": {
    status: 500,
    vi: "Tài khoản này không được mở cổng {port}. Đề nghị chọn cổng từ 1024 trở lên bằng SAURO_PORT.",
    en: "This account may not open port {port}. Please choose one from 1024 on with SAURO_PORT.",
  },
  "server.no-such-address": {
    status: 500,
    vi: "Máy này không có địa chỉ {host}. Đề nghị sửa SAURO_HOST.",
    en: "This machine has no address {host}. Please correct SAURO_HOST.",
  },
} as const;

const backupFailures = {
  "backup.file-exists": {
    status: 409,
    vi: "Tệp {path} đã có. Đề nghị chọn tên khác; bản sao lưu cũ không bị ghi đè.",
    en: "The file {path} exists already. Please choose another name; an older backup is never overwritten.",
  },
  "backup.cannot-write": {
    status: 500,
    vi: "Không ghi được tệp {path} ({reason}). Đề nghị kiểm tra thư mục, quyền ghi và dung lượng đĩa.",
    en: "The file {path} cannot be written ({reason}). Please check the folder, its rights and the space on the disk.",
  },
  "backup.cannot-open": {
    status: 404,
    vi: "Không mở được tệp {path} ({reason}). Đề nghị kiểm tra lại đường dẫn.",
    en: "The file {path} cannot be opened ({reason}). Please check its path.",
  },
  "backup.not-a-backup": {
    status: 422,
    vi: "Tệp {path} không phải bản sao lưu của Sáu Rõ, hoặc chưa ghi xong. Dữ liệu hiện có không thay đổi.",
    en: "The file {path} is no backup of Sáu Rõ, or was not written to its end. The present data are unchanged.",
  },
  "backup.passphrase-needed": {
    status: 422,
    vi: "Bản sao lưu {path} được mã hóa. Đề nghị đưa cụm mật khẩu bằng --passphrase-file TỆP hoặc SAURO_BACKUP_PASSPHRASE.",
    en: "The backup {path} is encrypted. Please give its passphrase by --passphrase-file FILE or SAURO_BACKUP_PASSPHRASE.",
  },
  "backup.no-passphrase": {
    status: 422,
    vi: "Chưa có cụm mật khẩu để mã hóa. Đề nghị đưa bằng --passphrase-file TỆP hoặc SAURO_BACKUP_PASSPHRASE; cụm mật khẩu không nhận qua dòng lệnh.",
    en: "There is no passphrase to encrypt with. Please give one by --passphrase-file FILE or SAURO_BACKUP_PASSPHRASE; none is taken from the command line.",
  },
  "backup.passphrase-short": {
    status: 422,
    vi: "Cụm mật khẩu cần ít nhất {shortest} ký tự. Không có nó thì không ai mở lại được bản sao lưu; đề nghị cất ở nơi khác.",
    en: "A passphrase needs {shortest} characters at least. Nobody opens the backup without it; please keep it in another place.",
  },
  "backup.passphrase-unreadable": {
    status: 404,
    vi: "Không đọc được cụm mật khẩu trong tệp {path} ({reason}). Cụm mật khẩu là dòng đầu của tệp.",
    en: "The passphrase in the file {path} cannot be read ({reason}). It is the first line of the file.",
  },
  "backup.wrong-passphrase": {
    status: 422,
    vi: "Cụm mật khẩu không mở được bản sao lưu {path}, hoặc phần đầu tệp bị hỏng. Dữ liệu hiện có không thay đổi.",
    en: "The passphrase does not open the backup {path}, or the beginning of the file is damaged. The present data are unchanged.",
  },
  "backup.cipher-damaged": {
    status: 422,
    vi: "Bản sao lưu {path} đã bị sửa, hỏng hoặc thiếu phần cuối. Dữ liệu hiện có không thay đổi; đề nghị dùng bản sao lưu khác.",
    en: "The backup {path} was changed, damaged or cut short. The present data are unchanged; please use another backup.",
  },
  "backup.damaged": {
    status: 422,
    vi: "Bản sao lưu {path} bị hỏng ở phần {part}. Dữ liệu hiện có không thay đổi; đề nghị dùng bản sao lưu khác.",
    en: "The backup {path} is damaged in its part {part}. The present data are unchanged; please use another backup.",
  },
  "backup.newer": {
    status: 422,
    vi: "Bản sao lưu do phiên bản mới hơn tạo ra (bước {backup}, chương trình này ở bước {program}). Đề nghị dùng phiên bản chương trình mới hơn.",
    en: "The backup was made by a newer version (step {backup}, this program is at step {program}). Please use a newer version of the program.",
  },
  "backup.other-schema": {
    status: 422,
    vi: "Bản sao lưu có bảng {table} không khớp với chương trình này. Dữ liệu hiện có không thay đổi.",
    en: "The backup has a table {table} that does not match this program. The present data are unchanged.",
  },
  "backup.has-data": {
    status: 409,
    vi: "Nơi khôi phục đã có dữ liệu ({table}). Đề nghị sao lưu dữ liệu đó trước, rồi chạy lại với --replace để thay thế.",
    en: "There are data already ({table}). Please back them up first, then run again with --replace to replace them.",
  },
  "backup.in-use": {
    status: 409,
    vi: "Sáu Rõ đang chạy trên cơ sở dữ liệu này. Đề nghị dừng chương trình trước khi khôi phục.",
    en: "Sáu Rõ is running on this database. Please stop it before restoring.",
  },
} as const;

const commandFailures = {
  "command.unknown": {
    status: 400,
    vi: 'Không có lệnh "{name}". Đề nghị xem các lệnh bằng: sauro --help',
    en: 'There is no command "{name}". See the commands with: sauro --help',
  },
  "command.unknown-option": {
    status: 400,
    vi: 'Lệnh {command} không có tuỳ chọn "{option}". Cách dùng: {usage}',
    en: 'The command {command} has no option "{option}". Usage: {usage}',
  },
  "command.not-a-key": {
    status: 400,
    vi: 'Sau --trust phải là một khóa công khai gồm 43 ký tự, không phải "{key}". Khóa được in bởi sauro check --audit.',
    en: 'After --trust stands a public key of 43 letters, not "{key}". sauro check --audit prints it.',
  },
  "command.missing-argument": {
    status: 400,
    vi: "Lệnh {command} thiếu {argument}. Cách dùng: {usage}",
    en: "The command {command} lacks {argument}. Usage: {usage}",
  },
  "command.too-many-arguments": {
    status: 400,
    vi: 'Lệnh {command} không cần "{argument}". Cách dùng: {usage}',
    en: 'The command {command} does not take "{argument}". Usage: {usage}',
  },
} as const;

export const installationFailures = {
  ...settingFailures,
  ...engineFailures,
  ...serverFailures,
  ...backupFailures,
  ...commandFailures,
} as const satisfies Readonly<Record<string, Bilingual & { readonly status: number }>>;
