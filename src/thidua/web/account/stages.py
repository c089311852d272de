"""What stands between a right password and a session."""

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpResponse
from django.shortcuts import redirect


class SecondStep(AuthenticateStage):
    """The code or the key, for accounts that have one."""

    urlname = "second_step"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """The page that asks for it, or nothing; and that the sign-in may go on."""
        return (redirect(self.urlname) if self._should_handle(self.request) else None), True
