"""What reading and writing Parquet refuses."""

SENTENCES: dict[str, tuple[str, str]] = {
    "parquet.missing": (
        "Tệp {file} ở dạng Parquet, cần thư viện pyarrow mà máy này chưa cài. Cài bằng lệnh: python -m pip install "
        "'thidua[parquet]' (máy không có mạng: thêm --no-index --find-links wheelhouse), hoặc dùng dạng CSV UTF-8",
        "The file {file} is in Parquet form, which needs the library pyarrow; it is not installed here. Install it with: "
        "python -m pip install 'thidua[parquet]' (without a network: add --no-index --find-links wheelhouse), or use CSV "
        "UTF-8",
    ),
    "parquet.type": (
        "Cột {title} có kiểu {type}, không phải kiểu của một ô số liệu. Lưu lại cột ở kiểu chữ (string), số nguyên, thập "
        "phân (decimal), double, ngày (date) hoặc đúng/sai (bool)",
        "The column {title} has the type {type}, which is no cell of a table. Store it as string, integer, decimal, "
        "double, date or bool",
    ),
    "parquet.too_large": (
        "Bảng có {rows} dòng và {columns} cột, nhiều hơn mức đọc được là {most} dòng và {most_columns} cột. Chia thành "
        "nhiều tệp",
        "The table has {rows} lines and {columns} columns; at most {most} lines and {most_columns} columns are read. Cut "
        "it into several files",
    ),
    "parquet.row_group_too_large": (
        "Có nhóm dòng (row group) lớn hơn {most} MB khi giải nén, không đọc được trong bộ nhớ giới hạn. Ghi lại tệp với "
        "nhóm dòng nhỏ hơn, ví dụ 100.000 dòng",
        "A row group takes more than {most} MB when unpacked, too much for bounded memory. Write the file again with "
        "smaller row groups, of 100,000 lines for example",
    ),
    "parquet.text_too_long": (
        "Có ô chữ dài hơn {most} ký tự, không phải là số liệu. Bỏ nội dung đó khỏi bảng",
        "A cell holds a text of more than {most} characters, which is no figure. Remove it from the table",
    ),
}
