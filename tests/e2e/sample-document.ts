/** Writes a document of a province as a text file: a head, items that order something, a signature. */
export function planDocument(orders = plainOrders): string {
  return `ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   TỈNH GIA LAI                            Độc lập - Tự do - Hạnh phúc
Số: 345/KH-UBND                          Gia Lai, ngày 12 tháng 3 năm 2026

                               KẾ HOẠCH
         Chuẩn bị hội nghị xúc tiến đầu tư với đối tác Nhật Bản năm 2026

Căn cứ Nghị quyết số 59-NQ/TW ngày 24/01/2025 của Bộ Chính trị;
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH
Giới thiệu tiềm năng của tỉnh với các doanh nghiệp Nhật Bản.

II. TỔ CHỨC THỰC HIỆN
${orders.join("\n")}

Yêu cầu các đơn vị nghiêm túc thực hiện./.

Nơi nhận:                                  TM. ỦY BAN NHÂN DÂN
- Như mục II;                                    CHỦ TỊCH
- Lưu: VT.

                                            Trần Văn Bách
`;
}

const plainOrders = [
  "1. Sở Ngoại vụ chủ trì, phối hợp với Sở Công Thương xây dựng chương trình hội nghị, trình Ủy ban nhân dân tỉnh trước ngày 15/4/2026.",
  "2. Sở Tài chính thẩm định dự toán kinh phí tổ chức hội nghị, báo cáo Ủy ban nhân dân tỉnh trước ngày 30/4/2026.",
  "3. Sở Văn hóa, Thể thao và Du lịch chủ trì biên tập tài liệu giới thiệu điểm đến của tỉnh bằng tiếng Nhật, hoàn thành trong tháng 5/2026.",
  "4. Báo và Phát thanh, Truyền hình Gia Lai thường xuyên đưa tin về công tác chuẩn bị hội nghị.",
];
