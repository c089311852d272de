from django.apps import AppConfig


class RulebooksConfig(AppConfig):
    name = "thidua.apps.rulebooks"
    label = "rulebooks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from thidua.apps.rulebooks import targets_waiting, waiting  # noqa: PLC0415 - models exist from here on
        from thidua.apps.seasons import desk  # noqa: PLC0415

        desk.register("rulebooks", waiting.waiting)
        desk.register("targets", targets_waiting.waiting)
