"""Signing in, one's own account, and the technician's pages of accounts."""

SENTENCES: dict[str, tuple[str, str]] = {
    "account.sign_in": ("Đăng nhập", "Sign in"),
}
