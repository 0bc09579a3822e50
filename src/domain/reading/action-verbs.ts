import { fold } from "../text/fold.ts";

/**
 * Words with which administrative texts begin what somebody has to do: verbs of doing, and the adverbs and openings
 * that stand before them ("khẩn trương", "có trách nhiệm", "trên cơ sở"). Of one to three syllables; collected from the
 * usual wording of plans, decisions, directives and notices of conclusions.
 */
export const wordsOfDoing = `
rà soát, xây dựng, tổ chức, triển khai, tham mưu, chủ trì, phối hợp, tăng cường, đẩy mạnh, thực hiện, hoàn thiện, hoàn thành,
hoàn chỉnh, báo cáo, tổng hợp, theo dõi, đôn đốc, hướng dẫn, kiểm tra, kiểm soát, kiểm điểm, kiểm đếm, kiểm nghiệm, kiểm kê,
nghiên cứu, đề xuất, ban hành, quán triệt, chỉ đạo, bố trí, cân đối, thẩm định, trình, công khai, công bố, cập nhật, huy động,
tuyên truyền, vận động, phát huy, phát động, phát triển, phát hiện, phát hành, nâng cao, nâng cấp, đưa, lồng ghép, xử lý,
bảo đảm, đảm bảo, bảo vệ, bảo tồn, bảo trì, tập trung, tập huấn, thu hút, mở rộng, mở lớp, mở đợt, mở cao điểm, mở chuyên mục,
hỗ trợ, giám sát, quản lý, giải quyết, giải trình, giải ngân, giải thích, giải phóng, thông báo, thông tin, lập, cung cấp,
cung ứng, chuẩn bị, chuẩn hóa, kiện toàn, đổi mới, khuyến khích, tạo điều kiện, tạo, thiết lập, thiết kế, hình thành, đào tạo,
bồi dưỡng, tham gia, tham dự, tham vấn, tiếp nhận, tiếp thu, tiếp tục, tiếp cận, ký kết, ký, giới thiệu, quảng bá, khai thác,
khai báo, ứng dụng, ứng phó, đầu tư, củng cố, duy trì, duy tu, thành lập, vận hành, sơ kết, tổng kết, đánh giá, đề nghị,
yêu cầu, phân công, phân bổ, phân loại, phân tích, phân cấp, phân vùng, phân luồng, phản ánh, thống nhất, thống kê, làm việc,
làm rõ, làm tốt, làm, rút ngắn, rút kinh nghiệm, cải thiện, cải tạo, cải cách, đăng ký, đăng tải, kết nối, kết hợp, mời, gửi,
chuyển, chuyển đổi, chuyển giao, ngăn chặn, phòng ngừa, phòng chống, thanh tra, thanh toán, thanh lý, phổ biến, quy hoạch,
xác định, xác minh, xác nhận, xác lập, tư vấn, giao, đón, nêu cao, siết chặt, chấp hành, thu thập, thu hồi, thu gom, lựa chọn,
họp, quan tâm, ưu tiên, bám sát, nắm bắt, nắm, gắn, điều tra, điều chỉnh, điều hành, điều phối, điều tiết, điều động, khảo sát,
thí điểm, khởi công, xúc tiến, mua sắm, sắp xếp, chấn chỉnh, khắc phục, tháo gỡ, không để, không được, không sử dụng, nhân rộng,
biểu dương, khen thưởng, xét, trả lời, cho ý kiến, phê duyệt, phê bình, áp dụng, số hóa, tích hợp, trao đổi, tìm hiểu, tìm kiếm,
đàm phán, thúc đẩy, lưu ý, lưu trữ, cắt giảm, đơn giản hóa, cử, tiến hành, bổ sung, sửa đổi, sửa chữa, niêm yết, chú trọng,
phấn đấu, cấp phép, cấp giấy, cấp phát, giữ vững, giữ gìn, nộp, nhận, bàn giao, nghiệm thu, quyết toán, kê khai, đáp ứng, gia hạn,
liên hệ, liên kết, liên thông, ngừng, tạm dừng, dừng, phục vụ, ra quân, sàng lọc, so sánh, soạn thảo, thay thế, tiêm chủng, tiêm,
trang bị, truyền thông, ủy quyền, viết, xóa, xuất bản, chấm dứt, khoanh vùng, kích hoạt, minh bạch, nhắc nhở, chăm sóc, chăm lo,
hoạch định, giúp, tuần tra, tu bổ, tôn tạo, trùng tu, đối chiếu, đối thoại, hợp tác, hướng tới, khôi phục, di dời, cưỡng chế,
lãnh đạo, thả, trồng, nuôi, nạo vét, gia cố, lắp đặt, mở, xem xét, nghiệm, cảnh báo, dự báo, dự trữ, diễn tập, tổng rà soát, tự kiểm tra,
căn cứ, theo chức năng, trong phạm vi, trên cơ sở, là cơ quan, là đơn vị, là đầu mối, làm đầu mối, chịu trách nhiệm, có trách nhiệm,
có nhiệm vụ, có văn bản, có kế hoạch, có giải pháp, có phương án, có biện pháp, cần, phải, chủ động, khẩn trương, kịp thời, định kỳ,
thường xuyên, quyết liệt, nghiêm túc, tích cực, đẩy nhanh, sớm, kiên quyết, nhanh chóng, trực tiếp, tổng, đồng thời, hằng năm,
hàng năm, hằng quý, hằng tháng, ngay
`;

const beginnings: ReadonlySet<string> = new Set(
  fold(wordsOfDoing)
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== ""),
);

/** Whether a clause begins with a word of doing: "Rà soát …", "chủ động …", "có trách nhiệm …". Accents do not matter. */
export function beginsWithAction(text: string): boolean {
  const first = fold(text.slice(0, 60))
    .trimStart()
    .replace(/^[“"'(]/, "")
    .split(/[\s,.;:]+/, 3);
  return [1, 2, 3].some((length) => beginnings.has(first.slice(0, length).join(" ")));
}

/** Words that may follow a body without its doing anything: "Sở A và …", "Sở A được …", "UBND tỉnh về …". */
const idle: ReadonlySet<string> = new Set(
  fold(
    "và, hoặc, của, về, tại, trong, là, được, bị, đã, đang, sẽ, có, thuộc, với, cùng, đến, để, do, theo, như, khi, nếu, mà, này, nói, nêu, còn, hiện, vừa, cho, từ, trên, ở, qua, số, gồm, nhằm, đánh giá, ghi nhận, cơ bản",
  ).split(", "),
);

/**
 * Whether the words behind a body that begins a clause say what it has to do. No list holds every verb: any word in
 * small letters counts, unless it only ties the body to something ("của", "và") or tells how things stand ("đã").
 */
export function actsBehindBody(after: string): boolean {
  const words = after.trimStart();
  if (beginsWithAction(words)) return true;
  if (!/^\p{Ll}/u.test(words)) return false;
  const first = fold(words).split(/[\s,.;:]+/, 3);
  // A word or two may be the rest of a name ("UBND cấp huyện").
  return first.length > 2 && first[2] !== "" && !idle.has(first[0] ?? "") && !idle.has(first.join(" "));
}
