from django.apps import AppConfig


class PactConfig(AppConfig):
    name = "thidua.apps.pact"
    label = "pact"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from thidua.apps.pact.guards import pact_signed  # noqa: PLC0415 - models exist from here on
        from thidua.apps.pact.locking import why_locked  # noqa: PLC0415
        from thidua.apps.pact.waiting import waiting  # noqa: PLC0415
        from thidua.apps.seasons import desk, guards, locks  # noqa: PLC0415
        from thidua.core.phases import Frozen, Guard  # noqa: PLC0415

        guards.register(Guard.PACT_SIGNED, pact_signed)
        desk.register("pact", waiting)
        for what in (Frozen.RULEBOOK, Frozen.TARGETS):
            locks.register(what, why_locked)
