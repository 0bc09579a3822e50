/** A part of a document as its writers see it. */
export type LongBlock =
  | { readonly kind: "paragraph"; readonly text: string; readonly centred: boolean }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

/** What one portion fills when printed on its side. */
export const pagesOfPortion = 27;
/** Rows of orders in the annex of one portion, and items of its running text. */
export const rowsOfPortion = 80;
const itemsOfSection = 12;

const verbs = [
  "Rà soát, cập nhật",
  "Tham mưu ban hành",
  "Tổ chức tập huấn về",
  "Xây dựng và trình duyệt",
  "Kiểm tra việc thực hiện",
  "Thẩm định",
  "Công bố",
  "Hướng dẫn lập",
  "Lấy ý kiến về",
  "Hoàn thiện",
];
const things = [
  "danh mục tuyến đường thuỷ",
  "quy trình cấp giấy phép khai thác nước ngầm",
  "phương án phòng cháy cho kho lưu trữ",
  "bản đồ vùng trồng cây dược liệu",
  "cơ sở dữ liệu hộ kinh doanh",
  "quy chế quản lý bến thuyền",
  "kế hoạch sửa chữa trường học",
  "bộ chỉ số chất lượng phục vụ người dân",
  "đề án bảo tồn nghề dệt",
  "dự toán nâng cấp trạm bơm",
  "chương trình khám sức khoẻ học sinh",
  "hồ sơ địa giới các xã mới",
  "quy hoạch điểm tập kết rác",
  "phần mềm theo dõi nguồn vốn",
];
const areas = [
  "tại các xã ven biển",
  "ở khu vực biên giới",
  "trên các tuyến phố chính",
  "cho người cao tuổi",
  "của hợp tác xã nông nghiệp",
  "phục vụ mùa mưa bão",
  "gắn với chuyển đổi số",
  "theo tiêu chuẩn mới",
  "cho doanh nghiệp nhỏ",
  "trong các khu công nghiệp",
  "của đơn vị sự nghiệp",
];
const bodies = [
  "Sở Nội vụ",
  "Sở Tài chính",
  "Sở Xây dựng",
  "Sở Y tế",
  "Sở Công Thương",
  "Sở Khoa học và Công nghệ",
  "Sở Nông nghiệp và Môi trường",
  "Sở Giáo dục và Đào tạo",
  "Công an tỉnh",
  "Văn phòng UBND tỉnh",
  "Thanh tra tỉnh",
  "UBND các xã, phường",
];
const times = [
  "Quý IV/2026",
  "Hằng năm",
  "Trước ngày 30/9/2026",
  "Tháng 11/2026",
  "Năm 2027",
  "Định kỳ hằng quý",
  "2026 - 2028",
];
const products = [
  "Quyết định của UBND tỉnh",
  "Báo cáo kết quả",
  "Kế hoạch được phê duyệt",
  "Tối thiểu 90% hồ sơ đúng hạn",
  "Văn bản hướng dẫn",
  "Hội nghị được tổ chức",
];

/**
 * A decision in the manner of provinces, in words of no real one: head and articles once, then `portions` times a part
 * with running text and an annex table of orders. One portion with the head fills about 27 pages. The same each time;
 * no two portions have the same figures.
 */
export function longDecision(portions: number): readonly LongBlock[] {
  const random = randomFrom(20_260_301);
  return [
    ...head(),
    ...Array.from({ length: portions }, (_, i) => portion(i + 1, random)).flat(),
    ...closing(),
  ];
}

type Random = <T>(choices: readonly T[]) => T;

/** Repeatable choices (a linear congruential generator, Numerical Recipes). */
function randomFrom(seed: number): Random {
  let state = seed;
  return (choices) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const chosen = choices[Math.floor((state / 2 ** 32) * choices.length)];
    if (chosen === undefined) throw new Error("nothing to choose from");
    return chosen;
  };
}

function paragraph(text: string, centred = false): LongBlock {
  return { kind: "paragraph", text, centred };
}

function head(): readonly LongBlock[] {
  return [
    paragraph("UỶ BAN NHÂN DÂN TỈNH QUẢNG TRỊ", true),
    paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true),
    paragraph("Độc lập - Tự do - Hạnh phúc", true),
    paragraph("Số: 9001/QĐ-UBND", true),
    paragraph("Quảng Trị, ngày 02 tháng 3 năm 2026", true),
    paragraph("QUYẾT ĐỊNH", true),
    paragraph("Ban hành Kế hoạch công tác nhiều năm của các cơ quan", true),
    paragraph("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"),
    paragraph("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 77/TTr-SNV ngày 20/02/2026."),
    paragraph("QUYẾT ĐỊNH:", true),
    paragraph("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch công tác nhiều năm của các cơ quan."),
    paragraph("Điều 2. Quyết định này có hiệu lực kể từ ngày ký."),
    paragraph("Điều 3. Thủ trưởng các cơ quan chịu trách nhiệm thi hành Quyết định này./."),
  ];
}

function closing(): readonly LongBlock[] {
  return [
    paragraph("Nơi nhận:"),
    paragraph("- Như Điều 3;"),
    paragraph("- Lưu: VT, TH."),
    paragraph("TM. UỶ BAN NHÂN DÂN", true),
    paragraph("CHỦ TỊCH", true),
    paragraph("Trần Văn Mẫu", true),
  ];
}

function portion(number: number, random: Random): readonly LongBlock[] {
  return [
    paragraph(`PHỤ LỤC ${number}`, true),
    paragraph(`NỘI DUNG CÔNG TÁC LĨNH VỰC ${number}`, true),
    paragraph("I. MỤC ĐÍCH, YÊU CẦU"),
    ...Array.from({ length: 6 }, (_, i) =>
      paragraph(`${i + 1}. Bảo đảm ${subject(random)}, ${aim(random)}.`),
    ),
    paragraph("II. NHIỆM VỤ, GIẢI PHÁP"),
    ...Array.from({ length: itemsOfSection }, (_, i) => task(i + 1, number, random)),
    paragraph("III. TỔ CHỨC THỰC HIỆN"),
    ...Array.from({ length: itemsOfSection }, (_, i) => duties(i + 1, number, random)).flat(),
    { kind: "table", rows: annex(number, random) },
  ];
}

function subject(random: Random): string {
  return `${random(things)} ${random(areas)}`;
}

function aim(random: Random): string {
  return `gắn ${random(things)} với ${random(things)} ${random(areas)}, lấy sự hài lòng của người dân làm thước đo, không để phát sinh chồng chéo giữa ${random(bodies)} và ${random(bodies)}`;
}

/** Text of an order long enough for three or four lines. */
function order(number: number, random: Random): string {
  return `${random(verbs).toLowerCase()} ${subject(random)} theo Kế hoạch số ${number * 7 + random([1, 2, 3, 4, 5])}/KH-UBND, trong đó chú trọng ${subject(random)} và ${subject(random)}`;
}

function task(label: number, number: number, random: Random): LongBlock {
  return paragraph(
    `${label}. Giao ${random(bodies)} chủ trì, phối hợp với ${random(bodies)} ${order(number, random)}, hoàn thành trước ngày ${random([5, 10, 15, 20, 25])}/${random([6, 9, 11, 12])}/2026.`,
  );
}

/** "1. Sở Y tế" with its duties under it. */
function duties(label: number, number: number, random: Random): readonly LongBlock[] {
  return [
    paragraph(`${label}. ${random(bodies)}`),
    ...["a", "b", "c"].map((letter) =>
      paragraph(
        `${letter}) ${capital(order(number, random))}; báo cáo UBND tỉnh ${random(["hằng quý", "hằng năm", "trước ngày 15/12/2026"])}.`,
      ),
    ),
  ];
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function annex(number: number, random: Random): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [
    ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"],
  ];
  for (let label = 1; label <= rowsOfPortion; label++) {
    const content = `${capital(order(number, random))}; ${subject(random)}`;
    const others = `${random(bodies)}, ${random(bodies)}`;
    rows.push([
      String(label),
      content,
      random(bodies),
      others,
      random(times),
      `${random(products)} số ${number * 100 + label}`,
    ]);
  }
  return rows;
}
