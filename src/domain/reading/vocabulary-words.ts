/**
 * Words that reading itself asks for, and those that stand around them in every document of an office: what a damaged
 * text is searched for. In the order of how common they are; "#" is a number, a date or the number of a document.
 */

/** Syllables of which one or two stand in every sentence. */
export const commonWords = `
và, các, của, cho, với, là, có, được, trong, về, tại, theo, này, đến, từ, trên, để, số, ngày, tháng, năm, tỉnh, xã, sở, ngành, một,
những, hiện, khi, đã, đang, sẽ, phải, cần, việc, công, ra, vào, qua, sau, trước, như, nêu, đó, cùng, do, bị, bởi, hoặc, mà, nếu, không,
chưa, còn, lại, mới, đối, giữa, ngoài, hai, ba, bốn, bộ, ban, đảng, luật, nước, dân, người, đơn, vị, cấp, quý, đồng, thời, tốt, cao
`;

/** Syllables less common. */
export const usualWords = `
huyện, phường, thôn, thành, phố, khu, vùng, tây, bắc, đông, nam, quốc, đoàn, hội, họp, hợp, tác, nhiệm, vụ, giải, pháp, nội, dung,
kế, hoạch, báo, cáo, trình, xem, xét, quyết, định, chỉ, đạo, giao, chủ, trì, phối, rà, soát, xây, dựng, tổ, chức, triển, khai, thực,
tham, mưu, tăng, cường, đẩy, mạnh, hoàn, thiện, tổng, dõi, đôn, đốc, hướng, dẫn, kiểm, tra, nghiên, cứu, đề, xuất, bố, trí, nâng,
chất, lượng, hiệu, quả, kịp, đúng, quy, quan, liên, hệ, địa, phương, bàn, tình, hình, kết, luận, ý, kiến, đồng, chí, dự, thảo, gồm,
nhân, chính, trị, kinh, tế, văn, hóa, thể, thao, du, lịch, giáo, dục, đào, tạo, khoa, học, nghệ, y, môi, trường, nông, nghiệp,
thương, mại, tài, đầu, tư, phát, sinh, đổi, sáng, chuyển, thông, tin, truyền, dữ, liệu, quản, lý, sử, dụng, sản, phẩm, mục, tiêu,
thứ, lần, nhất, cụ, quốc, tế, hồ, sơ, thủ, tục, hành, cải, cách, giám, đốc, viên, chức, cán, bộ, thẩm, quyền, trách, an, ninh, trật,
tự, phòng, chống, dự, án, vốn, ngân, sách, phí, thuế, chi, thu, giá, trị, lớn, nhỏ, nhiều, ít, hơn, dưới, gần, khoảng, đạt, tỷ, lệ,
chậm, sớm, nhanh, hằng, hàng, tuần, đầu, cuối, giữa, nay, mai, kỳ, hạn, mốc, phần, mặt, bên, phía, nơi, chỗ, tới, gửi, nhận, lưu
`;

/** Phrases by which documents are ordered and orders given (Nghị định 30/2020/NĐ-CP; Quy định 66-QĐ/TW; usual wording). */
export const officePhrases = `
Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc, Đảng Cộng sản Việt Nam, Ủy ban nhân dân, Hội đồng nhân dân,
ngày # tháng # năm #, ngày #, tháng #, năm #, số #, số: #, quý #, trước ngày #, chậm nhất ngày #, chậm nhất là ngày #,
chậm nhất vào ngày #, hoàn thành trước ngày #, hoàn thành trong tháng #, trong tháng #, trong tháng # năm #, trong năm #, trong quý #,
từ ngày #, đến ngày #, đến hết ngày #, đến năm #, giai đoạn #, kể từ ngày #, kể từ ngày ký, ngay sau khi, trong vòng # ngày,
trong thời hạn # ngày, ngày làm việc, 6 tháng đầu năm, 6 tháng cuối năm, trước ngày # hằng tháng, trước ngày # hàng năm,
hằng năm, hàng năm, hằng quý, hàng quý, hằng tháng, hàng tháng, hằng tuần, định kỳ hằng tháng, định kỳ hàng tháng, định kỳ hằng quý,
định kỳ hằng năm, định kỳ # tháng, định kỳ, thường xuyên, thường xuyên liên tục, đột xuất, khi có yêu cầu, khi phát sinh,
khi cần thiết, trong thời gian tới, trong thời gian qua, thời gian đến, thời gian tới, thời gian qua, thời gian hoàn thành,
thời hạn hoàn thành, thời gian thực hiện, tiến độ, xong trước ngày #, báo cáo kết quả trước ngày #, gửi về # trước ngày #,
Nghị quyết số #, Nghị quyết, Quyết định số #, Quyết định, Chỉ thị số #, Chỉ thị, Kế hoạch số #, Kế hoạch, Thông báo số #, Thông báo,
Công văn số #, Công văn, Văn bản số #, văn bản, Báo cáo số #, Báo cáo, Tờ trình số #, Tờ trình, Chương trình hành động số #,
Chương trình hành động, Chương trình số #, Nghị định số #, Nghị định, Thông tư số #, Thông tư, Luật, Kết luận số #, Kết luận,
Đề án số #, Đề án, Quy chế, Quy định số #, Quy định, Hướng dẫn số #, Công điện số #, Công điện, Chiến lược, Phương án, Phụ lục,
Biên bản, Giấy mời, Quy trình, Danh mục, Thông báo kết luận số #, Thông báo kết luận, của Bộ Chính trị, của Ban Bí thư, của Chính phủ,
của Thủ tướng Chính phủ, của Tỉnh ủy, của Thành ủy, của Ban Thường vụ Tỉnh ủy, của Trung ương, của tỉnh, của thành phố, của xã,
căn cứ, theo đề nghị của, xét đề nghị của, kèm theo, ban hành kèm theo, về việc, nơi nhận, như trên, kính gửi, lưu, phần thứ nhất,
phần thứ hai, điều #, chương, mục, khoản, điểm, thay mặt, thừa lệnh, ký thay, thừa ủy quyền, chủ tịch, phó chủ tịch, chánh văn phòng,
phó chánh văn phòng, giám đốc, phó giám đốc, bộ trưởng, thứ trưởng, thủ tướng, phó thủ tướng, bí thư, phó bí thư, tổng bí thư,
trưởng ban, phó trưởng ban, thủ trưởng, chánh thanh tra, cục trưởng, vụ trưởng, đồng chí, thường trực, ủy viên,
kết luận của đồng chí, tại cuộc họp, tại buổi làm việc, tại hội nghị, tại phiên họp, chủ trì cuộc họp, cùng dự cuộc họp có, tham dự cuộc họp có,
dự họp có, đại diện lãnh đạo các sở, lãnh đạo các sở, sau khi nghe, báo cáo và ý kiến của, ý kiến của các đại biểu, ý kiến phát biểu,
có ý kiến kết luận như sau, có ý kiến kết luận chỉ đạo như sau, kết luận chỉ đạo như sau, kết luận như sau, như sau, cụ thể như sau, cụ thể,
giao sở, giao các sở, giao ủy ban nhân dân, giao UBND, giao văn phòng, giao ban, giao công an, giao bộ, yêu cầu, yêu cầu các sở, đề nghị, đề nghị các,
thống nhất, thống nhất với đề xuất, đồng ý, chủ trì phối hợp với, chủ trì phối hợp với các sở, chủ trì, phối hợp với, phối hợp, phối hợp với các, phối hợp chặt chẽ với,
cơ quan chủ trì, đơn vị chủ trì, cơ quan phối hợp, đơn vị phối hợp, và các cơ quan liên quan, các cơ quan đơn vị liên quan,
các cơ quan đơn vị có liên quan, các cơ quan có liên quan, các đơn vị liên quan, các sở ngành liên quan, các ngành liên quan, và các sở ngành liên quan,
các sở ban ngành, các sở ban ngành liên quan, các sở ban ngành đơn vị liên quan, các sở ban ngành địa phương, các sở ngành địa phương, các sở ngành, các ban ngành,
các bộ ngành, các bộ ngành Trung ương, các địa phương, các địa phương liên quan, các xã phường, UBND các xã phường, UBND các xã, UBND cấp xã,
UBND các huyện thị xã thành phố, UBND tỉnh, Chủ tịch UBND tỉnh, Chủ tịch UBND, Phó Chủ tịch UBND tỉnh, Văn phòng UBND tỉnh, HĐND tỉnh, trụ sở UBND tỉnh,
trình UBND tỉnh, báo cáo UBND tỉnh, tham mưu UBND tỉnh, trình Chủ tịch UBND tỉnh, báo cáo Chủ tịch UBND tỉnh, tham mưu trình, đề xuất UBND tỉnh,
UBND tỉnh xem xét quyết định, xem xét quyết định, trình Ban Thường vụ, trình cấp có thẩm quyền, cấp có thẩm quyền, theo thẩm quyền, theo quy định,
đúng quy định, theo quy định của pháp luật, quy định của pháp luật, theo chức năng nhiệm vụ, chức năng nhiệm vụ, trong phạm vi, có trách nhiệm, chịu trách nhiệm,
chịu trách nhiệm trước, tổ chức thực hiện, triển khai thực hiện, tổ chức triển khai thực hiện, để triển khai thực hiện, biết thực hiện, thông báo để,
thông báo đến, quá trình thực hiện, trong quá trình, trong quá trình triển khai thực hiện, nếu có khó khăn vướng mắc, khó khăn vướng mắc, khó khăn,
vướng mắc, tháo gỡ khó khăn, kịp thời báo cáo, kịp thời, khẩn trương, chủ động, nghiêm túc, quyết liệt, đồng bộ, hiệu quả, có hiệu quả, đồng thời,
trong đó, trên cơ sở, trên cơ sở đó, theo hướng, theo tinh thần, 6 rõ, rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ thẩm quyền, rõ sản phẩm,
rõ kết quả, kết quả thực hiện, báo cáo kết quả, báo cáo kết quả thực hiện, tổng hợp báo cáo, tổng hợp, theo dõi, đôn đốc, theo dõi đôn đốc, kiểm tra,
giám sát, hướng dẫn, đánh giá, sơ kết, tổng kết, xây dựng kế hoạch, ban hành kế hoạch, hoàn thiện, hoàn chỉnh, dự thảo, dự thảo kế hoạch,
cơ quan, các cơ quan, đơn vị, các đơn vị, hoạt động, các hoạt động, sự kiện, nguồn lực, nhân lực, nguồn nhân lực, nhu cầu, chất lượng cao, đầy đủ, chặt chẽ, đạt được, chủ trương, đường lối, nhà nước, nhà đầu tư, thuận lợi, minh bạch, công khai, người nước ngoài, linh hoạt, nguyên tắc, hiện đại, tinh thần, trung tâm, thỏa thuận, thỏa thuận quốc tế, ký kết, cam kết, theo dõi, nắm bắt, đại diện, quan hệ, hợp tác, hữu nghị, sử dụng, điều hòa, tiết kiệm, thực chất, thiết thực, kết quả, chính phủ, trung ương, tỉnh ủy, thành ủy, huyện ủy, đảng ủy, hồ sơ, danh sách, danh mục, phương án, giải pháp, nhiệm vụ, các nhiệm vụ, nhiệm vụ giải pháp, mục tiêu, chỉ tiêu, nội dung, các nội dung,
lĩnh vực, các lĩnh vực, linh vực sau, cơ sở dữ liệu, cơ sở, trụ sở, địa bàn, trên địa bàn, trên địa bàn tỉnh, trên địa bàn thành phố, trong tỉnh, toàn tỉnh, tình hình,
tình hình mới, công tác, chương trình, dự án, đầu tư, đầu tư công, kinh phí, dự toán, ngân sách, ngân sách nhà nước, nguồn vốn, giải ngân,
cải cách hành chính, thủ tục hành chính, chuyển đổi số, công nghệ thông tin, an ninh trật tự, quốc phòng an ninh, quốc phòng, an ninh, đối ngoại,
hội nhập quốc tế, hợp tác quốc tế, kinh tế, xã hội, kinh tế xã hội, văn hóa, thể thao, du lịch, giáo dục, y tế, khoa học, công nghệ, khoa học công nghệ,
đổi mới sáng tạo, môi trường, nông nghiệp, nông thôn, nông thôn mới, công nghiệp, thương mại, dịch vụ, tài chính, đất đai, xây dựng, giao thông, lao động,
việc làm, doanh nghiệp, hợp tác xã, nhân dân, người dân, cán bộ, công chức, viên chức, cán bộ công chức viên chức, chính quyền, chính quyền địa phương,
tiềm năng, thế mạnh, liên quan, có liên quan, trực thuộc, cấp ủy, hệ thống, hệ thống chính trị, pháp luật, chính sách, cơ chế, cơ chế chính sách,
thu hút, xúc tiến, quảng bá, kết nối, thị trường, sản phẩm, xuất khẩu, nhập khẩu, cửa khẩu, biên giới, các tỉnh, các nước, nước ngoài, trong nước,
tiếp tục, tăng cường, đẩy mạnh, nâng cao, nâng cao chất lượng, nâng cao hiệu quả, chú trọng, tập trung, ưu tiên, bảo đảm, đảm bảo, phù hợp, phù hợp với,
cần thiết, quan trọng, trọng tâm, trọng điểm, cụ thể hóa, đối với, để thực hiện, nhằm, góp phần, thông qua, bao gồm, gắn với, cũng như, ngoài ra, bên cạnh đó,
trước mắt, lâu dài, hiện nay, vừa qua, kèm theo Quyết định số #, ban hành kèm theo Quyết định số #, có hiệu lực, có hiệu lực kể từ ngày ký, chịu trách nhiệm thi hành Quyết định này,
sửa đổi, bổ sung, thay thế, bãi bỏ, thực hiện Nghị quyết, thực hiện Kế hoạch, tổ chức thực hiện Kế hoạch, giao nhiệm vụ, phân công, phân công nhiệm vụ, phân cấp, ủy quyền
`;
