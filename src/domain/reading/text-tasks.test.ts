import { describe, expect, it } from "vitest";
import { documentOf, onOneLine, realGazetteer } from "../../../tests/support/gazetteer.ts";
import { blocksOfLines } from "../document/text-lines.ts";
import { outlineOf } from "./outline.ts";
import { References } from "./refs.ts";
import { readTextTasks } from "./text-tasks.ts";

const gazetteer = realGazetteer();

function read(text: string, issuer = "Ủy ban nhân dân tỉnh Gia Lai") {
  const lines = text.split("\n").map((line, i) => ({ number: i + 1, text: line }));
  const context = { gazetteer, addressing: { ...documentOf("Gia Lai", "2026-03-02"), issuer } };
  return readTextTasks(outlineOf(blocksOfLines(lines).blocks), new Map(), new References(), context);
}

/** Tasks on lines: "ref: leads + coordinators → approver @ time"; general exhortations begin with "~". */
function tasks(text: string): readonly string[] {
  return read(text).tasks.map((task) => {
    const parts = [
      `${task.general ? "~" : ""}${task.ref}: ${onOneLine(task.leads)}`,
      task.coordinators.length > 0 ? ` + ${onOneLine(task.coordinators).replaceAll(" @with", "")}` : "",
      task.approver === null ? "" : ` → ${task.approver}`,
      task.time === null ? "" : ` @ ${task.time}`,
    ];
    return parts.join("");
  });
}

describe("readTextTasks", () => {
  it.each([
    [
      "a heading names the body, its items are its duties",
      "III. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Rà soát trang thiết bị của các trạm y tế.\n- Chủ trì, phối hợp với Sở Tài chính lập dự toán, trình UBND tỉnh trước ngày 30/6/2026.",
      ["III.1-1: Sở Y tế", "III.1-2: Sở Y tế + Sở Tài chính → UBND tỉnh @ trước ngày 30/6/2026"],
    ],
    [
      "a colon parts the body from its duty",
      "III. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ: Hướng dẫn các đơn vị sắp xếp lại tổ chức.\n2. Đề nghị Hội Nông dân tỉnh: Vận động hội viên tham gia.",
      ["III.1: Sở Nội vụ", "III.2: Hội Nông dân tỉnh"],
    ],
    [
      "the sentence that opens the list gives the lead to its items",
      "Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng khẩn trương thực hiện các công việc sau:\n1. Kiểm tra toàn bộ cầu yếu trên các tuyến tỉnh lộ.\n2. Lập phương án sửa chữa, báo cáo UBND tỉnh trong tháng 4/2026.",
      ["1: Sở Xây dựng", "2: Sở Xây dựng → UBND tỉnh @ trong tháng 4/2026"],
    ],
    [
      "a body told in an item, with helpers",
      "II. NHIỆM VỤ\n1. Giao Sở Công Thương chủ trì, phối hợp với Công an tỉnh và các địa phương liên quan kiểm tra các kho xăng dầu.",
      ["II.1: Sở Công Thương + Công an tỉnh | ~các địa phương liên quan"],
    ],
    [
      "the subject after an adverbial that a comma ends",
      "II. NHIỆM VỤ\n1. Về quy hoạch bến cá, giao Sở Xây dựng rà soát lại toàn bộ.\n2. Trên cơ sở đề xuất của các xã, Sở Tài chính tổng hợp nhu cầu vốn.",
      ["II.1: Sở Xây dựng", "II.2: Sở Tài chính"],
    ],
    [
      "a paragraph that joins the one before it tells the same body, not those of the sentence over the whole list",
      "Trong đó, Sở Y tế và các sở, ngành liên quan tập trung thực hiện các việc sau:\n1. Về chợ ven sông:\n\nSở Công Thương rà soát các chợ ven sông, trình UBND tỉnh trước ngày 30/6/2026.\n\nĐồng thời, lập phương án di dời các hộ buôn bán nằm trong vùng sạt lở.\n\nPhấn đấu sắp xếp lại toàn bộ các bến đò ngang của tỉnh.\n2. Về bếp ăn trường học:\n\nTăng cường kiểm tra bếp ăn của các trường nội trú trên địa bàn.",
      [
        "1-1: Sở Công Thương → UBND tỉnh @ trước ngày 30/6/2026",
        "1-2: Sở Công Thương",
        "1-3: Sở Công Thương",
        "2-1: Sở Y tế | ~các sở, ngành liên quan",
      ],
    ],
    [
      "a topic in a few words, then who is bound",
      "II. NHIỆM VỤ\n1. Quy trình cấp phát thuốc, Sở Y tế và Bảo hiểm xã hội tỉnh phải thống nhất trước khi áp dụng.",
      ["II.1: Sở Y tế | Bảo hiểm xã hội tỉnh"],
    ],
    [
      "a numbered line with a colon is a heading of the paragraph behind it",
      "II. NHIỆM VỤ\n1. Hợp tác về du lịch:\nGiao Sở Văn hóa, Thể thao và Du lịch xây dựng sản phẩm du lịch sinh thái của tỉnh.",
      ["II.1-1: Sở Văn hóa, Thể thao và Du lịch"],
    ],
    [
      "a colon inside the name of several bodies",
      "II. NHIỆM VỤ\n1. Giao UBND các xã: Ia Dom, Ia O quản lý chặt chẽ đường mòn qua biên giới.",
      ["II.1: UBND xã Ia Dom | UBND xã Ia O"],
    ],
    [
      "what a body told above has to issue is an order",
      "1. Sở Tài chính:\na) Ban hành hướng dẫn lập dự toán năm 2027 trước ngày 15/6/2026.\nb) Công bố công khai số liệu thu ngân sách.",
      ["1.a: Sở Tài chính @ trước ngày 15/6/2026", "1.b: Sở Tài chính"],
    ],
    [
      "a company that no list holds, over its items",
      "1. Tập đoàn Xi măng Bình Minh:\n- Vận hành an toàn các nhà máy trên địa bàn tỉnh.",
      ["1-1: Tập đoàn Xi măng Bình Minh"],
    ],
    [
      "who does it, said in a sentence of its own",
      "II. NHIỆM VỤ\n1. Tổ chức ký cam kết với chủ cơ sở nuôi. Đơn vị thực hiện: Chi cục Chăn nuôi và Thú y.",
      ["II.1: Chi cục Chăn nuôi và Thú y"],
    ],
    [
      "a clause with another date goes on with the same lead",
      "II. NHIỆM VỤ\n1. Giao Sở Xây dựng lập danh mục cầu yếu trong tháng 4/2026; báo cáo Bộ Xây dựng trước ngày 05 hằng tháng.",
      [
        "II.1.1: Sở Xây dựng @ trong tháng 4/2026",
        "II.1.2: Sở Xây dựng → Bộ Xây dựng @ trước ngày 05 hằng tháng",
      ],
    ],
    [
      "a person who has to act",
      "II. NHIỆM VỤ\n1. Đồng chí Phó Bí thư Thường trực Tỉnh ủy theo dõi, chỉ đạo việc thực hiện Kết luận này.",
      ["II.1: ~Đồng chí Phó Bí thư Thường trực Tỉnh ủy"],
    ],
    [
      "a body in brackets at the end leads",
      "II. NHIỆM VỤ\n1. Xây dựng đề án phát triển cây dược liệu (Sở Nông nghiệp và Môi trường).\n2. Hoàn thiện bộ nhận diện du lịch (Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Sở Công Thương).",
      ["II.1: Sở Nông nghiệp và Môi trường", "II.2: Sở Văn hóa, Thể thao và Du lịch + Sở Công Thương"],
    ],
    [
      "numbers in brackets part a paragraph, the body before them leads all",
      "II. NHIỆM VỤ\n1. Giao Sở Tư pháp: (1) rà soát các nghị quyết còn hiệu lực; (2) đề xuất bãi bỏ nghị quyết lạc hậu trước ngày 15/5/2026.",
      ["II.1.1: Sở Tư pháp", "II.1.2: Sở Tư pháp @ trước ngày 15/5/2026"],
    ],
    [
      "another body in a later sentence is another order",
      "II. NHIỆM VỤ\n1. Sở Y tế lập danh sách trẻ cần tiêm. Sở Giáo dục và Đào tạo thông báo cho các trường.",
      ["II.1.1: Sở Y tế", "II.1.2: Sở Giáo dục và Đào tạo"],
    ],
    [
      "a further sentence of the same body is not",
      "II. NHIỆM VỤ\n1. Sở Y tế lập danh sách trẻ cần tiêm. Báo cáo UBND tỉnh trước ngày 20/4/2026.",
      ["II.1: Sở Y tế → UBND tỉnh @ trước ngày 20/4/2026"],
    ],
    [
      "what the one in charge has to tell others stays his duty",
      "III. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng\n- Tổ chức kiểm tra các mỏ cát; yêu cầu các doanh nghiệp lắp trạm cân.\n- Chỉ đạo các ban quản lý dự án nghiệm thu đúng quy định.",
      ["III.1-1: Sở Xây dựng", "III.1-2: Sở Xây dựng"],
    ],
    [
      "everybody reports every year",
      "V. CHẾ ĐỘ BÁO CÁO\n- Các sở, ban, ngành định kỳ trước ngày 10/12 hằng năm báo cáo kết quả về Sở Nội vụ.",
      ["V-1: ~Các sở, ban, ngành → Sở Nội vụ @ trước ngày 10/12 hằng năm"],
    ],
    [
      "labelled lines under an item are a row of a table",
      "II. CÁC HOẠT ĐỘNG\n1. Hội chợ nông sản\n- Thời gian: Quý III/2026\n- Đơn vị chủ trì: Sở Công Thương\n- Đơn vị phối hợp: UBND các xã, phường",
      ["II.1: Sở Công Thương + ~UBND các xã, phường @ Quý III/2026"],
    ],
    [
      "a line of its own dates the order above it",
      "II. NHIỆM VỤ\n1. Sở Nội vụ xây dựng đề án vị trí việc làm của tỉnh.\nThời gian hoàn thành: trước ngày 30/9/2026.",
      ["II.1: Sở Nội vụ @ trước ngày 30/9/2026."],
    ],
    [
      "calls to co-operate without end are general",
      "III. TỔ CHỨC THỰC HIỆN\n1. Các sở, ban, ngành, địa phương chủ động phối hợp chặt chẽ với Sở Y tế trong quá trình thực hiện.",
      ["~III.1: ~Các sở, ban, ngành, địa phương + Sở Y tế"],
    ],
    [
      "goals order nothing",
      "I. MỤC ĐÍCH, YÊU CẦU\n- Nâng cao nhận thức của người dân.\n- Tăng cường trách nhiệm của Sở Y tế.",
      [],
    ],
    ["results order nothing", "I. ĐÁNH GIÁ KẾT QUẢ\n- Sở Y tế đã hoàn thành tiêm chủng.", []],
    ["a list of names orders nothing", "III. TỔ CHỨC THỰC HIỆN\n- Sở Y tế;\n- Sở Tài chính;", []],
    [
      "recipients of a plan that begins after them",
      "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\nĐiều 3. Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này./.",
      [],
    ],
    [
      "the issuer tells what it does itself",
      "Ủy ban nhân dân tỉnh ban hành Kế hoạch phòng, chống thiên tai năm 2026 với các nội dung sau:\nUBND tỉnh thống nhất chủ trương xây dựng hồ chứa.",
      [],
    ],
  ])("%s", (_, text, expected) => {
    expect(tasks(text)).toEqual(expected);
  });

  it("tells the lines of each part of a paragraph", () => {
    const { tasks: found } = read(
      "II. NHIỆM VỤ\n1. Sở Y tế lập danh sách trẻ cần tiêm.\n2. Sở Nội vụ mở lớp.",
    );
    expect(found.map((task) => task.sources[0]?.lineFrom)).toEqual([2, 3]);
  });

  it("books every item: orders, and the rest with a reason", () => {
    const { step, tasks: found } = read(
      "I. MỤC TIÊU\n- Giảm nghèo.\nII. NHIỆM VỤ\n1. Sở Y tế lập danh sách.\n2. Đã có nhiều chuyển biến.",
    );
    expect(found).toHaveLength(1);
    expect(step.rejected.map((rejected) => rejected.why)).toEqual([
      "mục đích, yêu cầu, mục tiêu: không giao việc",
      "kể việc đã làm",
    ]);
    expect(step.in).toBe(step.out + step.rejected.length);
  });
});
