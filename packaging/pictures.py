"""Pictures of every page, light and dark, in both sizes, from the tour; some go into the README."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "pictures"
KEPT = ROOT / "packaging" / "screenshots"
LOOKS = [(theme, size) for theme in ("light", "dark") for size in ("1280x800", "1024x700")]
FOR_README = {
    "home-quotes": "quotes",
    "usa-customs": "customs",
    "home-labels-4x6": "labels",
    "shipments": "shipments",
}


def main() -> int:
    """Takes the tour once for each look; 0 when every tour came to its end."""
    for theme, size in LOOKS:
        folder = FOLDER / f"{theme}-{size}"
        environment = {
            **os.environ,
            "POSTROOM_TOUR_THEME": theme,
            "POSTROOM_TOUR_SIZE": size,
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, "-m", "desktop_app", "--tour", str(folder)]
        done = subprocess.run(command, env=environment, check=False)  # noqa: S603 - our own program
        if done.returncode:
            return done.returncode
    _keep_for_readme()
    return 0


def _keep_for_readme() -> None:
    KEPT.mkdir(exist_ok=True)
    for theme in ("light", "dark"):
        for picture in (FOLDER / f"{theme}-1280x800").glob("*.png"):
            if name := FOR_README.get(picture.stem.partition("-")[2]):
                shutil.copyfile(picture, KEPT / f"{name}-{theme}.png")


if __name__ == "__main__":
    sys.exit(main())
