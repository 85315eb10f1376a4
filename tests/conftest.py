"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# No test may fail because the machine is busy.
settings.register_profile(
    "calm", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("calm")
