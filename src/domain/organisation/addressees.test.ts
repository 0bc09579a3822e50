import { describe, expect, it } from "vitest";
import { documentOf, onOneLine, realGazetteer } from "../../../tests/support/gazetteer.ts";
import { readAddressees } from "./addressees.ts";

const gazetteer = realGazetteer();

type Row = readonly [cell: string, expected: string, why: string];

function rowsOf(province: string | null, rows: readonly Row[]): void {
  it.each(rows)("%j → %s (%s)", (cell, expected) => {
    const reading = readAddressees(cell, gazetteer, documentOf(province));
    expect(onOneLine(reading.addressees)).toBe(expected);
    expect(reading.unplaced).toEqual([]);
  });
}

describe("one body in a cell of a province", () => {
  rowsOf("Gia Lai", [
    ["Sở Ngoại vụ", "Sở Ngoại vụ", "as written"],
    ["SỞ NGOẠI VỤ", "Sở Ngoại vụ", "capitals throughout"],
    ["sở tài chính", "Sở Tài chính", "no capitals"],
    ["Sở  Tài   chính", "Sở Tài chính", "stray spaces"],
    ["Sở Y tế.", "Sở Y tế", "a point ends the cell"],
    ["Sở Văn hoá, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch", "other place of the tone"],
    ["Sở Văn hóa Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch", "comma left out"],
    ["Sở VHTTDL", "Sở Văn hóa, Thể thao và Du lịch", "abbreviation"],
    ["Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch", "abbreviation with a comma inside"],
    ["Sở VHTT&DL", "Sở Văn hóa, Thể thao và Du lịch", "abbreviation half spaced"],
    ["Sở GD&ĐT", "Sở Giáo dục và Đào tạo", "& is và"],
    ["Sở GDĐT", "Sở Giáo dục và Đào tạo", "no & at all"],
    ["Sở Giáo dục & Đào tạo", "Sở Giáo dục và Đào tạo", "& between words"],
    ["Sở Giáo dục - Đào tạo", "Sở Giáo dục và Đào tạo", "hyphen for và"],
    ["Sở NN&MT", "Sở Nông nghiệp và Môi trường", "department since 2025"],
    ["Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn", "department until 2025"],
    ["Sở LĐTB&XH", "Sở Lao động - Thương binh và Xã hội", "department until 2025"],
    ["Sở Kế hoạch - Đầu tư", "Sở Kế hoạch và Đầu tư", "hyphen for và"],
    ["Sở KH&CN", "Sở Khoa học và Công nghệ", "abbreviation"],
    ["Sở Khoa học và\nCông nghệ", "Sở Khoa học và Công nghệ", "a narrow cell breaks the name"],
    ["Sở Công thương", "Sở Công Thương", "letter case"],
    ["Sở Ngoại vụ tỉnh", "Sở Ngoại vụ", "the province's own department"],
    ["Sở Ngoại vụ tỉnh Gia Lai", "Sở Ngoại vụ", "names are relative to the province"],
    ["UBND tỉnh Gia Lai", "UBND tỉnh", "names are relative to the province"],
    ["Ủy ban nhân dân tỉnh", "UBND tỉnh", "written out"],
    ["Uỷ ban nhân dân tỉnh", "UBND tỉnh", "other place of the tone"],
    ["Văn phòng Ủy ban nhân dân tỉnh", "Văn phòng UBND tỉnh", "office, not the committee"],
    ["VP UBND tỉnh", "Văn phòng UBND tỉnh", "abbreviation"],
    ["Công an tỉnh Gia Lai", "Công an tỉnh", "names are relative to the province"],
    ["Công an tỉnh Đắk Lắk", "Công an tỉnh Đắk Lắk", "another province says which"],
    ["Sở Ngoại vụ tỉnh Quảng Ngãi", "Sở Ngoại vụ tỉnh Quảng Ngãi", "another province says which"],
    ["Bộ Chỉ huy quân sự tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "letter case"],
    ["BCH Quân sự tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "abbreviation"],
    ["Bộ CHQS tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "abbreviation"],
    ["Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "Bộ đội Biên phòng tỉnh", "border guard until 2025"],
    ["Ban Chỉ huy Bộ đội Biên phòng tỉnh", "Ban Chỉ huy Bộ đội Biên phòng", "border guard since 2025"],
    ["Ban Quản lý khu kinh tế tỉnh", "Ban Quản lý Khu kinh tế", "letter case, place said"],
    ["BQL KKT", "Ban Quản lý Khu kinh tế", "abbreviation"],
    ["Báo và PTTH tỉnh", "Báo và Phát thanh, Truyền hình Gia Lai", "name of the province is filled in"],
    [
      "Báo và Phát thanh, truyền hình Gia Lai",
      "Báo và Phát thanh, Truyền hình Gia Lai",
      "letter case, comma inside",
    ],
    ["UBMTTQVN tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "abbreviation"],
    ["Đề nghị Ủy ban MTTQ Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "request dropped"],
    ["Hiệp hội Doanh nghiệp", "Hiệp hội doanh nghiệp tỉnh", "the province's own, tỉnh left out"],
    ["Hiệp Hội du lịch tỉnh", "Hiệp hội du lịch tỉnh", "letter case"],
    ["Liên hiệp các Tổ chức hữu nghị tỉnh", "Liên hiệp các tổ chức hữu nghị tỉnh", "các inside a name"],
    ["Kho bạc Nhà nước khu vực XIV", "Kho bạc Nhà nước khu vực XIV", "one of several by number"],
    ["Thuế tỉnh", "Thuế tỉnh", "since 2025"],
    ["Ban Thường vụ Đảng ủy UBND tỉnh", "Ban Thường vụ Đảng ủy UBND tỉnh", "longest name"],
    ["Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "và inside a name"],
    ["Thường trực HĐND tỉnh", "Thường trực HĐND tỉnh", "thường trực is no role here"],
    ["Trường Đại học Quy Nhơn", "Trường Đại học Quy Nhơn", "not listed: as written"],
    ["Trung tâm Nghiên cứu Quốc tế ICISE", "Trung tâm Nghiên cứu Quốc tế ICISE", "not listed: as written"],
    [
      "Trung tâm Xúc tiến Đầu tư và Hỗ trợ doanh nghiệp tỉnh",
      "Trung tâm Xúc tiến Đầu tư và Hỗ trợ doanh nghiệp tỉnh",
      "và inside a name not listed",
    ],
    [
      "Đồn Biên phòng cửa khẩu quốc tế Lệ Thanh",
      "Đồn Biên phòng cửa khẩu quốc tế Lệ Thanh",
      "small letters inside",
    ],
    ["Công ty TNHH Thủy điện Sông Hinh", "Công ty TNHH Thủy điện Sông Hinh", "a firm"],
    ["VNPT Gia Lai", "VNPT Gia Lai", "abbreviation as first word"],
    ["Thanh tra Sở Xây dựng", "Thanh tra Sở Xây dựng", "organ of a department"],
    ["Tòa án nhân dân khu vực 2", "Tòa án nhân dân khu vực 2", "one of several by number"],
    ["Viễn thông Gia Lai", "Viễn thông Gia Lai", "a firm named by the province"],
    [
      "Trung tâm Trợ giúp pháp lý nhà nước tỉnh",
      "Trung tâm Trợ giúp pháp lý nhà nước tỉnh",
      "a second syllable that elsewhere is a verb",
    ],
    [
      "Trung tâm Thông tin, dữ liệu và Công nghệ",
      "Trung tâm Thông tin, dữ liệu và Công nghệ",
      "small letters after a comma go on with the name",
    ],
    [
      "Trung tâm Khuyến công thuộc Sở Công Thương",
      "Trung tâm Khuyến công",
      "the body it belongs to is no second addressee",
    ],
    ["Sở Công Thương (Trung tâm Xúc tiến thương mại)", "Sở Công Thương", "bracket stays in the text"],
  ]);
});

describe("communes and places", () => {
  rowsOf("Gia Lai", [
    ["UBND xã Ia Dom", "UBND xã Ia Dom", "one commune"],
    ["Ủy ban nhân dân phường Pleiku", "UBND phường Pleiku", "written out"],
    ["UBND xã Ia Dom, tỉnh Gia Lai", "UBND xã Ia Dom", "province after a comma"],
    ["Đảng ủy xã Ia Dom; UBND xã Ia Dom", "Đảng ủy xã Ia Dom | UBND xã Ia Dom", "two bodies of one commune"],
    ["UBND xã Ia Dom, Ia O, Ia Chia", "UBND xã Ia Dom | UBND xã Ia O | UBND xã Ia Chia", "kind said once"],
    [
      "UBND các xã Ia Dom, Ia Nan và phường Pleiku",
      "UBND xã Ia Dom | UBND xã Ia Nan | UBND phường Pleiku",
      "head and kinds shared",
    ],
    [
      "UBND các xã: Ia Púch, Ia Mơ, Ia Pnôn",
      "UBND xã Ia Púch | UBND xã Ia Mơ | UBND xã Ia Pnôn",
      "list announced by a colon",
    ],
    ["UBND các xã, phường", "~UBND các xã, phường", "all of them"],
    ["UBND cấp xã", "~UBND cấp xã", "a level"],
    ["07 xã biên giới", "~07 xã biên giới", "a count is no name"],
    ["UBND 07 xã biên giới", "~UBND 07 xã biên giới", "a count is no name"],
    ["Công an các xã, phường", "~Công an các xã, phường", "a kind of body in many places"],
    ["Trạm Y tế các xã", "~Trạm Y tế các xã", "a kind of body in many places"],
    ["Phòng Kinh tế xã Ia Dom", "Phòng Kinh tế xã Ia Dom", "office of a commune"],
    ["UBND huyện Chư Sê", "UBND huyện Chư Sê", "districts until 2025"],
    ["UBND thành phố Pleiku", "UBND thành phố Pleiku", "a city that was a district"],
  ]);
});

describe("collectives in the words of the text", () => {
  rowsOf("Gia Lai", [
    ["Các cơ quan, đơn vị, địa phương", "~Các cơ quan, đơn vị, địa phương", "one run"],
    ["Các sở, ban, ngành; UBND các xã", "~Các sở, ban, ngành; UBND các xã", "one run over a semicolon"],
    ["Các sở, ban, ngành và UBND các xã", "~Các sở, ban, ngành và UBND các xã", "one run over và"],
    ["Các sở ngành", "~Các sở ngành", "no comma"],
    ["Các tổ chức phi chính phủ nước ngoài", "~Các tổ chức phi chính phủ nước ngoài", "no Government in it"],
    ["Các cơ sở y tế, bệnh viện", "~Các cơ sở y tế, bệnh viện", "no Department of Health in it"],
    ["Các đơn vị thuộc Sở Y tế", "~Các đơn vị thuộc Sở Y tế", "the owner narrows the run"],
    [
      "Các phòng thuộc Bộ Ngoại giao và các đơn vị liên quan",
      "~Các phòng thuộc Bộ Ngoại giao và các đơn vị liên quan",
      "run goes on after the owner",
    ],
    [
      "Các nhà khoa học trong và ngoài nước",
      "~Các nhà khoa học trong và ngoài nước",
      "và inside a qualifier",
    ],
    ["Các sở, ngành chủ trì", "~Các sở, ngành chủ trì", "those that lead something else"],
    ["Doanh nghiệp, hợp tác xã", "~Doanh nghiệp, hợp tác xã", "no các"],
    ["Nhân dân", "~Nhân dân", "no các"],
    ["Toàn bộ các xã, phường trong tỉnh", "~Toàn bộ các xã, phường trong tỉnh", "all"],
    ["Một số doanh nghiệp xuất khẩu", "~Một số doanh nghiệp xuất khẩu", "some"],
    ["Các đồng chí thành viên Ban Chỉ đạo", "~Các đồng chí thành viên Ban Chỉ đạo", "persons as a group"],
    ["Thủ trưởng các sở, ban, ngành", "~các sở, ban, ngành", "the office stands for what it leads"],
    [
      "Thủ trưởng các cơ quan; Chủ tịch UBND các xã",
      "~các cơ quan | ~UBND các xã",
      "a new office begins a new collective",
    ],
    ["Các cơ quan\nCác hiệp hội", "~Các cơ quan | ~Các hiệp hội", "a new line begins a new collective"],
    [
      "Các cơ quan, Sở Ngoại vụ, các địa phương",
      "~Các cơ quan | Sở Ngoại vụ | ~các địa phương",
      "a named unit splits a run",
    ],
    [
      "Các cơ quan báo chí (Báo và Phát thanh, Truyền hình Gia Lai)",
      "~Các cơ quan báo chí | Báo và Phát thanh, Truyền hình Gia Lai",
      "named in the bracket",
    ],
    [
      "Các đơn vị (gồm: Sở Nội vụ, Sở Tài chính)",
      "~Các đơn vị | Sở Nội vụ | Sở Tài chính",
      "named in the bracket",
    ],
    ["Các xã (nếu có)", "~Các xã (nếu có)", "bracket that names nobody"],
  ]);
});

describe("lists", () => {
  rowsOf("Gia Lai", [
    ["Sở Nội vụ, Sở Tài chính", "Sở Nội vụ | Sở Tài chính", "comma"],
    ["Sở Nội vụ; Sở Tài chính", "Sở Nội vụ | Sở Tài chính", "semicolon"],
    ["Sở Nội vụ\nSở Tài chính", "Sở Nội vụ | Sở Tài chính", "line break"],
    ["Sở Nội vụ / Sở Tài chính", "Sở Nội vụ | Sở Tài chính", "slash"],
    ["Sở Nội vụ & Sở Tài chính", "Sở Nội vụ | Sở Tài chính", "& between bodies"],
    ["Sở Nội vụ cùng với Sở Tài chính", "Sở Nội vụ | Sở Tài chính", "cùng với"],
    ["- Sở Nội vụ;\n- Sở Tư pháp;\n- Các địa phương.", "Sở Nội vụ | Sở Tư pháp | ~Các địa phương", "dashes"],
    ["1. Sở Nội vụ\n2. Công an tỉnh", "Sở Nội vụ | Công an tỉnh", "numbers"],
    ["a) Sở Nội vụ\nb) Công an tỉnh", "Sở Nội vụ | Công an tỉnh", "letters"],
    ["Thanh tra tỉnh, Đoàn Luật sư tỉnh", "Thanh tra tỉnh | Đoàn Luật sư tỉnh", "no Tỉnh đoàn over a comma"],
    [
      "Thanh tra tỉnh và Ủy ban MTTQ tỉnh",
      "Thanh tra tỉnh | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
      "no Tỉnh ủy over và",
    ],
    [
      "Thường trực Tỉnh ủy\ncác cơ quan liên quan",
      "Thường trực Tỉnh ủy | ~các cơ quan liên quan",
      "new line",
    ],
    ["UBND\ncác xã", "~UBND các xã", "a narrow cell breaks a collective"],
    ["Sở Y tế, và các đơn vị liên quan", "Sở Y tế | ~các đơn vị liên quan", "comma and và"],
    [
      "Sở Khoa học và Công nghệ và Sở Dân tộc và Tôn giáo và các xã",
      "Sở Khoa học và Công nghệ | Sở Dân tộc và Tôn giáo | ~các xã",
      "và inside and between names",
    ],
    [
      "Sở Văn hóa, Thể thao và Du lịch, Công an tỉnh, các sở, ngành",
      "Sở Văn hóa, Thể thao và Du lịch | Công an tỉnh | ~các sở, ngành",
      "commas inside and between names",
    ],
    ["Các Sở: Tài chính, Công Thương, Nội vụ", "Sở Tài chính | Sở Công Thương | Sở Nội vụ", "head shared"],
    ["Các Sở Y tế, Nội vụ và Tư pháp", "Sở Y tế | Sở Nội vụ | Sở Tư pháp", "head shared without colon"],
    ["Sở Tài chính, Nội vụ, Tư pháp", "Sở Tài chính | Sở Nội vụ | Sở Tư pháp", "head said once"],
    [
      "Các Sở: Tài chính, Văn hóa, Thể thao và Du lịch; UBND các xã",
      "Sở Tài chính | Sở Văn hóa, Thể thao và Du lịch | ~UBND các xã",
      "field with commas under a shared head",
    ],
    [
      "Các sở, ngành: Xây dựng, Công an tỉnh và các xã liên quan",
      "Sở Xây dựng | Công an tỉnh | ~các xã liên quan",
      "sở, ngành announces fields and bodies",
    ],
    ["Giám đốc các Sở: Nội vụ, Tài chính", "Sở Nội vụ | Sở Tài chính", "office before a shared head"],
    ["Giám đốc Sở Ngoại vụ, Chánh Văn phòng UBND tỉnh", "Sở Ngoại vụ | Văn phòng UBND tỉnh", "offices"],
    ["Chủ tịch UBND tỉnh", "UBND tỉnh", "office of the committee"],
    ["UBND tỉnh, Chủ tịch UBND tỉnh", "UBND tỉnh", "one body twice"],
    [
      "Tỉnh đoàn, Hội LHPN tỉnh, Hội CCB tỉnh, LĐLĐ tỉnh",
      "Tỉnh đoàn | Hội Liên hiệp Phụ nữ tỉnh | Hội Cựu chiến binh tỉnh | Liên đoàn Lao động tỉnh",
      "mass organisations abbreviated",
    ],
  ]);
});

describe("roles and shares said in the cell", () => {
  rowsOf("Gia Lai", [
    ["Sở Ngoại vụ chủ trì, Sở Tài chính phối hợp", "Sở Ngoại vụ | Sở Tài chính @with", "after the names"],
    ["Chủ trì: Sở Xây dựng; phối hợp: Sở Tài chính", "Sở Xây dựng | Sở Tài chính @with", "before the names"],
    ["Sở Y tế phối hợp với Sở Nội vụ", "Sở Y tế | Sở Nội vụ @with", "the verb speaks of what follows"],
    ["Sở Y tế chủ trì, phối hợp với các xã", "Sở Y tế | ~các xã @with", "both in one phrase"],
    ["Cơ quan thường trực: Sở Ngoại vụ", "Sở Ngoại vụ @standing", "announced"],
    ["Sở Ngoại vụ (cơ quan thường trực), Sở Nội vụ", "Sở Ngoại vụ @standing | Sở Nội vụ", "in a bracket"],
    [
      "UBND tỉnh chỉ đạo; Sở Tư pháp chủ trì; HĐND tỉnh giám sát",
      "UBND tỉnh @directs | Sở Tư pháp | HĐND tỉnh @supervises",
      "three roles",
    ],
    ["Sở Y tế trình UBND tỉnh phê duyệt", "Sở Y tế | UBND tỉnh @approves", "who approves"],
    ["Sở Nội vụ, Sở Y tế phối hợp", "Sở Nội vụ @with | Sở Y tế @with", "said of the whole group"],
    ["Sở Y tế; các sở, ngành phối hợp", "Sở Y tế | ~các sở, ngành @with", "a semicolon ends the group"],
    ["Sở Tài chính 30%, Sở Công Thương 70%", "Sở Tài chính {30%} | Sở Công Thương {70%}", "shares"],
    ["Sở Y tế, Sở Nội vụ theo phần việc", "Sở Y tế {theo phần việc} | Sở Nội vụ {theo phần việc}", "parts"],
    [
      "Các sở, ngành theo chức năng, nhiệm vụ được giao",
      "~Các sở, ngành {theo chức năng, nhiệm vụ được giao}",
      "the share is not part of the collective",
    ],
  ]);
});

describe("cells of a city under the Government", () => {
  rowsOf("Hà Nội", [
    ["UBND Thành phố, HĐND TP", "UBND Thành phố | HĐND Thành phố", "the city's word"],
    ["UBND thành phố Hà Nội", "UBND Thành phố", "relative to the city"],
    ["Công an TP Hà Nội, Bộ Tư lệnh Thủ đô", "Công an Thành phố | Bộ Tư lệnh Thủ đô Hà Nội", "armed forces"],
    ["Thành ủy; BTV Thành ủy", "Thành ủy | Ban Thường vụ Thành ủy", "Party bodies"],
    [
      "Sở QH-KT, Sở Văn hoá và Thể thao",
      "Sở Quy hoạch - Kiến trúc | Sở Văn hóa và Thể thao",
      "departments of cities",
    ],
    ["Các Sở, ngành Thành phố", "~Các Sở, ngành Thành phố", "collective of the city"],
    ["Trung tâm Bảo tồn Di sản Cổ Loa - Hà Nội", "Trung tâm Bảo tồn Di sản Cổ Loa - Hà Nội", "hyphen inside"],
    [
      "UBND phường Hoàn Kiếm; UBND các phường: Cửa Nam, Ba Đình",
      "UBND phường Hoàn Kiếm | UBND phường Cửa Nam | UBND phường Ba Đình",
      "wards",
    ],
    [
      "Hãng phim Tài liệu và ảnh nghệ thuật Thăng Long, các nghệ sĩ",
      "Hãng phim Tài liệu và ảnh nghệ thuật Thăng Long | ~các nghệ sĩ",
      "small letters after và in a name",
    ],
  ]);
});

describe("cells of ministries", () => {
  rowsOf(null, [
    ["Bộ GD&ĐT chủ trì; các bộ, ngành phối hợp", "Bộ Giáo dục và Đào tạo | ~các bộ, ngành @with", "roles"],
    [
      "Các Bộ: Tài chính, Ngoại giao và UBND các tỉnh, thành phố trực thuộc Trung ương",
      "Bộ Tài chính | Bộ Ngoại giao | ~UBND các tỉnh, thành phố trực thuộc Trung ương",
      "shared head",
    ],
    [
      "UBND tỉnh Gia Lai, UBND thành phố Đà Nẵng",
      "UBND tỉnh Gia Lai | UBND thành phố Đà Nẵng",
      "provinces named",
    ],
    ["UBND các tỉnh: Gia Lai, Đắk Lắk", "UBND tỉnh Gia Lai | UBND tỉnh Đắk Lắk", "provinces share a head"],
    ["Sở Ngoại vụ tỉnh Gia Lai", "Sở Ngoại vụ tỉnh Gia Lai", "no province of its own"],
    ["Sở Công Thương các tỉnh", "~Sở Công Thương các tỉnh", "one department in many provinces"],
    ["Vụ Pháp chế và các vụ liên quan", "Vụ Pháp chế | ~các vụ liên quan", "unit of a ministry"],
    ["Vụ Pháp chế, Hợp tác quốc tế", "Vụ Pháp chế | Vụ Hợp tác quốc tế", "head said once"],
    ["Vụ KHTC, Vụ HTQT", "Vụ Kế hoạch - Tài chính | Vụ Hợp tác quốc tế", "abbreviations"],
    [
      "Cục Chuyển đổi số và Dữ liệu đất đai, Văn phòng Bộ",
      "Cục Chuyển đổi số và Dữ liệu đất đai | Văn phòng Bộ",
      "a longer name than the listed one",
    ],
    [
      "Viện Chính sách, Pháp luật và Phát triển; Báo Nhân Dân",
      "Viện Chính sách, Pháp luật và Phát triển | Báo Nhân Dân",
      "comma inside a name not listed",
    ],
    ["Trung tâm Thông tin TN&MT", "Trung tâm Thông tin TN&MT", "abbreviation inside stays"],
    [
      "Các Viện nghiên cứu, Trường Đại học có liên quan",
      "~Các Viện nghiên cứu, Trường Đại học có liên quan",
      "capitals without a name",
    ],
    ["Cục trưởng Cục Lãnh sự, Chánh Văn phòng Bộ", "Cục Lãnh sự | Văn phòng Bộ", "offices"],
    ["Bộ trưởng các Bộ; Chủ tịch UBND các tỉnh", "~các Bộ | ~UBND các tỉnh", "offices of many"],
    [
      "Tập đoàn Điện lực Việt Nam, VCCI",
      "Tập đoàn Điện lực Việt Nam | Liên đoàn Thương mại và Công nghiệp Việt Nam",
      "not of the state",
    ],
    [
      "Ban Tổ chức TW; Ban Nội chính Trung ương",
      "Ban Tổ chức Trung ương | Ban Nội chính Trung ương",
      "Party bodies",
    ],
    ["các tỉnh ủy, thành ủy", "~các tỉnh ủy, thành ủy", "Party committees as a kind"],
    ["UBND tỉnh Đồng Nai", "UBND tỉnh Đồng Nai", "a province that later became a city"],
    ["Đại sứ quán Việt Nam tại Lào", "Đại sứ quán Việt Nam tại Lào", "the seat is part of the name"],
    ["Cục Quản lý, giám sát bảo hiểm", "Cục Quản lý, giám sát bảo hiểm", "giám sát is no role inside a name"],
    [
      "Bộ Quốc phòng, Bộ Công an chủ trì theo thẩm quyền",
      "Bộ Quốc phòng {theo thẩm quyền} | Bộ Công an {theo thẩm quyền}",
      "a share after a role",
    ],
    [
      "Ban Nội chính các tỉnh ủy, thành ủy",
      "~Ban Nội chính các tỉnh ủy, thành ủy",
      "one kind of body in many places",
    ],
    ["Bộ Ngoại giao Lào", "Bộ Ngoại giao Lào", "another country's"],
    ["Văn phòng Chính phủ, NHNN", "Văn phòng Chính phủ | Ngân hàng Nhà nước Việt Nam", "abbreviation"],
  ]);
});

describe("doubt", () => {
  const doubtOf = (cell: string) => readAddressees(cell, gazetteer, documentOf("Gia Lai")).doubt;

  it("is none for listed names and grows when a name must be guessed", () => {
    expect(doubtOf("Sở Ngoại vụ và các cơ quan liên quan")).toBe(0);
    expect(doubtOf("Sở Văn hoá, Thể thao và Du lịch")).toBe(0);
    expect(doubtOf("Trường Đại học Quy Nhơn")).toBeGreaterThan(0);
    expect(doubtOf("Công an, Thanh tra tỉnh")).toBeGreaterThan(doubtOf("Trường Đại học Quy Nhơn"));
  });

  it("leaves what names nobody in the open", () => {
    const reading = readAddressees("Thường xuyên", gazetteer, documentOf("Gia Lai"));
    expect(reading.addressees).toEqual([]);
    expect(reading.unplaced).toEqual(["Thường xuyên"]);
    expect(reading.doubt).toBeGreaterThan(0);
  });

  it("reads an empty cell as nobody, without doubt", () => {
    expect(readAddressees("", gazetteer, documentOf("Gia Lai"))).toEqual({
      addressees: [],
      doubt: 0,
      unplaced: [],
    });
  });
});
