"""An identity that another server vouches for, joined once to the account whose user name it carries."""

from allauth.socialaccount.models import SocialAccount

from thidua.apps.access.events import IDENTITY_LINKED
from thidua.apps.access.models import Account
from thidua.apps.access.passwords import composed
from thidua.apps.access.roles import Actor
from thidua.apps.ledger.services import recording
from thidua.core.errors import Problem, Refused

CLAIM = "preferred_username"


def account_of_identity(identity: SocialAccount) -> Account:
    """The open account that it was joined to, or is joined to now. Raises Refused when nobody here is called so.

    The other server is trusted with user names, for this installation names it in its settings; once joined, only the
    identity's own number counts, so that a name given to somebody else there opens nothing here.
    """
    joined = SocialAccount.objects.filter(provider=identity.provider, uid=identity.uid).select_related("user").first()
    account = joined.user if joined else _join(identity)
    if not account.is_active:
        raise Refused(Problem("sign_in.closed"))
    return account


def _join(identity: SocialAccount) -> Account:
    username = composed(str(_claims(identity).get(CLAIM, ""))).lower()
    account = Account.objects.filter(username=username).first()
    if account is None or account.socialaccount_set.filter(provider=identity.provider).exists():
        raise Refused(Problem("sign_in.identity_unknown", {"username": username}))
    author = Actor(str(account.pk), account.get_full_name()).author()
    with recording(IDENTITY_LINKED, by=author):
        identity.user = account
        identity.save()
    return account


def _claims(identity: SocialAccount) -> dict[str, object]:
    data = identity.extra_data
    return data.get("userinfo") or data.get("id_token") or data
