import type { Tokens } from "../text/token.ts";

/** The index after the first of several phrases, marks and all, that stands at a token; null when none does. */
export function spokenAt(tokens: Tokens, at: number, phrases: readonly (readonly string[])[]): number | null {
  const first = tokens[at]?.lower;
  for (const phrase of phrases)
    if (phrase[0] === first && phrase.every((word, i) => tokens[at + i]?.lower === word))
      return at + phrase.length;
  return null;
}

function phrases(...lines: readonly string[]): readonly (readonly string[])[] {
  return lines
    .flatMap((line) => line.split(", "))
    .map((phrase) => phrase.split(" "))
    .sort((a, b) => b.length - a.length);
}

/** Units of measurement: what is measured is named before or after them. */
export const units = phrases(
  "tỷ usd, tỉ usd, triệu usd, nghìn usd, usd, eur, vnd, tỷ đồng, tỉ đồng, triệu đồng, nghìn đồng, đồng",
  "ha, hecta, héc ta, km, m, m 2, km 2, m 3, tấn, tạ, kg, lít, mw, gw, kwh, mwp, teu, điểm phần trăm, điểm, bậc, lượt",
);

/** Words that end a noun phrase: what follows says how, where, for whom, or is the verb. */
export const stops = phrases(
  "để, được, có, về, cho, tại, trong, trên, dưới, với, của, như, là, do, nhằm, theo, thuộc, từ, đến, tới, ở, mỗi, vào",
  "sau, trước, khi, qua, thông qua, bằng, gồm, bao gồm, đạt, làm, không, chưa, phải, trở lên, trở xuống, này, gắn với",
  "giữa, sẽ, đang, đã, mà, bị, cùng, hoặc, hay, nếu, nhất là, những, đi, đó, đảm bảo, bảo đảm, phục vụ, liên quan, đối với",
  "tham gia, tham dự, so với, định kỳ, hằng năm, hàng năm, hằng quý, hàng quý, hằng tháng, hàng tháng, mỗi năm",
  "quy mô, hoàn thành, ký, ký kết, nhận, triển khai, thực hiện, áp dụng, sử dụng, hướng đến, hướng tới, góp phần, thu hút, tạo điều kiện, thích ứng, ubnd, hđnd, ứng dụng, vừa, cũng, đều, ít nhất, tối thiểu",
);

/** Phrases of nouns that begin or go on with a word that would end the phrase. */
export const kept = phrases(
  "đối ngoại, của khẩu, có công, có hoạt động, trong nước, ngoài nước, có hợp đồng, trên môi trường, dưới tán, không gian, không khí, không hoàn lại, không dùng, cho thuê, có tay nghề, có trình độ, có chứng chỉ, có kết nối, cho vay, làm việc, làm chủ",
);

/** Verbs and adverbs that begin a new statement after a comma or "và". */
export const openings = phrases(
  "tổ chức, hỗ trợ, xây dựng, thu hút, thực hiện, triển khai, tham gia, tham mưu, tham dự, đảm bảo, bảo đảm, tạo, thường xuyên, tiếp",
  "nâng cao, phát triển, kết nối, mời, tăng, giảm, đạt, trung bình, bình quân, khoảng, ít nhất, tối thiểu, tối đa, không, kịp thời",
  "trong đó, góp phần, nhất là, đặc biệt, bao gồm, hoàn thành, hình thành, ưu tiên, tập trung, mở rộng, đẩy mạnh, đào tạo, bồi dưỡng",
  "ký kết, cung cấp, hướng, đồng thời, trình, báo cáo, cập nhật, rà soát, quảng bá, giới thiệu, khai thác, giải quyết, xử lý, phấn đấu",
  "kết hợp, rút ngắn, cắt giảm, tổng kết, sơ kết, đánh giá, kiểm tra, tiếp nhận, duy trì, đăng ký, chú trọng, đưa, tăng trưởng, từng bước, trao đổi",
  "đón tiếp, đón, cử, vận hành, phổ biến, lắp đặt, trồng, đầu tư, mỗi, với, từ, thành lập, quản lý, giữ, tư vấn, ban hành, chuyển đổi, gắn, nhằm, qua đó",
);

/** Classes of bodies, persons or events that a figure may be meant for one by one ("/đơn vị", "mỗi lớp"). */
export const eachNouns = phrases(
  "cơ quan, đơn vị, địa phương, doanh nghiệp, hợp tác xã, xã, phường, đặc khu, thôn, làng, tổ dân phố, huyện, tỉnh, người, lớp, hộ",
  "trường, sở, ngành, khóa, khoá, cuộc, hội nghị, dự án, sản phẩm, cán bộ, học sinh, nhà, chuyến, đoàn, tổ chức, mô hình, chương trình, kỳ",
);

/** Of these, what a slash always makes "for each". */
export const containers = phrases(
  "đơn vị, cơ quan, địa phương, lớp, khóa, khoá, cuộc, chuyến, đoàn, kỳ, người",
);
/** Of these, what stands beside another event as its other name. */
export const events = phrases("hội nghị, chương trình, sản phẩm, mô hình, dự án, tổ chức");

/** A number after one of these names a thing or a time; it counts nothing. */
export const labels = phrases(
  "số, điều, khoản, điểm, mục, chương, phần, phụ lục, biểu, mẫu, bảng, năm, tháng, ngày, quý, tuần, cấp, lần, lần thứ, thứ, giai đoạn",
  "thời kỳ, nhiệm kỳ, loại, nhóm, hạng, bước, đợt, quốc lộ, đường, tỉnh lộ, mức độ, khóa, khoá, kỳ, nghị quyết, quyết định, kế hoạch",
  "thông báo, công văn, chỉ thị, luật, nghị định, thông tư, phiên bản, công nghiệp, iso, quy mô, quy mô từ, trị giá, trị giá từ",
  "giá trị từ, vốn từ, công suất từ, có từ, khu vực, vùng, tổ, đội, ca, trang, thế hệ, thế kỷ, covid, tiêu chuẩn, qcvn, tcvn, giờ",
);

/** Events and goods whose name begins with a noun of time: they are counted. */
export const eventsOfTime = phrases(
  "ngày hội, ngày hội thảo, ngày phim, ngày việc làm, ngày chạy, tuần lễ, tuần phim, tuần văn hóa, tuần văn hoá, tuần hàng, năm du lịch, đêm nhạc, đêm hội, giờ giảng",
);

/** Nouns of time: a number before them is a length of time. */
export const times = phrases(
  "năm, tháng, ngày, tuần, quý, giờ, phút, giây, tuổi, lần thứ, nhiệm kỳ, thế kỷ, rõ, không, sao, giai đoạn",
);

/** Verbs after which a number word counts ("xây dựng hai mô hình"). */
export const makingVerbs = phrases(
  "tổ chức, xây dựng, ký kết, thành lập, triển khai, ban hành, hình thành, hoàn thành, mở, đầu tư, thực hiện, tham gia",
);
/** After "hai" these are parties or sides, known beforehand: nothing is counted. */
export const parties = phrases(
  "bên, nước, tỉnh, địa phương, cấp, miền, chiều, phía, ngành, cơ quan, đơn vị, năm, lần",
);

/** Words that make a change downwards. */
export const falling = phrases("rút ngắn, cắt giảm, giảm, tiết giảm, tiết kiệm, kéo giảm, hạ");
/** Words that make a change upwards. */
export const rising = phrases("tăng trưởng, tăng thêm, tăng");
