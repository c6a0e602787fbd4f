"""What can be set, with its unit, its default and why that default."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits and choices of one run. Every field has a default that suits a laptop."""

    max_page_bytes: int = 20_000_000
    """Bytes of one page after unpacking. A larger one is skipped: no news page is near this size, a database dump is."""

    max_archive_bytes: int = 20_000_000_000
    """Bytes unpacked from one archive in all. Reading stops there, which bounds what a zip bomb can cost."""

    max_archive_ratio: int = 200
    """Unpacked bytes for one packed byte, per member. Text packs about 4 to 1; a bomb 1,000 to 1."""

    workers: int = 0
    """Processes that read pages. 0: as many as there are cores; a handful of pages is read without any."""

    batch_pages: int = 16
    """Pages handed to a worker, and committed, at a time. What is lost with a crash is at most this many per worker."""

    cluster_batches: int = 256
    """Batches under way at once on a Dask cluster: enough for 100 workers, and a bound on memory."""

    busy_timeout_ms: int = 5_000
    """How long a second writer waits for the chronicle before it says who holds it."""


DEFAULTS = Settings()
