"""Pictures of every page from the tour; some go into the README.

Light and dark, in the usual and in the smallest size, and the smallest on a screen set to 150 %.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "pictures"
KEPT = ROOT / "packaging" / "screenshots"
SIZES = (("1280x800", "1"), ("1024x700", "1"), ("1024x700", "1.5"))
LOOKS = [(theme, size, scale) for theme in ("light", "dark") for size, scale in SIZES]
FOR_README = {
    "home-quotes": "quotes",
    "usa-customs": "customs",
    "home-labels-4x6": "labels",
    "shipments": "shipments",
}


def main() -> int:
    """Takes the tour once for each look; 0 when every tour came to its end."""
    for theme, size, scale in LOOKS:
        folder = FOLDER / (f"{theme}-{size}" + (f"-x{scale}" if scale != "1" else ""))
        environment = {
            **os.environ,
            "POSTROOM_TOUR_THEME": theme,
            "POSTROOM_TOUR_SIZE": size,
            "QT_SCALE_FACTOR": scale,
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, "-m", "desktop_app", "--tour", str(folder)]
        done = subprocess.run(command, env=environment, check=False)
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
