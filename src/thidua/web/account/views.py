"""Signing in and out."""

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class SignIn(LoginView):
    """User name and password."""

    template_name = "account/sign_in.html"
    redirect_authenticated_user = True


class SignOut(LogoutView):
    """Ends the session; by POST only."""


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """The first page after signing in."""
    return render(request, "account/home.html")
