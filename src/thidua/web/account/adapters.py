"""What allauth asks of this installation. It shows no page and no sentence of its own: accounts are opened by a
technician, messages are ours, and an identity that nobody here has is refused.
"""

from typing import Any, NoReturn

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.usersessions.models import UserSession
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

from thidua.apps import clock
from thidua.apps.access.models import Account
from thidua.apps.access.services.identities import account_of_identity
from thidua.core.errors import Problem, Refused
from thidua.web.account.entering import BY_IDENTITY, enter, way_on
from thidua.web.common.errors import refused_page


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up, nothing is mailed, the one stage of signing in is ours."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the signature is allauth's
        """Accounts are opened by a technician."""
        return False

    def get_login_stages(self) -> list[str]:
        """The second step alone."""
        return ["thidua.web.account.stages.SecondStep"]

    def add_message(self, *_: Any, **__: Any) -> None:
        """Messages are our own sentences, given by our own pages."""

    def send_notification_mail(self, *_: Any, **__: Any) -> None:
        """The ledger tells; there may be no mail server."""

    def respond_user_inactive(self, request: HttpRequest, user: Account) -> HttpResponse:  # noqa: ARG002 - allauth's
        """A closed account has come to here by another way than its password."""
        return refused_page(request, Refused(Problem("sign_in.closed")))

    def post_login(self, request: HttpRequest, user: Account, **options: Any) -> HttpResponse:
        """The list of sessions shows the installation's time."""
        response: HttpResponse = super().post_login(request, user, **options)
        UserSession.objects.filter(session_key=request.session.session_key).update(created_at=clock.now())
        return response

    def validation_error(self, code: str, *_: Any) -> ValidationError:
        """Carries the code only; our pages say it."""
        return ValidationError(code, code=code)


class IdentityAdapter(DefaultSocialAccountAdapter):
    """Another server vouches for a person who has an account here."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> NoReturn:
        """In, as the account that the identity belongs to; or the page that says that there is none."""
        try:
            account = account_of_identity(sociallogin.account)
        except Refused as refusal:
            raise ImmediateHttpResponse(refused_page(request, refusal)) from None
        request.session[BY_IDENTITY] = True
        to = sociallogin.state.get("next") or way_on(request)
        raise ImmediateHttpResponse(enter(request, account, method="identity", to=to))

    def on_authentication_error(self, request: HttpRequest, *_: Any, **__: Any) -> NoReturn:
        """The other server refused, or the person turned back."""
        raise ImmediateHttpResponse(refused_page(request, Refused(Problem("sign_in.identity_failed"))))
