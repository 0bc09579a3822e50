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

/** What stands before numbers. */
export const numberWords = `
số #, số: #, ngày #, tháng #, năm #, quý #, điều #, khoản #, mục #, phụ lục #, ngày # tháng # năm #
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
căn cứ, Căn cứ Luật, Căn cứ Luật Tổ chức chính quyền địa phương, Căn cứ Nghị quyết số #, Căn cứ Nghị định số #, Căn cứ Quyết định số #, Căn cứ Thông tư số #, Căn cứ Chỉ thị số #, Căn cứ Kế hoạch số #, Căn cứ Chương trình số #, Thực hiện Nghị quyết số #, Thực hiện Chỉ thị số #, Thực hiện Công văn số #, Thực hiện Kế hoạch số #, Thực hiện Quyết định số #, theo đề nghị của, xét đề nghị của, kèm theo, ban hành kèm theo, về việc, nơi nhận, như trên, kính gửi, lưu, phần thứ nhất,
phần thứ hai, điều #, chương, mục, khoản, điểm, thay mặt, thừa lệnh, ký thay, thừa ủy quyền, chủ tịch, phó chủ tịch, chánh văn phòng,
phó chánh văn phòng, giám đốc, phó giám đốc, bộ trưởng, thứ trưởng, thủ tướng, phó thủ tướng, bí thư, phó bí thư, tổng bí thư,
trưởng ban, phó trưởng ban, thủ trưởng, thủ trưởng các cơ quan, thủ trưởng các cơ quan đơn vị, thủ trưởng các sở ban ngành, thủ trưởng các sở ngành, thủ trưởng các đơn vị, thủ trưởng cơ quan, giám đốc các sở, giám đốc sở, chánh văn phòng UBND tỉnh, chủ tịch UBND các huyện thị xã thành phố, chủ tịch UBND các xã phường, chủ tịch Ủy ban nhân dân các xã phường, các chủ đầu tư, chánh thanh tra, cục trưởng, vụ trưởng, đồng chí, thường trực, ủy viên,
kết luận của đồng chí, tại cuộc họp, tại buổi làm việc, tại hội nghị, tại phiên họp, chủ trì cuộc họp, cùng dự cuộc họp có, tham dự cuộc họp có,
dự họp có, đại diện lãnh đạo các sở, lãnh đạo các sở, sau khi nghe, báo cáo và ý kiến của, ý kiến của các đại biểu, ý kiến phát biểu,
có ý kiến kết luận như sau, có ý kiến kết luận chỉ đạo như sau, kết luận chỉ đạo như sau, kết luận như sau, như sau, cụ thể như sau, cụ thể,
giao sở, giao các sở, giao ủy ban nhân dân, giao UBND, giao văn phòng, giao ban, giao công an, giao bộ, yêu cầu, yêu cầu các sở, đề nghị, đề nghị các,
thống nhất, thống nhất với đề xuất, đồng ý, chủ trì phối hợp với, chủ trì phối hợp với các sở, chủ trì, phối hợp với, phối hợp, phối hợp với các, phối hợp chặt chẽ với,
cơ quan chủ trì, đơn vị chủ trì, cơ quan phối hợp, đơn vị phối hợp, và các cơ quan liên quan, các cơ quan đơn vị liên quan,
các cơ quan đơn vị có liên quan, các cơ quan có liên quan, các đơn vị liên quan, các sở ngành liên quan, các ngành liên quan, và các sở ngành liên quan,
các sở ban ngành, các sở ban ngành liên quan, các sở ban ngành đơn vị liên quan, các sở ban ngành địa phương, các sở ngành địa phương, các sở ngành, các ban ngành,
các bộ ngành, các bộ ngành Trung ương, các địa phương, các địa phương liên quan, các xã phường, UBND các xã phường, UBND các xã phường đặc khu, các xã phường đặc khu, đặc khu, UBND các huyện, các huyện thị xã thành phố, các tỉnh thành phố, UBND các tỉnh, UBND các xã, Ủy ban nhân dân các xã phường, Ủy ban nhân dân tỉnh, Ủy ban nhân dân thành phố, Ủy ban nhân dân cấp xã, một năm một lần, mỗi năm một lần, mỗi quý một lần, mỗi tháng một lần, UBND cấp xã,
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

/** Words of two and more syllables that administrative texts of any field use. */
export const fieldWords = `
quốc tế, Việt Nam, Nhà nước, Nhân dân, Quốc hội, Mặt trận Tổ quốc, Đoàn Thanh niên, Hội Nông dân, Hội Phụ nữ, Liên đoàn Lao động, doanh nghiệp nhà nước,
hội nhập, hội nghị, hội thảo, cuộc họp, buổi làm việc, diễn đàn, hội chợ, lễ hội, sự nghiệp, đại hội, nhiệm kỳ, khóa học, lớp tập huấn, tập huấn, bồi dưỡng, đào tạo,
nghiên cứu, nghiên cứu khoa học, ứng dụng, chuyển giao, chuyên gia, nhà khoa học, khoa học cơ bản, thí điểm, mô hình, chiến lược, đột phá, tầm nhìn, định hướng, phương hướng,
phát triển, phát triển kinh tế, phát triển bền vững, tăng trưởng, tăng trưởng xanh, kinh tế số, xã hội số, chính quyền số, kinh tế tuần hoàn, năng lượng, năng lượng tái tạo, bán dẫn,
trí tuệ nhân tạo, an toàn thông tin, an ninh mạng, hạ tầng, hạ tầng số, nền tảng, nền tảng số, dữ liệu số, dữ liệu lớn, cổng thông tin điện tử, trang thông tin điện tử, điện tử, trực tuyến,
dịch vụ công, dịch vụ công trực tuyến, một cửa, hồ sơ công việc, văn thư lưu trữ, thi đua khen thưởng, kỷ luật, kỷ cương, tinh giản biên chế, biên chế, tuyển dụng, bổ nhiệm, luân chuyển,
sáp nhập, hợp nhất, sắp xếp tổ chức bộ máy, tổ chức bộ máy, bộ máy, đơn vị hành chính, chính quyền địa phương hai cấp, đơn vị sự nghiệp công lập, tự chủ, phân bổ, quyết toán, thanh toán, tạm ứng,
mua sắm, đấu thầu, chủ đầu tư, nhà thầu, giải phóng mặt bằng, bồi thường, tái định cư, thu hồi đất, giao đất, cho thuê đất, giá đất, quy hoạch, quy hoạch sử dụng đất, bản đồ, đo đạc, chuyển mục đích,
khu công nghiệp, cụm công nghiệp, khu kinh tế, khu dân cư, khu đô thị, đô thị, nhà ở xã hội, nhà tạm, nhà dột nát, công trình, thi công, khởi công, hoàn công, nghiệm thu, bàn giao, bảo trì, sửa chữa, nâng cấp,
giao thông, đường bộ, đường sắt, đường thủy, cao tốc, quốc lộ, tỉnh lộ, cầu cống, vận tải, bến xe, sân bay, cảng biển, an toàn giao thông, tai nạn giao thông, ùn tắc, kẹt xe,
nông lâm thủy sản, trồng trọt, chăn nuôi, thủy sản, thủy lợi, lâm nghiệp, kiểm lâm, rừng, phòng cháy chữa cháy, phòng cháy chữa cháy rừng, phá rừng, trồng rừng, môi trường rừng, khai thác, khoáng sản, tài nguyên,
tài nguyên nước, biến đổi khí hậu, thiên tai, bão lũ, sạt lở, hạn hán, xâm nhập mặn, cứu hộ, cứu nạn, tìm kiếm cứu nạn, phòng chống thiên tai, dịch bệnh, phòng chống dịch, tiêm chủng, khám bệnh, chữa bệnh, khám chữa bệnh,
bệnh viện, trạm y tế, bảo hiểm y tế, bảo hiểm xã hội, chăm sóc sức khỏe, sức khỏe, vệ sinh, an toàn thực phẩm, nước sạch, rác thải, chất thải, nước thải, ô nhiễm, khí thải, tín chỉ, các bon,
trường học, học sinh, sinh viên, giáo viên, giảng viên, trường đại học, đại học, cao đẳng, trung học phổ thông, phổ thông, mầm non, tiểu học, năm học, khai giảng, ngoại ngữ, kỹ năng, trình độ, chuyên môn, nghiệp vụ,
văn nghệ, nghệ thuật, di sản, di tích, bảo tàng, thư viện, gia đình, trẻ em, người cao tuổi, người khuyết tật, bình đẳng giới, giảm nghèo, hộ nghèo, hộ cận nghèo, an sinh xã hội, người có công, liệt sĩ, hài cốt liệt sĩ, thương binh,
dân tộc, tôn giáo, tín ngưỡng, đồng bào, vùng sâu vùng xa, miền núi, miền núi biên giới, hải đảo, biên giới, cột mốc, cửa khẩu quốc tế, hữu nghị, đoàn kết, giao lưu, kết nghĩa, tỉnh bạn, nước bạn, quan hệ, đối tác, đối tượng,
đoàn ra, đoàn vào, lãnh sự, bảo hộ công dân, lễ tân, phi chính phủ, viện trợ, tài trợ, vốn đầu tư, nhà tài trợ, nước ngoài, người Việt Nam ở nước ngoài, kiều bào, xuất cảnh, nhập cảnh, hộ chiếu, đi nước ngoài,
tội phạm, ma túy, buôn lậu, gian lận thương mại, khiếu nại, tố cáo, tiếp công dân, đơn thư, thanh tra, kiểm toán, vi phạm, xử lý vi phạm, xử phạt, vi phạm hành chính, tham nhũng, lãng phí, tiêu cực, tiết kiệm, chống lãng phí,
dân quân tự vệ, nghĩa vụ quân sự, diễn tập, phòng thủ, khu vực phòng thủ, trật tự an toàn xã hội, phong trào, vận động, tuyên truyền, phổ biến, quán triệt, nhận thức, báo chí, phát thanh, truyền hình, mạng xã hội, dư luận,
kết quả, tồn tại, hạn chế, nguyên nhân, bài học kinh nghiệm, khách quan, chủ quan, kiến nghị, đề xuất, thành tích, biểu dương, phê bình, rút kinh nghiệm, nhân rộng, điển hình, tiên tiến, hiện đại, bền vững, toàn diện, đồng đều,
số liệu, chỉ số, tỷ lệ, kim ngạch, tổng vốn, vốn đăng ký, doanh thu, sản lượng, diện tích, dân số, quy mô, chất lượng, số lượng, thời điểm, giai đoạn, lộ trình, kịch bản, mức độ, tiêu chí, tiêu chuẩn, quy chuẩn, định mức, đơn giá,
hợp đồng, thỏa thuận, biên bản ghi nhớ, bản ghi nhớ, điều ước, cam kết, văn bản quy phạm pháp luật, quy phạm, hiệu lực, thi hành, áp dụng, rà soát văn bản, thẩm định, thẩm tra, phê duyệt, chấp thuận, cho phép, cấp phép, giấy phép,
tổ công tác, tổ chức, ban chỉ đạo, tổ giúp việc, đoàn kiểm tra, hội đồng, ban quản lý, ban quản lý dự án, trung tâm, chi cục, phòng ban, thành viên, tổ trưởng, tổ phó, người đứng đầu, trách nhiệm người đứng đầu, đầu mối, cơ quan đầu mối, cơ quan thường trực,
người nước ngoài, khách du lịch, du khách, điểm đến, sản phẩm du lịch, thương hiệu, nhãn hiệu, chỉ dẫn địa lý, hàng hóa, tiêu dùng, giá cả, bình ổn, lưu thông, phân phối, chuỗi giá trị, chuỗi cung ứng, liên kết vùng, liên kết, hợp tác xã,
khởi nghiệp, đổi mới, sáng tạo, cải thiện, môi trường đầu tư, năng lực cạnh tranh, thuận lợi, khó khăn, thách thức, cơ hội, tác động, ảnh hưởng, nguy cơ, rủi ro, phát hiện, ngăn chặn, xử lý, khắc phục, tháo gỡ, giải quyết, hoạt động, duy trì, củng cố, nắm chắc, nắm vững,
ghi nhận, đánh giá cao, cơ bản, chủ yếu, kể cả, kể từ, tính đến, so với, cùng kỳ, bình quân, toàn quốc, cả nước, quốc gia, khu vực, thế giới, quốc tế hóa, song phương, đa phương, trong và ngoài nước, lan tỏa, hình ảnh, hình thành, thành lập, kiện toàn,
theo chỉ đạo của, theo đề nghị của, trên tinh thần, bám sát, đúng tiến độ, đúng thời gian, đúng mục đích, mục đích, yêu cầu, ý nghĩa, quan điểm, nguyên tắc, phạm vi, đối tượng áp dụng, thời gian, địa điểm, thành phần, nội dung chương trình, hình thức, phương thức,
một số, nhiều, tất cả, mỗi, từng, toàn bộ, đầy đủ, chặt chẽ, sâu rộng, rộng rãi, mạnh mẽ, căn bản, triệt để, công khai minh bạch, linh hoạt, phù hợp, thiết thực, cần thiết, cấp bách, phức tạp, ổn định, an toàn, nghiêm, nghiêm minh, kiên quyết, chính xác, trung thực
`;

/** Syllables of which names of persons are made; in their capitals. */
export const personNames = `
Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đinh, Đoàn, Trương, Lâm, Mai, Cao, Hà, Tô, Lương, Tạ, Thái, Triệu, Chu, Đào, Phùng, Quách, Trịnh, Vi, Lò, Lục, Nông, Hứa, Tống, Từ, Kiều, Tăng, Châu, Thạch, Sơn,
Văn, Thị, Minh, Anh, Tuấn, Hùng, Dũng, Cường, Sơn, Hải, Nam, Long, Thắng, Hòa, Bình, Đức, Quang, Vinh, Thành, Trung, Kiên, Hiếu, Hưng, Khánh, Khôi, Khoa, Khang, Lộc, Lợi, Luân, Mạnh, Nghĩa, Ngọc, Nhân, Nhật, Phát, Phong, Phú, Phúc, Phước, Quân, Quốc, Quý,
Sang, Sinh, Tài, Tâm, Tân, Tấn, Thiện, Thịnh, Thọ, Thuận, Thức, Tiến, Tín, Toàn, Trí, Trọng, Trường, Tú, Tùng, Tường, Tỉnh, Uy, Việt, Vượng, Xuân, Yên, Hạnh, Hằng, Hiền, Hoa, Hồng, Hương, Huyền, Lan, Liên, Linh, Loan, Ly, My, Nga, Nguyệt, Nhung, Oanh, Phương,
Phượng, Quyên, Quỳnh, Thảo, Thanh, Thủy, Thúy, Thu, Trang, Trâm, Trinh, Tuyết, Vân, Vy, Yến, Ánh, Ái, Bảo, Bích, Cẩm, Chí, Chiến, Công, Diệu, Duy, Đạt, Đăng, Điền, Đình, Đông, Gia, Giang, Hậu, Hiệp, Hoài, Hợp, Hữu, Kim, Lượng, Lực, Lưu, Nhã, Ninh, Sỹ, Sĩ, Thế, Thuyết, Tiệp, Trưởng, Tuân, Vĩnh, Y
`;
