"""What is wrong with a file before anybody reads its figures: workbooks, CSV and YAML files, and their shape."""

SENTENCES: dict[str, tuple[str, str]] = {
    "files.cannot_open": (
        "Không mở được tệp {file} ({reason}). Kiểm tra quyền đọc và xem tệp có đang bị chương trình khác giữ không",
        "The file {file} cannot be opened ({reason}). Check that it may be read and that no other program holds it",
    ),
    "files.no_such_file": (
        "Không thấy tệp {file}. Kiểm tra tên tệp, kể cả chữ hoa chữ thường và phần đuôi",
        "There is no file {file}. Check the name, capital letters and ending included",
    ),
    "tables.binary_workbook": (
        "{file} là sổ tính dạng nhị phân (.xlsb). Mở bằng Excel rồi lưu lại dạng .xlsx",
        "{file} is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx",
    ),
    "tables.calculated_percent": (
        (
            "Ô là tỷ lệ tính từ công thức, có nhiều chữ số hơn bảng tính giữ được. Gõ hai số đếm (343/359) nếu "
            "biết, nếu không thì gõ tỷ lệ như đã báo cáo kèm dấu %, dạng văn bản"
        ),
        (
            "The cell is a percentage from a calculation, with more digits than a spreadsheet keeps. Type the two "
            "counts (343/359) if known, else the percentage as reported, with its sign, as text"
        ),
    ),
    "tables.column_missing": (
        "Dòng tiêu đề thiếu cột: {titles}. Thêm cột, hoặc sửa lại tiêu đề cho đúng",
        "The line of titles lacks a column: {titles}. Add it, or correct its title",
    ),
    "tables.damaged": (
        "Tệp {file} bị hỏng nên không đọc được ({reason}). Mở bằng Excel hoặc LibreOffice, lưu lại, rồi thử lại",
        (
            "The file {file} is damaged and cannot be read ({reason}). Open it in Excel or LibreOffice, save it "
            "and try again"
        ),
    ),
    "tables.data_merged": (
        "Vùng {range} gộp ô ở phần số liệu, không rõ số thuộc dòng nào. Bỏ gộp ô rồi ghi nội dung vào từng dòng",
        (
            "The cells {range} are merged among the figures, so it is not clear whose they are. Unmerge and fill "
            "every line"
        ),
    ),
    "tables.doctype": (
        (
            "Tệp {file} có khai báo lạ trong phần {part}, không do Excel hay LibreOffice tạo ra. Dùng tệp gốc rồi "
            "lưu lại"
        ),
        (
            "The part {part} of {file} holds a declaration that neither Excel nor LibreOffice writes. Save the "
            "original again"
        ),
    ),
    "tables.empty_file": (
        "Tệp {file} trống. Kiểm tra xem có chọn đúng tệp không",
        "The file {file} is empty. Check that it is the right one",
    ),
    "tables.empty_workbook": (
        "Sổ tính {file} không có ô nào có nội dung. Kiểm tra xem có chọn đúng tệp không",
        "The workbook {file} holds nothing in any cell. Check that it is the right one",
    ),
    "tables.error_value": (
        "Ô báo lỗi {found}. Sửa công thức hoặc gõ số vào ô",
        "The cell shows the error {found}. Mend the formula or type the number",
    ),
    "tables.file_too_large": (
        "Tệp {file} lớn hơn {most} MB. Bỏ hình ảnh và trang không cần, hoặc tách thành nhiều tệp",
        "The file {file} is larger than {most} MB. Remove pictures and needless sheets, or split it",
    ),
    "tables.formula_without_value": (
        "Ô có công thức nhưng chưa có kết quả lưu kèm. Mở tệp bằng Excel hoặc LibreOffice, để tính xong rồi lưu lại",
        "The cell holds a formula without its stored result. Open the file in Excel or LibreOffice and save it once",
    ),
    "tables.no_header": (
        (
            "Không thấy dòng tiêu đề trong {rows} dòng đầu. Cần các cột: {titles}. Nếu trang này không phải số "
            "liệu thì đổi tên thành “Ghi chú” hoặc “Hướng dẫn”"
        ),
        (
            "No line of titles in the first {rows} lines. Columns needed: {titles}. If the sheet holds no "
            "figures, rename it to “Ghi chú” (notes) or “Hướng dẫn” (guide)"
        ),
    ),
    "tables.not_a_list": (
        "Tệp số liệu dạng YAML phải là danh sách, mỗi mục gồm các dòng “tiêu đề: nội dung”",
        "A YAML file of figures must be a list of entries, each made of lines “title: value”",
    ),
    "tables.not_one_value": (
        "Mục “{title}” phải là một giá trị, không phải danh sách hay nhóm mục",
        "The entry “{title}” must be one value, not a list or a group",
    ),
    "tables.not_utf8": (
        "Tệp {file} không phải mã UTF-8 (từ dòng {line}). Trong Excel chọn lưu dạng “CSV UTF-8”",
        "The file {file} is not UTF-8 (from line {line} on). In Excel choose to save as “CSV UTF-8”",
    ),
    "tables.old_encoding": (
        (
            "Chữ Việt trong tệp {file} dùng bảng mã cũ {encoding}. Chuyển sang Unicode (UniKey, mục chuyển mã) "
            "rồi lưu dạng CSV UTF-8 hoặc .xlsx"
        ),
        (
            "The Vietnamese text of {file} is in the old encoding {encoding}. Convert it to Unicode (UniKey's "
            "converter), then save as CSV UTF-8 or .xlsx"
        ),
    ),
    "tables.old_workbook": (
        "{file} là tệp Excel đời cũ (.xls). Mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx",
        "{file} is an old Excel file (.xls). Open it in Excel or LibreOffice and save it as .xlsx",
    ),
    "tables.other_format": (
        "{file} không phải bảng tính đọc được (thấy: {found}). Lưu lại dạng .xlsx, .ods hoặc CSV UTF-8",
        "{file} is no table that can be read (found: {found}). Save it as .xlsx, .ods or CSV UTF-8",
    ),
    "tables.password": (
        "{file} đặt mật khẩu nên không đọc được. Bỏ mật khẩu mở tệp rồi lưu lại",
        "{file} is protected by a password and cannot be read. Remove the password and save it again",
    ),
    "tables.personal_names": (
        (
            "Cột “{title}” có {count} họ tên người. Phần mềm chỉ nhận số liệu tổng hợp của đơn vị, không nhận thông "
            "tin cá nhân: xóa họ tên khỏi tệp. Nếu đó là tên đường, tên trường thì viết rõ, ví dụ: đường Nguyễn Văn Cừ"
        ),
        (
            "The column “{title}” holds {count} names of persons. Only figures about units are taken in, never data "
            "on persons: remove the names from the file. Names of streets or schools say so: đường Nguyễn Văn Cừ"
        ),
    ),
    "tables.personal_number": (
        (
            "Cột “{title}” có số giống số căn cước hoặc số điện thoại của cá nhân. Phần mềm chỉ nhận số liệu tổng "
            "hợp của đơn vị, không nhận thông tin cá nhân: xóa nội dung này khỏi tệp"
        ),
        (
            "The column “{title}” holds what looks like a person's identity or telephone number. Only figures "
            "about units are taken in, never data on persons: remove it from the file"
        ),
    ),
    "tables.personal_title": (
        (
            "Cột “{title}” là thông tin cá nhân. Phần mềm chỉ nhận số liệu tổng hợp của đơn vị, không nhận thông "
            "tin cá nhân: xóa cả cột khỏi tệp"
        ),
        (
            "The column “{title}” is about persons. Only figures about units are taken in, never data on persons: "
            "remove the whole column from the file"
        ),
    ),
    "tables.quote_open": (
        (
            "Tệp {file} có dấu ngoặc kép mở mà không khép đúng chỗ. Kiểm tra các ô có dấu ngoặc kép rồi lưu lại "
            "dạng CSV UTF-8"
        ),
        (
            "The file {file} has a quotation mark that does not close properly. Check cells with quotes and save "
            "it again"
        ),
    ),
    "tables.row_too_long": (
        (
            "Dòng có {cells} ô trong khi tiêu đề có {titles} cột. Có thể số như 8,5 bị tách làm hai: lưu CSV với "
            "dấu chấm phẩy, hoặc đặt số trong ngoặc kép"
        ),
        (
            "The line has {cells} cells and there are {titles} titles. A number such as 8,5 may have been cut in "
            "two: save the CSV with semicolons, or put the number in quotes"
        ),
    ),
    "tables.title_merged": (
        "Tiêu đề “{title}” gộp nhiều cột ({range}) nên không rõ số nằm ở cột nào. Bỏ gộp ô, đặt tiêu đề cho từng cột",
        (
            "The title “{title}” is merged over several columns ({range}), so its column is unclear. Unmerge and "
            "title each"
        ),
    ),
    "tables.title_near": (
        "Không có cột nào tên “{found}”. Có phải là “{near}”? Sửa tiêu đề, hoặc đổi hẳn tên nếu là cột khác",
        "No column is called “{found}”. Is “{near}” meant? Correct the title, or rename it if it is something else",
    ),
    "tables.title_twice": (
        "Tiêu đề “{title}” có ở hai cột; cột đầu ở ô {first}. Giữ một cột",
        "The title “{title}” stands over two columns, first in {first}. Keep one",
    ),
    "tables.too_many_rows": (
        (
            "Bảng kéo dài đến ô {cell}, quá {rows} dòng hoặc {cells} ô mà phần mềm đọc. Xóa các dòng, cột thừa "
            "rồi lưu lại"
        ),
        (
            "The table reaches to {cell}, beyond the {rows} lines or {cells} cells that are read. Delete what is "
            "not needed"
        ),
    ),
    "tables.unpacks_too_large": (
        "Tệp {file} bung ra {unpacked} MB, quá mức {most} MB. Bỏ trang và dòng thừa, hoặc tách thành nhiều tệp",
        (
            "The file {file} unpacks to {unpacked} MB, above the {most} MB that are read. Remove what is "
            "needless, or split it"
        ),
    ),
    "tables.zip_bomb": (
        "Tệp {file} nén bất thường (bung ra {unpacked} MB), không giống sổ tính. Không mở; lấy lại tệp từ nơi gửi",
        (
            "The file {file} is packed abnormally (it unpacks to {unpacked} MB). It was not opened; ask the "
            "sender for it again"
        ),
    ),
    "yaml.alias": (
        (
            "Dòng {line}, cột {column}: dùng dấu neo hoặc tham chiếu (& hay *{name}), không được phép. Viết đủ "
            "nội dung ra"
        ),
        "Line {line}, column {column}: an anchor or alias (& or *{name}) is not allowed. Write the content out",
    ),
    "yaml.comma_in_braces": (
        (
            "Dòng {line}, cột {column}: dấu phẩy trong ngoặc nhọn cắt số làm hai (…,{after}). Viết số trong ngoặc "
            "kép: “8,5”"
        ),
        (
            "Line {line}, column {column}: the comma inside braces cuts the number in two (…,{after}). Put it in "
            "quotes: “8,5”"
        ),
    ),
    "yaml.control_character": (
        "Dòng {line}: có ký tự điều khiển {character}. Xóa ký tự này rồi gõ lại",
        "Line {line}: there is a control character {character}. Delete it and type the text again",
    ),
    "yaml.duplicate_key": (
        "Dòng {line}, cột {column}: mục “{key}” ghi lần thứ hai, lần đầu ở dòng {first}. Giữ một mục",
        "Line {line}, column {column}: the entry “{key}” is written twice, first in line {first}. Keep one",
    ),
    "yaml.empty": (
        "Tệp không có nội dung. Kiểm tra xem có chọn đúng tệp không",
        "The file has no content. Check that it is the right one",
    ),
    "yaml.key_not_text": (
        "Dòng {line}, cột {column}: tên mục phải là một từ hoặc cụm từ, không phải danh sách hay nhóm mục",
        "Line {line}, column {column}: the name of an entry must be a text, not a list or a group",
    ),
    "yaml.many_documents": (
        "Dòng {line}, cột {column}: tệp có nhiều hơn một tài liệu (dấu ---). Để mỗi tệp một tài liệu",
        "Line {line}, column {column}: the file holds more than one document (---). Keep one document a file",
    ),
    "yaml.not_utf8": (
        (
            "Tệp không phải mã UTF-8 (từ dòng {line}). Lưu lại với mã UTF-8; chữ Việt mã cũ thì chuyển sang "
            "Unicode trước"
        ),
        (
            "The file is not UTF-8 (from line {line} on). Save it as UTF-8; convert old Vietnamese encodings to "
            "Unicode first"
        ),
    ),
    "yaml.syntax": (
        (
            "Dòng {line}, cột {column}: không đọc được “{text}”. Kiểm tra thụt đầu dòng, dấu cách sau dấu hai "
            "chấm, dấu ngoặc và dấu nháy đủ cặp"
        ),
        (
            "Line {line}, column {column}: “{text}” cannot be read. Check the indentation, the space after a "
            "colon, and that brackets and quotes come in pairs"
        ),
    ),
    "yaml.tab": (
        "Dòng {line}, cột {column}: thụt đầu dòng bằng phím Tab. Dùng dấu cách, mỗi cấp hai dấu cách",
        "Line {line}, column {column}: the line is indented by a tab. Use spaces, two for each level",
    ),
    "yaml.tag": (
        "Dòng {line}, cột {column}: có thẻ kiểu dữ liệu {tag}, không được phép. Xóa thẻ, chỉ giữ nội dung",
        "Line {line}, column {column}: the type tag {tag} is not allowed. Delete it and keep the content",
    ),
    "yaml.too_deep": (
        "Dòng {line}, cột {column}: lồng nhau quá {most} cấp. Kiểm tra các dấu ngoặc",
        "Line {line}, column {column}: nested deeper than {most} levels. Check the brackets",
    ),
    "yaml.too_large": (
        "Tệp lớn hơn {most} MB, không giống bảng điểm hay kỳ thi đua. Kiểm tra xem có chọn đúng tệp không",
        "The file is larger than {most} MB, which no rulebook or season is. Check that it is the right one",
    ),
    "tables.macros": (
        "{file} có chứa macro nên không được mở. Lưu lại dạng .xlsx không có macro rồi nộp lại",
        "{file} carries macros and is not opened. Save it as .xlsx without macros and hand it in again",
    ),
}
