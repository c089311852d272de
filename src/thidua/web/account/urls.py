"""Addresses of signing in, of one's own account, and of the technician's work."""

from allauth.socialaccount.providers.openid_connect.views import callback, login
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from thidua.web.account.views import accounts, own, policy, security, signing_in

urlpatterns = [
    path("dang-nhap/", signing_in.sign_in, name="sign_in"),
    path("dang-nhap/buoc-hai/", signing_in.second_step, name="second_step"),
    path("dang-nhap/khoa/", signing_in.passkey_sign_in, name="passkey_sign_in"),
    path("dang-nhap/khoa/thu-thach/", signing_in.passkey_challenge, name="passkey_challenge"),
    path("dang-xuat/", signing_in.sign_out, name="sign_out"),
    path("toi/", own.own_account, name="own_account"),
    path("toi/mat-khau/", own.change_own_password, name="change_password"),
    path("toi/uy-quyen/<uuid:assignment>/", own.pass_on, name="pass_on"),
    path("toi/uy-quyen/<uuid:delegation>/thoi/", own.take_back, name="take_back"),
    path("toi/bao-mat/", security.security, name="security"),
    path("toi/bao-mat/ung-dung/bat-dau/", security.begin_app, name="begin_app"),
    path("toi/bao-mat/ung-dung/", security.add_app_step, name="add_app"),
    path("toi/bao-mat/khoa/", security.add_key, name="add_key"),
    path("toi/bao-mat/khoa/thu-thach/", security.key_challenge, name="key_challenge"),
    path("toi/bao-mat/<int:key>/go/", security.remove, name="remove_step"),
    path("toi/bao-mat/ma-du-phong/", security.recovery_codes, name="recovery_codes"),
    path("toi/phien/<int:session>/ket-thuc/", security.end_session, name="end_session"),
    path("toi/phien/ket-thuc/", security.end_other_sessions, name="end_other_sessions"),
    path("tai-khoan/", accounts.accounts, name="accounts"),
    path("tai-khoan/moi/", accounts.new_account, name="new_account"),
    path("tai-khoan/<uuid:key>/", accounts.account, name="account"),
    path("tai-khoan/<uuid:key>/mat-khau/", accounts.new_password, name="new_password"),
    path("tai-khoan/<uuid:key>/dong/", accounts.close, name="close_account"),
    path("tai-khoan/<uuid:key>/buoc-hai/", accounts.reset_steps, name="reset_steps"),
    path("tai-khoan/<uuid:key>/vai-tro/", accounts.assign_role, name="assign_role"),
    path("tai-khoan/<uuid:key>/vai-tro/<uuid:assignment>/", accounts.end_role, name="end_role"),
    path("quyen/", policy.policy, name="policy"),
    path("dang-nhap/cong/<slug:provider_id>/", require_POST(login), name="openid_connect_login"),
    path("dang-nhap/cong/<slug:provider_id>/ve/", require_safe(callback), name="openid_connect_callback"),
]
