"""What the ledger tells about campaigns. Names and what people wrote are texts."""

from datetime import date

from thidua.apps.campaigns.models import Sort
from thidua.apps.ledger.events import define

CAMPAIGN_PROPOSED = define("campaigns.campaign.proposed", texts=("name",), sort=Sort)
CAMPAIGN_LAUNCHED = define("campaigns.campaign.launched", texts=("name",), sort=Sort, date=date.fromisoformat)
CAMPAIGN_ACKNOWLEDGED = define("campaigns.campaign.acknowledged", texts=("name",))
CAMPAIGN_REVIEWED = define("campaigns.campaign.reviewed", texts=("name",), date=date.fromisoformat)
RESULT_CONFIRMED = define("campaigns.result.confirmed", texts=("name",))
