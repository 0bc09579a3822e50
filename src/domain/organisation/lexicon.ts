import { addName, emptyIndex, type NameIndex, type NameMatch, namesAt } from "./name-index.ts";
import { accentDistance, pausesAgree } from "./spelling.ts";
import type { Word } from "./words.ts";

/**
 * Words by which Vietnamese documents speak of bodies in general: facts of the language, not of one document.
 * Found by `phrasesAt`, which respects accents ("Quỹ" is a head of names, "Quy Nhơn" is not).
 */

/** Offices that stand before the body they lead: an order to the office holder is an order to the body. */
export const offices = indexOf(
  "Giám đốc",
  "Phó Giám đốc",
  "Tổng Giám đốc",
  "Chủ tịch",
  "Phó Chủ tịch",
  "Phó",
  "Chánh",
  "Chánh án",
  "Bộ trưởng",
  "Thứ trưởng",
  "Cục trưởng",
  "Chi cục trưởng",
  "Vụ trưởng",
  "Viện trưởng",
  "Hiệu trưởng",
  "Trưởng",
  "Trưởng ban",
  "Thủ trưởng",
  "Thủ trưởng cơ quan",
  "Chỉ huy trưởng",
  "Chính ủy",
  "Tư lệnh",
  "Bí thư",
  "Phó Bí thư",
  "Chủ nhiệm",
  "Tổng Biên tập",
  "Thống đốc",
  "Lãnh đạo",
  "Tập thể lãnh đạo",
  "Người đứng đầu",
  "Trạm trưởng",
  "Tổ trưởng",
  "Đội trưởng",
  "Đồn trưởng",
  "Hạt trưởng",
  "Đại diện lãnh đạo",
  "Đại diện",
  "Đồng chí Giám đốc",
  "Đồng chí Chủ tịch",
  "Đồng chí Bí thư",
  "Các đồng chí Giám đốc",
  "Các đồng chí Chủ tịch",
  "Các đồng chí Bí thư",
  "Các đồng chí lãnh đạo",
);

/** First words of the names of single bodies that no list can hold. The word after them must have a capital. */
export const heads = indexOf(
  ..."Sở|Bộ|Ban|Cục|Vụ|Viện|Học viện|Nhạc viện|Trung tâm|Trường|Trường Đại học|Trường Cao đẳng|Đại học|Báo|Tạp chí|Đài|Hội|Hiệp hội|Liên hiệp|Liên đoàn|Liên minh|Công ty|Công ty TNHH|Công ty Cổ phần|Công ty CP|Tổng Công ty|Tập đoàn|Ngân hàng|Ngân hàng TMCP|Quỹ|Bệnh viện|Chi cục|Tổng cục|Phòng|Văn phòng|Văn phòng đại diện|Ủy ban|UBND|HĐND|Đảng ủy|Đảng bộ|Thành đoàn|Huyện ủy|Thành ủy|Tỉnh ủy|Thị ủy|Đoàn|Thanh tra|Kho bạc|Bảo hiểm xã hội|Tòa án|Viện kiểm sát|Công an|Bộ Chỉ huy|Bộ Tư lệnh|Ban Chỉ huy|Ban Chỉ đạo|Ban Quản lý|BQL|Ban Quản lý dự án|BQLDA|Ban QLDA|Bộ đội|Bộ đội Biên phòng|Đồn Biên phòng|Đồn|Cảng|Cảng vụ|Cảng hàng không|Hải quan|Thuế|Bưu điện|Viễn thông|VNPT|Viettel|Điện lực|Nhà xuất bản|Nhà hát|Nhà máy|Bảo tàng|Thư viện|Vườn quốc gia|Hãng phim|Hãng|Tổ công tác|Tiểu ban|Hội đồng|Đại sứ quán|Tổng Lãnh sự quán|Lãnh sự quán|Câu lạc bộ|Hợp tác xã|HTX|Chi nhánh|Kiểm toán nhà nước|Quân khu|Quân đoàn|Lữ đoàn|Binh đoàn|Trung đoàn|Sư đoàn|Đội|Hạt Kiểm lâm|Trạm|Trạm Y tế|Ga|Xí nghiệp|Nông trường|Khu bảo tồn|Mặt trận Tổ quốc|Hội Liên hiệp|Phân viện|Phân hiệu|Tổ|Cụm|Chi hội|Ban liên lạc|Thị đoàn|Huyện đoàn|Cổng Thông tin điện tử".split(
    "|",
  ),
);

/** Organs that have no name of their own and take that of the body they belong to. */
export const organs = indexOf(
  "Văn phòng",
  "Thanh tra",
  "Đảng ủy",
  "Đảng bộ",
  "Ban Thường vụ Đảng ủy",
  "Ban Giám đốc",
  "Công đoàn",
  "Lãnh đạo",
);

/** Words that open a collective: after them comes a common noun. */
export const determiners = indexOf(
  "các",
  "những",
  "một số",
  "tất cả",
  "tất cả các",
  "toàn thể",
  "toàn bộ",
  "toàn bộ các",
  "mọi",
  "từng",
  "mỗi",
  "đại diện các",
  "một số các",
  "hai",
  "ba",
);

/** Common nouns for bodies and persons. */
export const generics = indexOf(
  ..."cơ quan|đơn vị|địa phương|sở|sở ngành|ban|ngành|ban ngành|bộ|bộ ngành|cục|vụ|viện|phòng|phòng ban|xã|phường|đặc khu|thị trấn|huyện|thị xã|thành phố|tỉnh|quận|doanh nghiệp|tổ chức|tổ chức chính trị|tổ chức chính trị - xã hội|tổ chức xã hội|tổ chức xã hội - nghề nghiệp|tổ chức đoàn thể|đoàn thể|đoàn thể chính trị - xã hội|hội|hội đoàn thể|hội quần chúng|hiệp hội|hiệp hội ngành hàng|hiệp hội ngành nghề|hiệp hội doanh nghiệp|trường|trường học|trường đại học|trường cao đẳng|trường đại học cao đẳng|nhà trường|bệnh viện|cơ sở|cơ sở y tế|cơ sở giáo dục|cơ sở đào tạo|cấp ủy|cấp|cấp ủy đảng|đảng ủy|chi bộ|đảng bộ|chính quyền|chính quyền địa phương|thành viên|tiểu ban|tổ công tác|ban chỉ đạo|ban đảng|ban xây dựng Đảng|cơ quan chuyên môn|chủ đầu tư|nhà đầu tư|nhà thầu|lực lượng|lực lượng chức năng|đại sứ quán|cơ quan đại diện|tổng lãnh sự quán|trung tâm|trung tâm nghiên cứu|viện nghiên cứu|chuyên gia|nhà khoa học|cá nhân|người dân|nhân dân|hộ gia đình|hợp tác xã|công ty|tập đoàn|tổng công ty|ngân hàng|ngân hàng thương mại|tổ chức tín dụng|cơ quan báo chí|cơ quan thông tấn|cơ quan truyền thông|báo đài|báo chí|cơ quan liên quan|đơn vị liên quan|đối tác|tổ chức quốc tế|thôn|làng|buôn|tổ dân phố|khu phố|khu công nghiệp|cụm công nghiệp|ban quản lý|ban quản lý dự án|chi nhánh|đồn biên phòng|đồn|cơ sở sản xuất|cơ sở kinh doanh|cộng đồng|cộng đồng dân cư|chủ rừng|nghệ nhân|nghệ sĩ|nghệ sỹ|câu lạc bộ|văn phòng|tạp chí|báo|trưởng phòng|người đứng đầu|bộ trưởng|xã hội - nghề nghiệp|tỉnh ủy|thành ủy|vườn quốc gia|khu bảo tồn|mặt trận|lực lượng vũ trang|cơ quan tham mưu|đồng chí|cơ quan trung ương|bộ phận|trạm y tế|hạt kiểm lâm|chi cục|quận ủy|huyện ủy|thị ủy|ban công tác mặt trận|trưởng ban công tác mặt trận|kho bạc|tòa án|công an|quân sự|biên phòng|thôn bản|thôn làng|thôn buôn|bản làng|trưởng thôn|trưởng bản|trưởng thôn bản|trưởng ấp|trưởng khu phố|tổ trưởng tổ dân phố|bí thư chi bộ|ấp|khóm|khối phố|khu dân cư|tập thể|mặt trận tổ quốc|mặt trận tổ quốc Việt Nam|đơn vị tư vấn|đơn vị thi công".split(
    "|",
  ),
);

/** Words that begin like a common noun for bodies and mean something else: "trường hợp", "xã hội". */
const falseNouns = indexOf(
  ..."trường hợp|xã hội|xã hội hóa|tổ chức thực hiện|tổ chức triển khai|tổ chức các|tổ chức lực lượng|tổ chức bộ máy|báo cáo|cơ sở dữ liệu|cơ sở vật chất|cơ sở hạ tầng|cơ sở pháp lý|vụ việc|vụ án|hội nghị|hội thảo|hội nhập|hội chợ|hội viên|viện trợ|phòng chống|phòng, chống|phòng ngừa|ban hành|bộ máy|bộ tiêu chí|bộ chỉ số|cấp độ|cấp phép|cấp giấy|cấp phát|cấp thẩm quyền|ngành nghề|đội ngũ|bản đồ|báo chí quốc tế|thành phố Hồ Chí Minh|cấp bách|trường quay|cục bộ|ngành kinh tế|ngành công nghiệp|ngành nông nghiệp|cấp nước|cấp điện|cấp vốn|vụ mùa|sở hữu|sở thích|sở tại|công ty con|đoàn ra|đoàn vào|đoàn kết|chi cục bộ|đài thọ|phòng dịch|phòng bệnh|thuế suất|thuế quan|thuế thu nhập|thuế giá trị gia tăng|trung tâm hóa|bộ thủ tục|bộ luật|bộ phim|bộ ảnh|bộ tài liệu|bộ câu hỏi|bộ công cụ|bộ dữ liệu|bộ quy tắc|bộ đơn giá|bộ nhận diện|hội đàm|hội thi|hội diễn|hội trường|hội tụ|hội họa|đoàn viên|báo giá|báo động|báo hiệu|trường phái|viện dẫn|viện phí|quỹ đất|quỹ thời gian|đội hình|cụm từ|bản ghi|bản sao|bản án|bản vẽ|bản cam kết|bản tin|bản quyền|bản kê|bản khai|bản chính|bản gốc|bản dịch".split(
    "|",
  ),
);

/**
 * Where a word ends that begins like a body and means something else, at word `i`; `i` itself when none begins there.
 * A comma parts words: "xã, Hội Nông dân" holds no "xã hội".
 */
export function falseNounEnd(words: readonly Word[], i: number): number {
  const found = namesAt(falseNouns, words, i).find(({ values, end }) =>
    values.some((phrase) => {
      const written = words.slice(i, end);
      return accentDistance(written, phrase) === 0 && pausesAgree(written, phrase);
    }),
  );
  return found?.end ?? i;
}

/** What narrows a collective and belongs to its words. */
export const qualifiers = indexOf(
  ..."liên quan|có liên quan|trong tỉnh|trên địa bàn|trên địa bàn tỉnh|trên địa bàn thành phố|trong và ngoài tỉnh|trong và ngoài nước|trong nước|trong nước và quốc tế|ngoài nước|nước ngoài|quốc tế|của tỉnh|của thành phố|của Trung ương|thuộc tỉnh|thuộc thành phố|tỉnh|thành phố|cấp tỉnh|cấp xã|cấp huyện|các cấp|cấp ủy|Trung ương|ở Trung ương|ở địa phương|địa phương|biên giới|vùng biên|ven biển|nêu trên|nói trên|được giao|khác|chức năng|có chức năng|chuyên môn|trực thuộc|trực thuộc Trung ương|đóng trên địa bàn|đóng trên địa bàn tỉnh|tại địa phương|ở nước ngoài|tại nước ngoài|có trụ sở trên địa bàn|xã hội|chính trị - xã hội|nhà nước|công lập|ngành dọc|ngang bộ|thuộc Chính phủ|thuộc bộ|thuộc sở|thuộc UBND tỉnh|cùng cấp|hai bên|chủ trì|cơ sở|thành viên|tham mưu|hữu quan|trong hệ thống chính trị|trong khu vực|lân cận|trong vùng|của Đảng|Đảng|phối hợp|thương mại|báo chí|đại chúng|và địa phương|nhân dân|hạ tầng|thứ cấp|thi công|xây dựng Đảng|Tỉnh ủy|Thành ủy|trực thuộc Tỉnh ủy|trực thuộc Thành ủy".split(
    "|",
  ),
);

/** Single words by which a sentence goes on after the name of a body; compared with accents. */
export const sentenceWords: ReadonlySet<string> = new Set(
  "tăng giảm đưa mỗi ngay có chịu để tại là được cho khi nếu thì mà đã đang sẽ cần phải kịp sớm do từ đến trước sau như nhằm nêu này đó qua vào bằng rất chưa còn cũng đều theo trình gửi trong lập ký giao mời cùng với xem giúp tự nhanh thuộc của đăng".split(
    " ",
  ),
);

/** Of these words those that are also second syllables of names: "Trợ giúp", "Công trình", "Ngoại giao". */
export const innerSyllables: ReadonlySet<string> = new Set(
  "giúp trình lập ký giao mời tự nhanh sớm đăng xem gửi kịp trong sau trước".split(" "),
);

/** Words of two syllables of which one is among these words: "công trình", "giao thông", "đăng ký". */
export const compounds = indexOf(
  ..."công trình|chương trình|quá trình|quy trình|lộ trình|tiến trình|giáo trình|giao thông|giao dịch|giao lưu|ngoại giao|chuyển giao|tự nhiên|tự nguyện|tự động|tự chủ|từ thiện|từ xa|đăng ký|đăng kiểm|thành lập|độc lập|công lập|dân lập|lập pháp|lập trình|cần cù|trong nước|trong sạch|sau đại học|sau thu hoạch|cùng cấp|trợ giúp|nhu cầu|cán bộ|bằng sáng chế|văn bằng|kịch bản|từ điển|giảm nghèo|tăng trưởng|tăng gia|tập trung|môi trường|khuyết tật|trước bạ|chữ ký|nội trú|ngoại trú".split(
    "|",
  ),
);

/** Verbs of two words by which a sentence goes on. */
export const sentenceVerbs = indexOf(
  ..."chủ trì|phối hợp|triển khai|tổ chức|tham mưu|thực hiện|xây dựng|rà soát|báo cáo|căn cứ|đề xuất|đề nghị|nghiên cứu|khẩn trương|tiếp tục|hướng dẫn|đôn đốc|kiểm tra|tổng hợp|chỉ đạo|cung cấp|bố trí|thẩm định|theo dõi|thường xuyên|tăng cường|đẩy mạnh|nâng cao|hoàn thành|hoàn thiện|hoàn chỉnh|ban hành|tích cực|tập trung|giám sát|đánh giá|quyết định|vận động|tuyên truyền|hỗ trợ|quản lý|lãnh đạo|xử lý|giải quyết|trao đổi|thống nhất|thông báo|chủ động|phân công|đảm bảo|bảo đảm|làm việc|làm đầu mối|mở rộng|thu hút|xác định|cập nhật|công bố|công khai|kết nối|tiếp nhận|tạo điều kiện|duy trì|tiến hành|sử dụng|bổ sung|điều chỉnh|lấy ý kiến|gắn với|kiến nghị|khắc phục|đăng ký|phê duyệt|phát huy|nắm bắt|quán triệt|sửa đổi|trực tiếp|liên hệ|định kỳ|hằng năm|hàng năm|hằng quý|yêu cầu|cụ thể hóa|ưu tiên|huy động|chuẩn bị|tham gia|ký kết|đàm phán|đón tiếp|thành lập|kiện toàn|vận hành|thiết lập|lựa chọn|phổ biến|cho ý kiến|có ý kiến|chịu trách nhiệm|thống kê|phân tích|cân đối|tiếp thu|giải trình|khuyến khích|xúc tiến|phát triển|bám sát|kịp thời|tham vấn|rút kinh nghiệm|nghiêm túc|phân bổ|giới thiệu|quảng bá|đào tạo|bồi dưỡng|thanh tra|phát động|khảo sát|lồng ghép|đầu tư|ứng dụng|kêu gọi|trên cơ sở|trên địa bàn|bao gồm|cụ thể|đồng thời|đồng chủ trì|thẩm tra|phản biện|chấn chỉnh|nộp hồ sơ|tháo gỡ|đề ra|khai thác|bàn giao|xem xét|tuần tra|niêm yết|chi trả|giải ngân|chấp hành|xét xử|xác minh|cưỡng chế|nạo vét|khơi thông|trang bị|lắp đặt|sửa chữa|đẩy nhanh|phấn đấu|đăng tải|phát sóng|đón đoàn|chia sẻ|phân cấp".split(
    "|",
  ),
);

/** Of these verbs those that no name of a body holds: after one of them a sentence goes on even in a list. */
export const announcingVerbs = indexOf(
  ..."chủ trì|phối hợp|triển khai|tham mưu|thực hiện|tổ chức thực hiện|tổ chức triển khai|rà soát|báo cáo|căn cứ|đề xuất|đề nghị|khẩn trương|tiếp tục|đôn đốc|chỉ đạo|bố trí|thường xuyên|tăng cường|đẩy mạnh|nâng cao|hoàn thành|hoàn chỉnh|ban hành|tích cực|tập trung|quyết định|lãnh đạo|trao đổi|thống nhất|chủ động|phân công|làm việc|làm đầu mối|mở rộng|xác định|tạo điều kiện|duy trì|tiến hành|lấy ý kiến|gắn với|kiến nghị|khắc phục|nắm bắt|quán triệt|liên hệ|định kỳ|hằng năm|hàng năm|hằng quý|yêu cầu|cụ thể hóa|chuẩn bị|tham gia|thành lập|kiện toàn|cho ý kiến|có ý kiến|chịu trách nhiệm|tiếp thu|giải trình|bám sát|kịp thời|rút kinh nghiệm|nghiêm túc|phân bổ|phát động|lồng ghép|kêu gọi|trên cơ sở|trên địa bàn|bao gồm|cụ thể|đồng thời|đồng chủ trì|chấn chỉnh|nộp hồ sơ|tháo gỡ|đề ra|bàn giao|xem xét".split(
    "|",
  ),
);

/** Phrases of a lexicon that begin at word `i`, the longest first; accents must agree. */
export function phrasesAt(
  lexicon: NameIndex<string>,
  words: readonly Word[],
  i: number,
): readonly NameMatch<string>[] {
  const found = namesAt(lexicon, words, i);
  return found.length === 0
    ? found
    : found.filter(({ values, end }) =>
        values.some((phrase) => accentDistance(words.slice(i, end), phrase) === 0),
      );
}

function indexOf(...phrases: readonly string[]): NameIndex<string> {
  const index = emptyIndex<string>();
  for (const phrase of phrases) addName(index, phrase, phrase);
  return index;
}
