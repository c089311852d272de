"""Seasons, what leads from one phase to the next, dates and duties."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Holder.chair": ("cụm trưởng", "the chair"),
    "Holder.deputy": ("cụm phó", "the deputy chair"),
    "Holder.member": ("đơn vị thành viên", "the member"),
    "Holder.standing_body": ("cơ quan thường trực", "the standing body"),
}
