"""What lies beside a build: the bill of its parts, their licences and its sums."""

import json
import subprocess
from pathlib import Path

from bill import bill_of_materials, notices, shipped, write_sums
from product import product


def test_every_part_is_named_once_with_version_and_licence() -> None:
    bill = bill_of_materials(product(), shipped())
    names = [part["name"] for part in bill["components"]]
    assert len(names) == len(set(names))
    assert {"httpx", "pydantic", "pyside6-essentials", "reportlab", "keyring", "Python"} <= {*names}
    assert "pytest" not in names
    assert [part["name"] for part in bill["components"] if not part.get("licenses")] == []
    assert all(part["version"] for part in bill["components"])
    assert len(bill["dependencies"][0]["dependsOn"]) == len(names)


def test_the_same_parts_have_the_same_number() -> None:
    parts = shipped()
    one, other = (json.dumps(bill_of_materials(product(), parts)) for _ in range(2))
    assert one == other
    assert bill_of_materials(product(), parts[1:])["serialNumber"] not in one


def test_the_licences_of_the_parts_are_told() -> None:
    text = notices(shipped())
    assert "httpx" in text
    assert "BSD" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text.upper()


def test_the_sums_hold(tmp_path: Path) -> None:
    file = tmp_path / "postroom.deb"
    file.write_bytes(b"a package")
    write_sums([file], tmp_path / "SHA256SUMS")
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 0
    file.write_bytes(b"another package")
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode != 0
