"""Finds out in which encoding a text file was saved, without reading it whole into memory."""

import codecs
from pathlib import Path
from typing import BinaryIO, NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1 << 18
_HEAD = 4096
# What shops' files are saved in where it is not Unicode, the likeliest first.
_LEGACY = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "mac_roman", "cp850", "cp932", "gb18030",
    "big5", "cp949",
]  # fmt: skip
_STRAY = "postroom-stray"
# Signs of cp1252 that order files have beside letters; other signs between letters are suspicious.
_USUAL = frozenset("£€¥§©®°±²³µ·¹º¼½¾«»‘’‚“”„…–—•™ ¡¿´`¨¦¬¢ª×÷")


class Encoding(NamedTuple):
    """How to decode a file; `has_nul`: there are NUL characters to leave out."""

    name: str
    errors: str = "replace"
    has_nul: bool = False


def find_encoding(path: Path) -> Encoding:
    """Reads the file once, in pieces. Raises OSError.

    Without a byte order mark it is UTF-16 where every other byte is NUL, else UTF-8. Single bytes
    that are no UTF-8 are read as Windows-1252: files joined from several reports have both. A file
    with none but such bytes is guessed.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
        for mark, name in _BOMS:
            if head.startswith(mark):
                return Encoding(name, has_nul=True)
        if wide := _wide(head):
            return Encoding(wide, has_nul=True)
        file.seek(0)
        return _narrow(file)


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: mostly Latin text, so its other half is NUL."""
    if len(head) < 4:
        return ""
    half = len(head) // 2
    low, high = head[0::2].count(0), head[1::2].count(0)
    if high > half * 0.6 and low < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if low > half * 0.6 and high < half * 0.1 else ""


def _narrow(file: BinaryIO) -> Encoding:
    """UTF-8, or what is guessed from the lines that are not."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    good, bad, has_nul, sample = 0, 0, False, bytearray()
    while chunk := file.read(_CHUNK):
        has_nul = has_nul or b"\0" in chunk
        if chunk.isascii():
            decoder.reset()
            continue
        text = decoder.decode(chunk)
        strays = sum("\udc80" <= sign <= "\udcff" for sign in text)
        bad += strays
        good += sum(sign > "\x7f" for sign in text) - strays
        if strays and len(sample) < _CHUNK:
            sample += chunk
    if bad and good <= bad // 8:
        return Encoding(_legacy(bytes(sample)), has_nul=has_nul)
    return Encoding("utf-8", errors=_STRAY, has_nul=has_nul)


def _legacy(sample: bytes) -> str:
    """The likeliest encoding of text that is not Unicode; Windows-1252 unless it looks wrong."""
    lines = [line for line in sample.splitlines() if not line.isascii()]
    wild = b"\n".join(lines[:400])
    if not wild or _looks_western(wild.decode("cp1252", "replace")):
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed

    found = from_bytes(wild, cp_isolation=_LEGACY).best()
    return found.encoding if found else "cp1252"


def _looks_western(text: str) -> bool:
    """Whether what is not ASCII is mostly letters in lower case, or signs that shops use."""
    wild = [sign for sign in text if sign > "\x7f"]
    fits = sum(sign in _USUAL or "ß" <= sign <= "ÿ" for sign in wild)
    upper = sum("À" <= sign <= "Þ" for sign in wild)
    return fits + min(upper, fits) >= 0.9 * len(wild)


def _as_cp1252(failure: UnicodeError) -> tuple[str, int]:
    if not isinstance(failure, UnicodeDecodeError):
        raise failure
    stray = failure.object[failure.start : failure.end]
    return stray.decode("cp1252", "replace"), failure.end


codecs.register_error(_STRAY, _as_cp1252)
