"""What stands between a right password and a session."""

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpResponse
from django.shortcuts import redirect


class SecondStep(AuthenticateStage):
    """The code or the key, for accounts that have one."""

    urlname = "second_step"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """The page that asks for it, or nothing; and that the sign-in may go on."""
        response, goes_on = super().handle()
        return (redirect(self.urlname) if response else None), goes_on
