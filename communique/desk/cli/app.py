"""``communique``: build, add, show, page, search, export, stats.

Exit codes: 0 done; 1 the chronicle or the request cannot be served; 2 the command line is wrong;
3 something was skipped and ``--strict`` was given; 130 interrupted.
Nothing heavy is imported before a command runs, so that ``--help`` answers at once.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from communique import __version__
from communique.errors import CommuniqueError

app = typer.Typer(
    help="Read raw news pages about diplomacy; write a chronicle in which every entry points at its words.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Pages = Annotated[
    list[str],
    typer.Argument(
        metavar="PAGES...", help="Files, folders, archives, tables, or - for standard input.", show_default=False
    ),
]
InChronicle = Annotated[
    Path, typer.Option("-c", "--chronicle", metavar="FILE", help="The chronicle to read.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON for programs instead of text for people.")]
Workers = Annotated[
    int, typer.Option("--workers", metavar="N", min=0, help="Processes that read pages; 0: one for each core.")
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler", metavar="ADDRESS", help="Read the pages on this Dask cluster instead.", show_default=False
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 3 where an input had to be skipped.")]


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="With --version: the reader's and the rules' too.")
    ] = False,
) -> None:
    if version:
        from communique.desk.cli.printing import print_version

        print_version(__version__, verbose)
        raise typer.Exit


@app.command()
def build(
    pages: Pages,
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="FILE", help="The chronicle to write.", show_default=False)
    ],
    workers: Workers = 0,
    scheduler: Scheduler = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Read PAGES into a chronicle. Pages that are in FILE already are not read again."""
    from communique.desk.cli.building import run_build

    raise typer.Exit(run_build(pages, out, workers, scheduler, strict, as_json))


@app.command()
def add(
    pages: Pages,
    chronicle: Annotated[
        Path, typer.Option("-c", "--chronicle", metavar="FILE", help="The chronicle to add to.", show_default=False)
    ],
    workers: Workers = 0,
    scheduler: Scheduler = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Add PAGES to a chronicle that exists. The same page twice changes nothing."""
    from communique.desk.cli.building import run_build

    if not chronicle.exists():
        raise CommuniqueError(
            f"{chronicle}: there is no such chronicle; `communique build PAGES -o {chronicle}` makes one"
        )
    raise typer.Exit(run_build(pages, chronicle, workers, scheduler, strict, as_json))


@app.command()
def show(
    event: Annotated[
        str | None,
        typer.Argument(
            metavar="[EVENT]", help="An event's id (its beginning is enough): shows it in full.", show_default=False
        ),
    ] = None,
    *,
    chronicle: InChronicle,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--between", metavar="ISO3 ISO3", help="Events in which both countries take part.", show_default=False
        ),
    ] = None,
    person: Annotated[
        str | None,
        typer.Option(
            "--person", metavar="NAME", help="Events in which somebody of this name takes part.", show_default=False
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="DAY", help="Events that can have been on this day or later.", show_default=False
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="DAY", help="Events that can have been on this day or earlier.", show_default=False
        ),
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="meeting, visit, call, ...", show_default=False)
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            "--status", metavar="STATUS", help="occurred, planned, cancelled, denied, uncertain.", show_default=False
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """The timeline; or one event in full."""
    from communique.desk.cli.showing import Filters, show_event, show_timeline

    if event is not None:
        show_event(chronicle, event, as_json)
    else:
        show_timeline(chronicle, Filters(between, person, since, until, kind, status), as_json)


@app.command()
def page(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A page, or - for standard input.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """How one page is cut: every line with its part and why, its stories, and how they were dated."""
    from communique.desk.cli.cutting import show_page

    show_page(path, as_json)


@app.command()
def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help="Words that must all occur.", show_default=False)
    ],
    chronicle: InChronicle,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many results at most.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Stories and quotes that carry all WORDS, best first, with a snippet."""
    from communique.desk.cli.searching import run_search

    run_search(chronicle, words, limit, as_json)


@app.command()
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The chronicle.", show_default=False)],
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="json|jsonl|csv", help="csv writes one file for each table into the folder OUT."
        ),
    ] = "json",
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            metavar="OUT",
            help="A file (a folder for csv); standard output without it.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write a chronicle for other programs."""
    from communique.desk.cli.exporting import run_export

    run_export(file, form, out)


@app.command()
def stats(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The chronicle.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Counts, what was dropped and why, and the versions that wrote it."""
    from communique.desk.cli.counting import show_stats

    show_stats(file, as_json)


def main() -> None:
    """Run a command; every expected error is one line on standard error and exit code 1."""
    try:
        app()
    except CommuniqueError as error:
        print(f"communique: {error}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        print(
            "communique: interrupted; what was committed stays, and the same command finishes the job", file=sys.stderr
        )
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output went away: `communique show ... | head`
        sys.stderr.close()
        sys.exit(0)
