"""What lies beside every build: its bill of materials, the licences of its parts, its sums."""

import hashlib
import json
import platform
import re
import tomllib
import uuid
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from product import NAME, ROOT, Product

SPACE = uuid.UUID("6f1d0d5e-4a83-4c5e-9d0c-2f0c8a7b9e11")


def shipped(root: Path = ROOT) -> list[Distribution]:
    """The packages Postroom runs with, and those that they need on this system, by name."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    found: dict[str, Distribution] = {}
    wanted = list(project["dependencies"])
    while wanted:
        need = Requirement(wanted.pop())
        name = canonicalize_name(need.name)
        if name in found or not _applies(need):
            continue
        found[name] = distribution(name)
        wanted += [f"{text}" for text in found[name].requires or ()]
    return [found[name] for name in sorted(found)]


def _applies(need: Requirement) -> bool:
    """Whether a need holds here, without extras that nobody has asked for."""
    if need.marker and not need.marker.evaluate({"extra": ""}):
        return False
    try:
        distribution(need.name)
    except PackageNotFoundError:
        return False
    return True


def bill_of_materials(product: Product, parts: Iterable[Distribution]) -> dict[str, Any]:
    """CycloneDX 1.6: the product, Python and every package with version, licence and purl."""
    components = [_component(part) for part in parts]
    components.append(
        {
            "type": "framework",
            "bom-ref": "python",
            "name": "Python",
            "version": platform.python_version(),
            "licenses": [{"license": {"id": "PSF-2.0"}}],
        }
    )
    words = json.dumps([product.version, components], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        # The same parts have the same number, so that two builds can be compared.
        "serialNumber": f"urn:uuid:{uuid.uuid5(SPACE, words)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": NAME.lower(),
                "name": NAME,
                "version": product.version,
                "licenses": [{"license": {"id": product.licence}}],
            }
        },
        "components": components,
        "dependencies": [
            {"ref": NAME.lower(), "dependsOn": sorted(one["bom-ref"] for one in components)}
        ],
    }


def _component(part: Distribution) -> dict[str, Any]:
    name, version = canonicalize_name(part.name), part.version
    found: dict[str, Any] = {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name}@{version}",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
    }
    if licence := _licence(part):
        found["licenses"] = [licence]
    return found


def _licence(part: Distribution) -> dict[str, Any] | None:
    if expression := _told(part, "License-Expression"):
        return {"expression": expression}
    named = _told(part, "License")
    if not named or "\n" in named:  # some put the whole text there
        classes = part.metadata.get_all("Classifier") or []
        named = next((it.rpartition(" :: ")[2] for it in classes if "License ::" in it), "")
    return {"license": {"name": named}} if named else None


def _told(part: Distribution, field: str) -> str:
    return str((part.metadata.get_all(field) or [""])[0])


def notices(parts: Iterable[Distribution]) -> str:
    """The licence texts of everything that is shipped, as its licences want."""
    return "\n\n".join(_notice(part) for part in parts) + "\n"


def _notice(part: Distribution) -> str:
    title = f"{part.name} {part.version}"
    texts = list(_licence_texts(part)) or [str(_licence(part) or "See the project's own pages.")]
    return "\n\n".join([title, "=" * len(title), *texts])


def _licence_texts(part: Distribution) -> Iterator[str]:
    for file in part.files or ():
        is_text = re.match(r"(licen[cs]e|copying|notice)", file.name, re.IGNORECASE)
        if is_text and ".dist-info" in str(file) and file.suffix != ".py":
            yield Path(str(file.locate())).read_text("utf-8", "replace").strip()


def write_sums(files: Iterable[Path], target: Path) -> None:
    """SHA-256 of each, in the form that `sha256sum --check` reads."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    target.write_text("".join(lines), "utf-8")
