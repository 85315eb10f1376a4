"""Small products of arrays keep to one thread, and leave the others as they were."""

import numpy as np
from threadpoolctl import threadpool_info

from alignbench.system.one_thread import one_thread_for_products


def threads() -> list[int]:
    """Of each library that multiplies arrays, how many threads it may use."""
    assert np.ones(2) @ np.ones(2) == 2.0
    return [each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"]


def test_products_are_made_on_one_thread_within_it_alone() -> None:
    before = threads()
    with one_thread_for_products():
        assert set(threads()) <= {1}
    assert threads() == before
