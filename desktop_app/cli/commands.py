"""The commands that work on an Office, by name."""

import json
import sys
from collections.abc import Callable

from desktop_app.cli import book, book_all, import_files, ledger, quote, settle, shops
from desktop_app.cli.arguments import Arguments
from desktop_app.cli.exit_codes import exit_code
from desktop_app.cli.output import Output, problems_of
from desktop_app.domain.errors import PostroomError
from desktop_app.services.draft_file import draft_schema
from desktop_app.services.import_report import import_schema
from desktop_app.services.office import Office

Command = Callable[[Office, Arguments, Output], int]

COMMANDS: dict[str, Command] = {
    "quote": quote.run,
    "book": book.run_book,
    "book-all": book_all.run_book_all,
    "pay": book.run_pay,
    "labels": book.run_labels,
    "import": import_files.run_import,
    "ledger": ledger.run_ledger,
    "settle": settle.run,
    "shops": shops.run_shops,
}


def run_command(arguments: Arguments, open_office: Callable[[Arguments], Office]) -> int:
    """Opens the Office, runs the command and closes it again; the exit code."""
    output = Output(as_json=arguments.json)
    try:
        office = open_office(arguments)
    except PostroomError as failure:
        output.failure(failure)
        output.result({"problems": problems_of(failure)})
        return exit_code(failure)
    try:
        return COMMANDS[arguments.command](office, arguments, output)
    finally:
        for notice in office.notices:  # files are opened by whoever uses them first
            output.note(notice)
        office.close()


def print_schema(what: str) -> int:
    """The JSON Schema of the draft file, or of what `import` prints, on stdout."""
    schema = import_schema() if what == "import" else draft_schema()
    json.dump(schema, sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0
