"""What the tests of the upload look at before and after."""

import pytest
from django.apps import apps


@pytest.fixture
def database():
    """What the database holds, but for the sessions that signing in writes."""

    def everything():
        return {
            model._meta.label: sorted(model._base_manager.values_list(), key=repr)
            for model in apps.get_models()
            if model._meta.label != "sessions.Session"
        }

    return everything
