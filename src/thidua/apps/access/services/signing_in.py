"""Who is it? A user name with its password, however often somebody tries and whether the account exists or not."""

from django.contrib.auth.hashers import make_password, verify_password

from thidua.apps.access.attempts import Tries, Try, count
from thidua.apps.access.models import Account
from thidua.apps.access.passwords import composed
from thidua.apps.access.services.passwords import renew_hash
from thidua.core.errors import Place, Problem, Refused


def check_credentials(*, username: str, password: str, address: str) -> Account:
    """The open account that both belong to. Raises Refused, at the same pace whatever is wrong."""
    name = composed(username).strip().lower()
    tries = count([(Try.ACCOUNT_HERE, (name, address)), (Try.ACCOUNT, (name,)), (Try.ADDRESS, (address,))])
    account = _account(name, password, tries)
    tries.succeeded()
    if not account.is_active:
        raise Refused(Problem("sign_in.closed"))
    return account


def _account(name: str, password: str, tries: Tries) -> Account:
    account = Account.objects.filter(username=name).first()
    if account is None:
        make_password(composed(password))  # as long as a comparison takes
        raise _wrong(tries)
    is_right, is_stale = verify_password(composed(password), account.password)
    if not is_right:
        raise _wrong(tries)
    if is_stale:
        renew_hash(account, password)
    return account


def _wrong(tries: Tries) -> Refused:
    code = "sign_in.wrong" if tries.left else "sign_in.wrong_last"
    return Refused(Problem(code, {"left": tries.left}, Place(path="password")))
