/** Notices of conclusions of one province, which give the same work again and other work beside. */
interface Notice {
  readonly number: string;
  /** As printed: "05 tháng 10 năm 2026". */
  readonly day: string;
  readonly about: string;
  readonly orders: readonly string[];
}

export function noticeText({ number, day, about, orders }: Notice): string {
  return `ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   TỈNH LÀO CAI                            Độc lập - Tự do - Hạnh phúc
Số: ${number}                          Lào Cai, ngày ${day}

                               THÔNG BÁO
         Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại ${about}

Sau khi nghe các sở báo cáo, Chủ tịch Ủy ban nhân dân tỉnh kết luận và chỉ đạo như sau:

${orders.join("\n")}

Văn phòng Ủy ban nhân dân tỉnh thông báo để các đơn vị thực hiện./.

Nơi nhận:                                  TL. CHỦ TỊCH
- Các sở;                               CHÁNH VĂN PHÒNG
- Lưu: VT.

                                            Giàng Seo Pao
`;
}

export const firstNotice = noticeText({
  number: "41/TB-UBND",
  day: "05 tháng 10 năm 2026",
  about: "cuộc họp về kinh tế cửa khẩu",
  orders: [
    "1. Sở Công Thương chủ trì xây dựng đề án phát triển logistics tại Khu kinh tế cửa khẩu Kim Thành, trình Ủy ban nhân dân tỉnh trước ngày 30/12/2026.",
    "2. Sở Xây dựng rà soát quy hoạch bãi đỗ xe container tại cửa khẩu Mường Khương, báo cáo trước ngày 15/01/2027.",
    "3. Sở Nông nghiệp và Môi trường tổ chức kiểm dịch thực vật đối với quả vải xuất khẩu, hoàn thành trong tháng 01/2027.",
  ],
});

export const secondNotice = noticeText({
  number: "88/TB-UBND",
  day: "20 tháng 11 năm 2026",
  about: "cuộc họp giao ban tháng 11",
  orders: [
    "1. Sở Công Thương khẩn trương hoàn thiện đề án phát triển logistics tại Khu kinh tế cửa khẩu Kim Thành, trình Ủy ban nhân dân tỉnh chậm nhất ngày 15/02/2027.",
    "2. Sở Nội vụ xây dựng kế hoạch tuyển dụng giáo viên vùng cao, trình Ủy ban nhân dân tỉnh trước ngày 28/02/2027.",
    "3. Sở Xây dựng dừng thực hiện việc rà soát quy hoạch bãi đỗ xe container tại cửa khẩu Mường Khương đã giao tại Thông báo số 41/TB-UBND ngày 05/10/2026.",
  ],
});
