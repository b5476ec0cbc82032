"""The frame of every HTML page here: plain, readable, and marked as practice."""

from html import escape
from string import Template

from starlette.responses import HTMLResponse

FRAME = Template("""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title - practice</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; color: #1c2430; background: #f4f5f7; }
.mark { background: #5b3fa0; color: #fff; padding: .6rem 1rem; text-align: center; }
main { max-width: 34rem; margin: 2rem auto; padding: 1.5rem 2rem; background: #fff; }
table { border-collapse: collapse; width: 100%; }
td { padding: .4rem 0; border-bottom: 1px solid #dde1e6; } td + td { text-align: right; }
label { display: block; margin: 1rem 0 .3rem; }
input { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; }
button { font: inherit; margin-top: 1.2rem; padding: .6rem 1.4rem; color: #fff;
  background: #1f5fc4; border: 0; cursor: pointer; }
</style>
</head>
<body>
<div class="mark"><strong>PRACTICE</strong> - no real money moves and no parcel is sent</div>
<main>
<h1>$title</h1>
$content
</main>
</body>
</html>
""")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"


def page(title: str, content: str, status: int = 200) -> HTMLResponse:
    """Return a page; `title` is escaped here, `content` is HTML already."""
    html = FRAME.substitute(title=escape(title), content=content)
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
    return HTMLResponse(html, status, headers=headers)


def table(rows: list[tuple[str, str]]) -> str:
    """Return a table of two columns, words escaped."""
    cells = (f"<tr><td>{escape(left)}</td><td>{escape(right)}</td></tr>" for left, right in rows)
    return f"<table>{''.join(cells)}</table>"


def card_form(button: str) -> str:
    """Return a form that posts to its own page, a practice card filled in."""
    return f"""<form method="post">
<label for="card">Practice card number</label>
<input id="card" name="card" value="{PRACTICE_CARD}" inputmode="numeric" autocomplete="off">
<button type="submit">{escape(button)}</button>
</form>
<p>A card number that ends in 0002 is declined.</p>"""


PRACTICE_CARD = "4242 4242 4242 4242"


def declined(card: str) -> bool:
    """Tell whether a practice card is refused: too short, or ending in 0002."""
    digits = "".join(letter for letter in card if letter.isdigit())
    return len(digits) < 12 or digits.endswith("0002")
