"""Every write about the pact: draft, open for signature, withdraw, sign, record a signature from paper."""

from thidua.apps.pact.services.drafting import draft_pact, open_pact, withdraw_pact
from thidua.apps.pact.services.signing import record_paper_signature, sign_pact

__all__ = ["draft_pact", "open_pact", "record_paper_signature", "sign_pact", "withdraw_pact"]
