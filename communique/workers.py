"""Work on many processes or machines: anything with the standard library's ``Executor`` interface.

A pool of local processes by default; ``distributed.Client(...).get_executor()`` puts the same work on a Dask
cluster (one laptop, Slurm through dask-jobqueue, Kubernetes). No scheduler of our own.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice
from typing import TypeVar

from communique.settings import Settings

T = TypeVar("T")
R = TypeVar("R")
_PAGES_A_WORKER = 12  # starting a process and its reader takes about as long as reading this many pages


@contextmanager
def worker_pool(
    pages: Iterable[T], executor: Executor | None, settings: Settings, warm: Callable[[], object]
) -> Iterator[tuple[Iterator[T], Executor | None]]:
    """The pages, and who reads them: ``executor`` if given, a pool of processes if there are enough pages, else nobody.

    ``warm`` is called once in each new process. The pool ends with the block; what is not begun by then is dropped.
    """
    wanted = settings.workers or os.cpu_count() or 1
    stream = iter(pages)
    first = [] if executor is not None or wanted < 2 else list(islice(stream, _PAGES_A_WORKER * 2))
    rest = chain(first, stream)
    if executor is not None or len(first) < _PAGES_A_WORKER * 2:
        yield rest, executor
        return
    # spawn: forking a process in which libraries may have started threads can hang its child
    pool = ProcessPoolExecutor(wanted, multiprocessing.get_context("spawn"), initializer=warm)
    try:
        yield rest, pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def read_ahead(
    work: Callable[[tuple[T, ...]], R], pages: Iterator[T], executor: Executor | None, settings: Settings
) -> Iterator[R]:
    """``work`` on each batch of pages, results in order, with a bounded number of batches under way.

    Bounded, so that a corpus larger than memory passes through; in order, so that two runs write the same file.
    """
    batches = iter(lambda: tuple(islice(pages, settings.batch_pages)), ())
    if executor is None:
        yield from map(work, batches)
        return
    under_way: deque[Future[R]] = deque()
    ahead = (
        2 * (settings.workers or os.cpu_count() or 1)
        if isinstance(executor, ProcessPoolExecutor)
        else settings.cluster_batches
    )
    for batch in batches:
        under_way.append(executor.submit(work, batch))
        if len(under_way) >= ahead:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()
