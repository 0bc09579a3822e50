import { describe, expect, it } from "vitest";
import { documentOf, onOneLine, realGazetteer } from "../../../tests/support/gazetteer.ts";
import { readAddressees } from "./addressees.ts";
import { findAddressees } from "./mentions.ts";
import type { AddresseeContext } from "./scene.ts";

const gazetteer = realGazetteer();

type Row = readonly [text: string, expected: string, why: string];

/** Cells: every word of them is understood. */
function cells(context: AddresseeContext, rows: readonly Row[]): void {
  it.each(rows)("cell %j → %s (%s)", (cell, expected) => {
    const reading = readAddressees(cell, gazetteer, context);
    expect(onOneLine(reading.addressees)).toBe(expected);
    expect(reading.unplaced).toEqual([]);
  });
}

/** Running text: the words of each mention and whom they name, mentions parted by "‖". */
function prose(context: AddresseeContext, rows: readonly Row[]): void {
  it.each(rows)("prose %j → %s (%s)", (text, expected) => {
    const mentions = findAddressees(text, gazetteer, context).map(
      ({ start, end, addressees }) => `${text.slice(start, end)} = ${onOneLine(addressees)}`,
    );
    expect(mentions.join(" ‖ ")).toBe(expected);
  });
}

const province = documentOf("Nghệ An");
const city = documentOf("Hải Phòng");
const ministry = documentOf(null);
const commune: AddresseeContext = { ...documentOf("Điện Biên"), issuer: "UBND xã Mường Ảng" };
const committee: AddresseeContext = { ...documentOf("Điện Biên"), issuer: "UBND tỉnh Điện Biên" };
const before2025 = documentOf("Kon Tum", "2024-05-01");

describe("roles said in a cell", () => {
  cells(province, [
    [
      "Sở Y tế chủ trì; Sở Tư pháp, UBND các xã, phường phối hợp",
      "Sở Y tế | Sở Tư pháp @with | ~UBND các xã, phường @with",
      "a role behind a run is that of the whole run",
    ],
    [
      "Sở Y tế (chủ trì); Sở Tư pháp, UBND các xã (phối hợp)",
      "Sở Y tế | Sở Tư pháp @with | ~UBND các xã @with",
      "in brackets too, once somebody leads",
    ],
    [
      "Sở Y tế (chủ trì), Sở Tư pháp, Sở Nội vụ (phối hợp)",
      "Sở Y tế | Sở Tư pháp @with | Sở Nội vụ @with",
      "the run goes back to the role before",
    ],
    ["Sở Y tế, Sở Tư pháp (phối hợp)", "Sở Y tế | Sở Tư pháp @with", "somebody has to lead"],
    ["Sở Y tế, Sở Tư pháp (đồng chủ trì)", "Sở Y tế | Sở Tư pháp", "both lead"],
    ["Sở Y tế (chủ trì), Sở Tư pháp", "Sở Y tế | Sở Tư pháp @with", "who leads is said: the other helps"],
    ["Sở Y tế chủ trì, Sở Tư pháp", "Sở Y tế | Sở Tư pháp @with", "the same without brackets"],
    [
      "- Sở Y tế chủ trì;\n- Sở Tư pháp;\n- UBND các xã phối hợp.",
      "Sở Y tế | Sở Tư pháp @with | ~UBND các xã @with",
      "a dashed list with one role left out",
    ],
    ["Sở Y tế, Sở Tư pháp chủ trì", "Sở Y tế | Sở Tư pháp", "two lead"],
    ["Sở Y tế - chủ trì", "Sở Y tế", "a dash before the role"],
    ["Sở Y tế - chủ trì; Sở Tư pháp - phối hợp", "Sở Y tế | Sở Tư pháp @with", "dashes before the roles"],
    ["Sở Y tế: chủ trì; Sở Tư pháp: phối hợp", "Sở Y tế | Sở Tư pháp @with", "colons before the roles"],
    [
      "Chủ trì: Sở Y tế; Phối hợp: Sở Tư pháp, Sở Nội vụ",
      "Sở Y tế | Sở Tư pháp @with | Sở Nội vụ @with",
      "announced",
    ],
    [
      "Cơ quan chủ trì: Sở Y tế\nCơ quan phối hợp: Sở Tư pháp, UBND các xã",
      "Sở Y tế | Sở Tư pháp @with | ~UBND các xã @with",
      "announced, line by line",
    ],
    [
      "Đơn vị chủ trì: Sở Y tế - Đơn vị phối hợp: Công an tỉnh",
      "Sở Y tế | Công an tỉnh @with",
      "announced on one line",
    ],
    [
      "Sở Y tế, Sở Tư pháp, Công an tỉnh phối hợp thực hiện",
      "Sở Y tế @with | Sở Tư pháp @with | Công an tỉnh @with",
      "all of the run",
    ],
    [
      "Sở Y tế chủ trì; Sở Tư pháp,\nSở Nội vụ phối hợp",
      "Sở Y tế | Sở Tư pháp @with | Sở Nội vụ @with",
      "a narrow cell breaks the run after its comma",
    ],
    [
      "Công an tỉnh chủ trì\nSở Nội vụ, UBND các xã biên giới phối hợp",
      "Công an tỉnh | Sở Nội vụ @with | ~UBND các xã biên giới @with",
      "no semicolon between the lines",
    ],
    [
      "Sở Y tế\n(chủ trì)\nSở Nội vụ",
      "Sở Y tế | Sở Nội vụ @with",
      "a narrow cell puts the bracket on its own line",
    ],
    ["UBND các xã, phường phối hợp", "~UBND các xã, phường @with", "a role, no narrowing of the collective"],
    [
      "Sở Y tế là cơ quan chủ trì; các sở, ngành là cơ quan phối hợp",
      "Sở Y tế | ~các sở, ngành @with",
      "said with là",
    ],
    ["Sở Y tế thực hiện; Sở Nội vụ phối hợp", "Sở Y tế | Sở Nội vụ @with", "who carries it out leads"],
  ]);
});

describe("names that no list holds, with words that elsewhere are verbs", () => {
  cells(ministry, [
    [
      "Cục Kiểm định công trình và Quản lý xử lý sự cố xây dựng",
      "Cục Kiểm định công trình và Quản lý xử lý sự cố xây dựng",
      "two verbs one after the other",
    ],
    [
      "Cục Quản lý đăng ký nhãn hiệu; các đơn vị thuộc Bộ",
      "Cục Quản lý đăng ký nhãn hiệu | ~các đơn vị thuộc Bộ",
      "a verb as object of the first",
    ],
    [
      "Cục Quản lý đăng ký nhãn hiệu chủ trì, Vụ Pháp chế phối hợp",
      "Cục Quản lý đăng ký nhãn hiệu | Vụ Pháp chế @with",
      "a role ends the name",
    ],
    [
      "Viện Nghiên cứu phát triển và hỗ trợ đào tạo nghề",
      "Viện Nghiên cứu phát triển và hỗ trợ đào tạo nghề",
      "in small letters after và",
    ],
  ]);
  cells(province, [
    ["Trung tâm Kiểm soát bệnh tật", "Trung tâm Kiểm soát bệnh tật", "small letters inside"],
    ["Chi cục Quản lý chất lượng, Sở Y tế", "Chi cục Quản lý chất lượng | Sở Y tế", "name, then a body"],
    ["Trung tâm Hỗ trợ phát triển hợp tác xã", "Trung tâm Hỗ trợ phát triển hợp tác xã", "two verbs"],
    ["Phòng Quản lý đô thị", "Phòng Quản lý đô thị", "office of a district"],
    [
      "Ban Quản lý dự án đầu tư xây dựng khu vực 3, UBND xã Anh Sơn",
      "Ban Quản lý dự án đầu tư xây dựng khu vực 3 | UBND xã Anh Sơn",
      "one of several by number",
    ],
    [
      "Ban Quản lý rừng phòng hộ; các chủ rừng",
      "Ban Quản lý rừng phòng hộ | ~các chủ rừng",
      "small letters after the head",
    ],
    [
      "Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh; Sở Tài chính",
      "Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh | Sở Tài chính",
      "longer than a listed name",
    ],
    ["Trung tâm Phục vụ hành chính công tỉnh", "Trung tâm Phục vụ hành chính công tỉnh", "listed"],
    [
      "Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh",
      "Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh",
      "what a council is for; giáo dục does not begin with giao",
    ],
    [
      "Tổ công tác triển khai Đề án 06, các sở, ngành",
      "Tổ công tác triển khai Đề án 06 | ~các sở, ngành",
      "what a task force is for",
    ],
    ["Trung tâm Chuyển giao công nghệ", "Trung tâm Chuyển giao công nghệ", "giao inside a word"],
    ["Ban An toàn giao thông tỉnh", "Ban An toàn giao thông tỉnh", "giao inside a word"],
    ["Chi cục Kiểm lâm tổ chức thực hiện", "Chi cục Kiểm lâm", "who carries it out"],
  ]);
  prose(province, [
    [
      "Giao Cục Quản lý đăng ký nhãn hiệu hướng dẫn các địa phương.",
      "Cục Quản lý đăng ký nhãn hiệu = Cục Quản lý đăng ký nhãn hiệu ‖ các địa phương = ~các địa phương",
      "a verb right after a verb with a capital is its object",
    ],
    [
      "Trung tâm Dịch vụ việc làm tỉnh kêu gọi lao động trở về.",
      "Trung tâm Dịch vụ việc làm tỉnh = Trung tâm Dịch vụ việc làm tỉnh",
      "the word for the place ends a name",
    ],
  ]);
});

describe("documents of a commune", () => {
  cells(commune, [
    [
      "Ủy ban MTTQ Việt Nam xã và các đoàn thể xã",
      "Ủy ban Mặt trận Tổ quốc Việt Nam xã | ~các đoàn thể xã",
      "the commune's own Front",
    ],
    ["Mặt trận Tổ quốc xã", "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "short"],
    ["MTTQ xã, UBND xã", "Ủy ban Mặt trận Tổ quốc Việt Nam xã | UBND xã", "abbreviated"],
    [
      "Công an xã; Ban Chỉ huy Quân sự xã; Hạt Kiểm lâm",
      "Công an xã | Ban Chỉ huy Quân sự xã | Hạt Kiểm lâm",
      "forces of the commune",
    ],
    ["BCH Quân sự xã", "Ban Chỉ huy Quân sự xã", "abbreviated"],
    [
      "Phòng Kinh tế, Phòng Văn hóa - Xã hội",
      "Phòng Kinh tế | Phòng Văn hóa - Xã hội",
      "offices without the place",
    ],
    [
      "Phòng Kinh tế xã; Phòng VH-XH xã",
      "Phòng Kinh tế xã | Phòng Văn hóa - Xã hội xã",
      "offices with the place",
    ],
    ["Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Kinh tế, Hạ tầng và Đô thị", "office of a ward"],
    [
      "Văn phòng HĐND và UBND phường; các phòng, ban chuyên môn",
      "Văn phòng HĐND và UBND phường | ~các phòng, ban chuyên môn",
      "và inside a name",
    ],
    ["Văn phòng HĐND & UBND", "Văn phòng HĐND và UBND", "without the place"],
    ["Trưởng các thôn, bản", "~các thôn, bản", "the office stands for what it leads"],
    ["Trưởng thôn, bản", "~Trưởng thôn, bản", "without các"],
    [
      "Trạm Y tế xã, các trường học trên địa bàn",
      "Trạm Y tế xã | ~các trường học trên địa bàn",
      "a body and many",
    ],
    ["Trung tâm Phục vụ hành chính công xã", "Trung tâm Phục vụ hành chính công xã", "not the province's"],
    [
      "Hợp tác xã Dịch vụ nông nghiệp Búng Lao",
      "Hợp tác xã Dịch vụ nông nghiệp Búng Lao",
      "xã inside a head",
    ],
    [
      "Hội Nông dân xã, Hội LHPN xã, Đoàn Thanh niên xã",
      "Hội Nông dân xã | Hội Liên hiệp Phụ nữ xã | Đoàn TNCS Hồ Chí Minh xã",
      "mass organisations",
    ],
    ["Đảng ủy xã; Ban Thường vụ Đảng ủy xã", "Đảng ủy xã | Ban Thường vụ Đảng ủy xã", "Party bodies"],
    [
      "Văn phòng Đảng ủy; Ủy ban Kiểm tra Đảng ủy xã",
      "Văn phòng Đảng ủy | Ủy ban Kiểm tra Đảng ủy xã",
      "Party organs",
    ],
  ]);
  prose(commune, [
    [
      "Đề nghị Ủy ban MTTQ Việt Nam xã và các đoàn thể tuyên truyền sâu rộng.",
      "Ủy ban MTTQ Việt Nam xã và các đoàn thể = Ủy ban Mặt trận Tổ quốc Việt Nam xã | ~các đoàn thể",
      "both are asked",
    ],
    [
      "Công an xã phối hợp với Ban Chỉ huy Quân sự xã tuần tra khép kín địa bàn.",
      "Công an xã = Công an xã ‖ Ban Chỉ huy Quân sự xã = Ban Chỉ huy Quân sự xã",
      "a verb that nobody lists comes after the place",
    ],
    [
      "Trung tâm Phục vụ hành chính công xã niêm yết thủ tục.",
      "Trung tâm Phục vụ hành chính công xã = Trung tâm Phục vụ hành chính công xã",
      "not the province's",
    ],
    [
      "Trạm Y tế xã và các trường học trên địa bàn khám sức khỏe học sinh.",
      "Trạm Y tế xã và các trường học trên địa bàn = Trạm Y tế xã | ~các trường học trên địa bàn",
      "one list",
    ],
    ["Các trưởng bản nhắc từng hộ dọn vệ sinh.", "Các trưởng bản = ~Các trưởng bản", "heads of villages"],
    [
      "Trưởng các thôn, bản vận động nhân dân.",
      "Trưởng các thôn, bản = ~các thôn, bản",
      "bản is a village here",
    ],
    [
      "Giao các phòng, ban chuyên môn thuộc UBND xã thực hiện.",
      "các phòng, ban chuyên môn thuộc UBND xã = ~các phòng, ban chuyên môn thuộc UBND xã",
      "the owner narrows the run",
    ],
  ]);
});

describe("bodies of a commune by their names alone", () => {
  const ward: AddresseeContext = { ...documentOf("Điện Biên"), issuer: "Ủy ban nhân dân phường Mường Lay" };
  cells(ward, [
    ["Hội Nông dân; Hội Phụ nữ", "Hội Nông dân phường | Hội Liên hiệp Phụ nữ phường", "the ward's own"],
    ["Hội Nông dân tỉnh, Sở Y tế", "Hội Nông dân tỉnh | Sở Y tế", "the province's when it is said"],
    ["Trạm trưởng Trạm Y tế", "Trạm Y tế phường", "the office stands for what it leads"],
    [
      "Bí thư chi bộ, Trưởng ban công tác Mặt trận",
      "~Bí thư chi bộ, Trưởng ban công tác Mặt trận",
      "heads of quarters",
    ],
  ]);
  prose(ward, [
    [
      "Giao Trung tâm Phục vụ hành chính công niêm yết thủ tục.",
      "Trung tâm Phục vụ hành chính công = Trung tâm Phục vụ hành chính công phường",
      "not the province's",
    ],
  ]);
});

describe("bodies of communes in a document of the province", () => {
  cells(committee, [
    ["UBND xã, phường", "~UBND xã, phường", "all of them, without các"],
    ["Công an xã, phường; Trạm Y tế xã", "~Công an xã, phường; Trạm Y tế xã", "all of them"],
    ["UBND xã", "~UBND xã", "one commune in a province's document is any of them"],
    ["UBND xã Mường Ảng", "UBND xã Mường Ảng", "a named one"],
  ]);
  prose(committee, [
    ["Giao UBND xã, phường rà soát.", "UBND xã, phường = ~UBND xã, phường", "the run begins at its head"],
    ["Giao UBND xã chủ động rà soát.", "UBND xã = ~UBND xã", "any of them"],
  ]);
});

describe("districts and towns, until 1/7/2025", () => {
  cells(before2025, [
    ["UBND các huyện, thị xã, thành phố", "~UBND các huyện, thị xã, thành phố", "with các"],
    ["UBND huyện, thị xã, thành phố", "~UBND huyện, thị xã, thành phố", "without các"],
    ["Ủy ban nhân dân quận, huyện", "~Ủy ban nhân dân quận, huyện", "of a city"],
    [
      "Phòng Lao động - Thương binh và Xã hội",
      "Phòng Lao động - Thương binh và Xã hội",
      "Xã hội is no commune",
    ],
    [
      "Phòng Tài nguyên và Môi trường các huyện",
      "~Phòng Tài nguyên và Môi trường các huyện",
      "one office of many",
    ],
    [
      "UBND các huyện: Đăk Hà, Sa Thầy; UBND thành phố Kon Tum",
      "UBND huyện Đăk Hà | UBND huyện Sa Thầy | UBND thành phố Kon Tum",
      "districts named under one head",
    ],
  ]);
  cells(documentOf("Cao Bằng", "2024-05-01"), [
    ["UBND thành phố; UBND tỉnh", "UBND thành phố | UBND tỉnh", "the town is not the province"],
    [
      "UBND thành phố Cao Bằng, Thành ủy Cao Bằng",
      "UBND thành phố Cao Bằng | Thành ủy Cao Bằng",
      "town of the province's name",
    ],
  ]);
  prose(documentOf("Cao Bằng", "2024-05-01"), [
    [
      "UBND thành phố Cao Bằng và các huyện Hạ Lang, Quảng Hòa rà soát.",
      "UBND thành phố Cao Bằng và các huyện Hạ Lang, Quảng Hòa = UBND thành phố Cao Bằng | UBND huyện Hạ Lang | UBND huyện Quảng Hòa",
      "the committee is said once",
    ],
    [
      "Các huyện ủy, thị ủy, thành ủy quán triệt.",
      "Các huyện ủy, thị ủy, thành ủy = ~Các huyện ủy, thị ủy, thành ủy",
      "Party committees as a kind",
    ],
  ]);
  prose(before2025, [
    [
      "Ủy ban nhân dân xã, phường, thị trấn thành lập Tổ công tác.",
      "Ủy ban nhân dân xã, phường, thị trấn = ~Ủy ban nhân dân xã, phường, thị trấn",
      "the run begins at its head",
    ],
    [
      "Ủy ban nhân dân quận, huyện chỉ đạo Phòng Lao động - Thương binh và Xã hội phối hợp với các đơn vị rà soát.",
      "Ủy ban nhân dân quận, huyện = ~Ủy ban nhân dân quận, huyện ‖ Phòng Lao động - Thương binh và Xã hội = Phòng Lao động - Thương binh và Xã hội ‖ các đơn vị = ~các đơn vị",
      "và Xã hội belongs to the name",
    ],
    [
      "Chủ tịch UBND huyện, thành phố chịu trách nhiệm.",
      "Chủ tịch UBND huyện, thành phố = ~UBND huyện, thành phố",
      "offices of many",
    ],
    [
      "Phòng Giáo dục và Đào tạo hướng dẫn các trường.",
      "Phòng Giáo dục và Đào tạo = Phòng Giáo dục và Đào tạo ‖ các trường = ~các trường",
      "và Đào tạo belongs to the name",
    ],
    [
      "Phòng Kinh tế - Hạ tầng huyện Đăk Hà, Phòng Tài nguyên và Môi trường kiểm tra.",
      "Phòng Kinh tế - Hạ tầng huyện Đăk Hà, Phòng Tài nguyên và Môi trường = Phòng Kinh tế và Hạ tầng huyện Đăk Hà | Phòng Tài nguyên và Môi trường",
      "a longer name than Phòng Kinh tế",
    ],
    [
      "phối hợp với UBND các huyện Tu Mơ Rông, Đăk Glei quản lý vùng trồng",
      "UBND các huyện Tu Mơ Rông, Đăk Glei = UBND huyện Tu Mơ Rông | UBND huyện Đăk Glei",
      "named districts",
    ],
  ]);
  prose(documentOf(null, "2024-05-01"), [
    [
      "Đề nghị UBND tỉnh, thành phố trực thuộc Trung ương báo cáo.",
      "UBND tỉnh, thành phố trực thuộc Trung ương = ~UBND tỉnh, thành phố trực thuộc Trung ương",
      "in a central document all provinces",
    ],
  ]);
});

describe("bodies organised by area, and cities", () => {
  cells(province, [
    ["Bảo hiểm xã hội khu vực", "Bảo hiểm xã hội khu vực", "xã hội is no commune"],
    ["Bảo hiểm xã hội khu vực XXI", "Bảo hiểm xã hội khu vực XXI", "by number"],
    [
      "Bảo hiểm xã hội khu vực; các cơ sở khám bệnh, chữa bệnh trên địa bàn",
      "Bảo hiểm xã hội khu vực | ~các cơ sở khám bệnh, chữa bệnh trên địa bàn",
      "a body and many",
    ],
    [
      "Tòa án nhân dân khu vực; Viện kiểm sát nhân dân khu vực 3",
      "Tòa án nhân dân khu vực | Viện kiểm sát nhân dân khu vực 3",
      "courts since 2025",
    ],
    ["Thuế cơ sở 3", "Thuế cơ sở 3", "tax offices since 2025"],
    ["Kho bạc Nhà nước khu vực", "Kho bạc Nhà nước khu vực", "treasury since 2025"],
    ["Ngân hàng Nhà nước Khu vực 8", "Ngân hàng Nhà nước Khu vực 8", "State bank since 2025"],
    ["Chi cục Hải quan khu vực XI; Thuế tỉnh", "Chi cục Hải quan khu vực XI | Thuế tỉnh", "customs and tax"],
    [
      "Công ty Điện lực Nghệ An; Viễn thông Nghệ An",
      "Công ty Điện lực Nghệ An | Viễn thông Nghệ An",
      "firms named by the province",
    ],
  ]);
  cells(city, [
    ["Công an Thành phố", "Công an Thành phố", "as written"],
    [
      "Công an thành phố, UBND thành phố, Thành ủy",
      "Công an Thành phố | UBND Thành phố | Thành ủy",
      "small letters",
    ],
    ["Thống kê thành phố", "Thống kê Thành phố", "statistics"],
    ["Ban Quản lý Khu kinh tế Hải Phòng", "Ban Quản lý Khu kinh tế", "the city's own"],
  ]);
  prose(province, [
    [
      "Chủ tịch UBND các xã, phường và đặc khu Phú Quý hoãn họp.",
      "Chủ tịch UBND các xã, phường và đặc khu Phú Quý = ~UBND các xã, phường và đặc khu Phú Quý",
      "a named place ends the run",
    ],
    [
      "Đồn Biên phòng Phú Quý bám biển; Báo Nông nghiệp và Môi trường tăng thời lượng tin.",
      "Đồn Biên phòng Phú Quý = Đồn Biên phòng Phú Quý ‖ Báo Nông nghiệp và Môi trường = Báo Nông nghiệp và Môi trường",
      "a place, or a verb of one syllable, ends a name",
    ],
    [
      "Các doanh nghiệp chế biến thủy sản đăng ký nhu cầu.",
      "Các doanh nghiệp chế biến thủy sản = ~Các doanh nghiệp chế biến thủy sản",
      "what they do for a living",
    ],
    [
      "Kiểm tra bến bãi (Thanh tra Sở, Văn phòng Sở).",
      "Thanh tra Sở, Văn phòng Sở = Thanh tra Sở | Văn phòng Sở",
      "units of the department that wrote it",
    ],
    [
      "Hiệp hội Du lịch Cửa Lò - Nghệ An vận động hội viên.",
      "Hiệp hội Du lịch Cửa Lò - Nghệ An = Hiệp hội Du lịch Cửa Lò - Nghệ An",
      "place and province",
    ],
    [
      "Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh đẩy nhanh tiến độ.",
      "Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh = Ban Quản lý dự án đầu tư xây dựng công trình giao thông",
      "without các",
    ],
    [
      "Giao Tòa án nhân dân khu vực và Bảo hiểm xã hội khu vực chi trả.",
      "Tòa án nhân dân khu vực và Bảo hiểm xã hội khu vực = Tòa án nhân dân khu vực | Bảo hiểm xã hội khu vực",
      "without a number",
    ],
  ]);
});

describe("Party bodies", () => {
  cells(province, [
    [
      "Đảng ủy các cơ quan Đảng tỉnh; Đảng ủy UBND tỉnh",
      "Đảng ủy các cơ quan Đảng tỉnh | Đảng ủy UBND tỉnh",
      "since 2025",
    ],
    ["Ban Chính sách, chiến lược Tỉnh ủy", "Ban Chính sách, chiến lược Tỉnh ủy", "comma inside"],
    ["Các chi bộ, đảng bộ trực thuộc", "~Các chi bộ, đảng bộ trực thuộc", "those below"],
    ["Cấp ủy, tổ chức đảng các cấp", "~Cấp ủy, tổ chức đảng các cấp", "all of them"],
    [
      "Trường Chính trị tỉnh, Ủy ban Kiểm tra Tỉnh ủy",
      "Trường Chính trị tỉnh | Ủy ban Kiểm tra Tỉnh ủy",
      "listed",
    ],
    [
      "Các ban xây dựng Đảng, Văn phòng Tỉnh ủy",
      "~Các ban xây dựng Đảng | Văn phòng Tỉnh ủy",
      "a run and a body",
    ],
  ]);
  prose(province, [
    [
      "Các ban đảng Tỉnh ủy, các đảng ủy trực thuộc quán triệt nghị quyết.",
      "Các ban đảng Tỉnh ủy, các đảng ủy trực thuộc = ~Các ban đảng Tỉnh ủy, các đảng ủy trực thuộc",
      "the owner is not cut in two",
    ],
    [
      "Ban Chính sách, chiến lược Tỉnh ủy chủ trì, phối hợp với các cơ quan liên quan đôn đốc.",
      "Ban Chính sách, chiến lược Tỉnh ủy = Ban Chính sách, chiến lược Tỉnh ủy ‖ các cơ quan liên quan = ~các cơ quan liên quan",
      "comma inside, in prose",
    ],
    [
      "Các cấp ủy, tổ chức đảng, chính quyền, Mặt trận Tổ quốc và các đoàn thể quán triệt.",
      "Các cấp ủy, tổ chức đảng, chính quyền, Mặt trận Tổ quốc và các đoàn thể = ~Các cấp ủy, tổ chức đảng, chính quyền, Mặt trận Tổ quốc và các đoàn thể",
      "the Front in general",
    ],
  ]);
});

describe("words that begin like a body", () => {
  const others = [
    "Hội nhập quốc tế về kinh tế",
    "Hội Nghị triển khai nghị quyết",
    "Hội thảo Khoa học",
    "Hội chợ Thương mại",
    "Đoàn ra",
    "Ban hành Quyết định",
    "Cục bộ",
    "Trường hợp cần thiết",
    "Đài thọ chi phí",
    "Phòng, chống tham nhũng",
    "Phòng Chống thiên tai",
    "Viện trợ nước ngoài",
    "Thuế suất",
    "Báo cáo Kết quả",
    "Trung tâm hóa",
    "Đoàn kết Dân tộc",
    "Sở hữu trí tuệ",
    "Bộ tiêu chí Quốc gia",
    "Bộ Tiêu chí xã nông thôn mới",
    "Bộ máy Nhà nước",
    "Bộ thủ tục Hành chính",
    "Bộ chỉ số DDCI",
    "Chi cục bộ",
    "Bộ luật Dân sự",
    "Hội đàm cấp cao",
  ];

  it.each(others)("%j names nobody in a cell or in prose", (text) => {
    expect(readAddressees(text, gazetteer, province).addressees).toEqual([]);
    expect(findAddressees(`${text} là nội dung quan trọng.`, gazetteer, province)).toEqual([]);
  });

  it("keeps bodies whose names hold such words", () => {
    for (const name of [
      "Cục Sở hữu trí tuệ",
      "Ban Chỉ huy Phòng, chống thiên tai",
      "Trung tâm Hội nghị tỉnh",
    ])
      expect(onOneLine(readAddressees(name, gazetteer, province).addressees)).toBe(name);
  });

  prose(province, [
    [
      "Biểu dương các tập thể, cá nhân tổ chức thực hiện hiệu quả phong trào.",
      "các tập thể, cá nhân = ~các tập thể, cá nhân",
      "a verb is no part of a collective",
    ],
    [
      "Yêu cầu nhà đầu tư hạ tầng tập trung nhân lực.",
      "nhà đầu tư hạ tầng = ~nhà đầu tư hạ tầng",
      "a common noun alone, when it is asked",
    ],
  ]);

  it("ends a collective in a cell before what it does", () => {
    const [first] = readAddressees(
      "Các tập thể, cá nhân tổ chức thực hiện hiệu quả",
      gazetteer,
      province,
    ).addressees;
    expect(first && "collective" in first ? first.collective : null).toBe("Các tập thể, cá nhân");
  });
});

describe("companies", () => {
  prose(province, [
    [
      "Tổng công ty Điện lực miền Bắc kiểm tra đường dây 110kV.",
      "Tổng công ty Điện lực miền Bắc = Tổng công ty Điện lực miền Bắc",
      "named after what is a body elsewhere",
    ],
    [
      "Tập đoàn Điện lực Việt Nam bảo đảm vận hành an toàn.",
      "Tập đoàn Điện lực Việt Nam = Tập đoàn Điện lực Việt Nam",
      "a group of companies",
    ],
  ]);
});
