"""One command for each thing done with this checkout; needs Python 3.11 or newer, nothing else.

`python3 tasks.py --help` lists them. Each first makes what it needs: the folder `.venv` with the
packages pinned in `requirements.lock`, and on Linux the system libraries that Qt loads. Messages
of this file go to stderr, so that stdout stays with the program that is started.
"""

import contextlib
import ctypes
import hashlib
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

# Before anything that an older Python cannot run; older ones can still read this file.
if sys.version_info < (3, 11):  # noqa: UP036 - this is where the requirement is told
    sys.exit(
        "Postroom needs Python 3.11 or newer; this one is {}.{}. Install a newer one, "
        "then run the same command with it.".format(*sys.version_info[:2])
    )

ROOT = Path(__file__).resolve().parent
NEWEST_PYTHON = (3, 14)  # the newest that this release of PySide6 has wheels for
INSTALLING = "installing\n"

# What Qt loads on Linux: the library, and its package on Debian, Fedora and Arch.
LIBRARIES = """
libEGL.so.1             libegl1              libglvnd-egl         libglvnd
libGL.so.1              libgl1               libglvnd-glx         libglvnd
libX11-xcb.so.1         libx11-xcb1          libX11-xcb           libx11
libcups.so.2            libcups2             cups-libs            libcups
libdbus-1.so.3          libdbus-1-3          dbus-libs            dbus
libfontconfig.so.1      libfontconfig1       fontconfig           fontconfig
libglib-2.0.so.0        libglib2.0-0         glib2                glib2
libgssapi_krb5.so.2     libgssapi-krb5-2     krb5-libs            krb5
libwayland-client.so.0  libwayland-client0   libwayland-client    wayland
libwayland-cursor.so.0  libwayland-cursor0   libwayland-cursor    wayland
libxcb-cursor.so.0      libxcb-cursor0       xcb-util-cursor      xcb-util-cursor
libxcb-icccm.so.4       libxcb-icccm4        xcb-util-wm          xcb-util-wm
libxcb-image.so.0       libxcb-image0        xcb-util-image       xcb-util-image
libxcb-keysyms.so.1     libxcb-keysyms1      xcb-util-keysyms     xcb-util-keysyms
libxcb-randr.so.0       libxcb-randr0        libxcb               libxcb
libxcb-render-util.so.0 libxcb-render-util0  xcb-util-renderutil  xcb-util-renderutil
libxcb-shape.so.0       libxcb-shape0        libxcb               libxcb
libxcb-sync.so.1        libxcb-sync1         libxcb               libxcb
libxcb-util.so.1        libxcb-util1         xcb-util             xcb-util
libxcb-xfixes.so.0      libxcb-xfixes0       libxcb               libxcb
libxcb-xkb.so.1         libxcb-xkb1          libxcb               libxcb
libxkbcommon-x11.so.0   libxkbcommon-x11-0   libxkbcommon-x11     libxkbcommon-x11
libxkbcommon.so.0       libxkbcommon0        libxkbcommon         libxkbcommon
"""
FONTS = ("fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu")
XVFB = ("xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb")
MANAGERS = (
    ("apt-get", "sudo apt-get install -y"),
    ("dnf", "sudo dnf install"),
    ("pacman", "sudo pacman -S"),
)


class Trouble(Exception):
    """What stands in the way, as a sentence that says what to do."""


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


# --- The environment in .venv ---


def venv_program(root: Path, name: str) -> Path:
    """The path of a program of the environment, which need not exist yet."""
    if os.name == "nt":
        return root / ".venv" / "Scripts" / f"{name}.exe"
    return root / ".venv" / "bin" / name


def wanted_state(root: Path) -> str:
    """What the state file says when the environment is whole: the lock's hash, and whose Python.

    The second line tells when the system's Python moved on to a newer one under the environment.
    """
    lock = hashlib.sha256((root / "requirements.lock").read_bytes()).hexdigest()
    return f"{lock}\n{os.path.realpath(venv_program(root, 'python'))}\n"


def state_file(root: Path) -> Path:
    return root / ".venv" / "postroom-state"


def ensure_environment(root: Path) -> None:
    """Bring `.venv` in line with the lock; does nothing where it is.

    An installation that was cut off leaves the word `installing` behind: it is made anew, because a
    half-copied package can look whole. One that only belongs to an older lock is brought up to it.
    """
    found = state_file(root).read_text("utf-8") if state_file(root).is_file() else ""
    wanted = wanted_state(root)
    if found == wanted and venv_program(root, "python").exists():
        return
    same_python = not found or found.splitlines()[1:] == wanted.splitlines()[1:]
    if found == INSTALLING or not same_python or not venv_program(root, "python").exists():
        make_environment(root)
    install(root, ["--require-hashes", "-r", str(root / "requirements.lock")])
    state_file(root).write_text(wanted_state(root), "utf-8")


def make_environment(root: Path) -> None:
    if sys.version_info[:2] > NEWEST_PYTHON:
        newest = ".".join(map(str, NEWEST_PYTHON))
        raise Trouble(f"Qt's packages do not know this Python yet: run this with Python {newest}.")
    ensure_venv_module()
    shutil.rmtree(root / ".venv", ignore_errors=True)
    (root / ".venv").mkdir()
    state_file(root).write_text(INSTALLING, "utf-8")
    say("Making .venv …")
    # Not the running Python: that may be the one just removed.
    python = getattr(sys, "_base_executable", sys.executable)
    if subprocess.run([python, "-m", "venv", str(root / ".venv")], check=False).returncode:
        raise Trouble("Python could not make .venv; its own message stands above.")


def ensure_venv_module() -> None:
    """Debian ships Python without the part that `venv` needs."""
    with contextlib.suppress(ImportError):
        __import__("ensurepip")
        return
    package = f"python3.{sys.version_info.minor}-venv"
    if not apt_install([package]):
        raise Trouble(
            f"Python's venv module is missing. Install it: sudo apt-get install {package}"
        )


def install(root: Path, what: Sequence[str]) -> None:
    """Let the environment's pip install; raises Trouble with the likely cause where it cannot."""
    say("Installing the packages of requirements.lock (about 170 MB the first time) …")
    state_file(root).write_text(INSTALLING, "utf-8")
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    pip = [str(venv_program(root, "python")), "-m", "pip", "--disable-pip-version-check"]
    done = subprocess.run([*pip, "install", *quiet, *what], check=False, stdout=sys.stderr)
    if done.returncode:
        state_file(root).unlink()  # pip tidied up after itself: nothing is half done
        raise Trouble(
            "The packages could not be installed; pip's own message stands above. If this computer "
            "is offline, connect it; behind a company proxy, set HTTPS_PROXY. Then run the same "
            "command again."
        )


# --- The system's libraries ---


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_fonts() -> bool:
    folders = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    homes = (Path.home() / ".fonts", Path.home() / ".local/share/fonts")
    return any(next(folder.rglob("*.[to]t[fc]"), None) for folder in (*folders, *homes))


def missing_packages(manager: int) -> list[str]:
    """The packages to install, in the words of one of MANAGERS."""
    rows = [line.split() for line in LIBRARIES.strip().splitlines()]
    packages = [row[1 + manager] for row in rows if not loads(row[0])]
    if not has_fonts():
        packages.append(FONTS[manager])
    return sorted(set(packages))


def ensure_libraries() -> None:
    """Install what Qt lacks on Linux where that is allowed; else say the command, and go on."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_packages(package_manager())
    if missing:
        install_packages(missing)


def package_manager() -> int:
    """Which of MANAGERS this machine has; Debian's names where it has none of them."""
    found = (n for n, (program, _) in enumerate(MANAGERS) if shutil.which(program))
    return next(found, 0)


def install_packages(packages: Sequence[str]) -> bool:
    if MANAGERS[package_manager()][0] == "apt-get" and apt_install(packages):
        return True
    command = MANAGERS[package_manager()][1]
    say(f"System packages are missing. Install them: {command} {' '.join(packages)}")
    return False


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages where this is Debian and we are root; True when they are there."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say(f"Installing system packages: {' '.join(packages)}")
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for attempt in (command, ["apt-get", "update", "-qq"], command):
        done = subprocess.run(attempt, check=False, env=env, capture_output=True, text=True)
        if attempt is command and done.returncode == 0:
            return True
    say(done.stderr.strip())
    return False


# --- Displays ---


def has_display(env: Mapping[str, str]) -> bool:
    """Whether a window would be seen: on Linux, whether the display that is named answers."""
    if env.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return wayland_answers(env) or x11_answers(env.get("DISPLAY", ""))


def wayland_answers(env: Mapping[str, str]) -> bool:
    name = env.get("WAYLAND_DISPLAY", "")
    return bool(name) and answers(str(Path(env.get("XDG_RUNTIME_DIR", "/")) / name))


def x11_answers(display: str) -> bool:
    """Whether an X server listens at a name such as `:0` or `localhost:10.0`."""
    named = re.fullmatch(r"(?P<host>[^:]*):(?P<number>\d+)(\.\d+)?", display)
    if not named:
        return False
    number = int(named["number"])
    if named["host"] not in {"", "unix"}:
        return answers((named["host"], 6000 + number))
    place = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X puts it
    return answers(place) or answers(f"\0{place}")


def answers(address: str | tuple[str, int]) -> bool:
    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as plug:
        plug.settimeout(2)
        try:
            plug.connect(address)
        except OSError:
            return False
    return True


@contextlib.contextmanager
def virtual_display() -> Iterator[dict[str, str]]:
    """The environment variables of a fresh virtual screen; empty where the system has its own."""
    if not sys.platform.startswith("linux"):
        yield {}
        return
    if not shutil.which("Xvfb") and not install_packages([XVFB[package_manager()]]):
        raise Trouble("Pictures of the real window need Xvfb.")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as number:
            display = number.readline().strip()
        try:
            yield {"DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
        finally:
            server.terminate()


# --- Starting programs of the environment ---


def environment(**more: str) -> dict[str, str]:
    """The variables for a child: Postroom is imported from this checkout, wherever it is run."""
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), **more}


def offscreen() -> dict[str, str]:
    return environment(QT_QPA_PLATFORM="offscreen")


def prepare() -> None:
    ensure_libraries()
    ensure_environment(ROOT)


def become(arguments: Sequence[str], env: Mapping[str, str]) -> int:
    """Go on as the environment's Python with these arguments, so that signals reach it."""
    python = str(venv_program(ROOT, "python"))
    if os.name == "posix":
        os.execve(python, [python, *arguments], env)  # noqa: S606 - no shell is the point
    with subprocess.Popen([python, *arguments], env=env) as process:
        while True:
            with contextlib.suppress(KeyboardInterrupt):  # it gets Ctrl+C as well
                return process.wait()


def call(command: Sequence[str | Path], **more: str) -> int:
    """Run one program from the checkout's folder; its exit code."""
    return subprocess.run(command, cwd=ROOT, env=environment(**more), check=False).returncode


# --- The tasks ---


def run(arguments: list[str]) -> int:
    """Open Postroom; without a display, give the tour. Arguments go to Postroom as they are."""
    prepare()
    if arguments or has_display(os.environ):
        return become(["-m", "desktop_app", *arguments], environment())
    say("There is no display here, so no window can be shown: here is the tour instead.")
    return give_tour([])


def tour(arguments: list[str]) -> int:
    """Drive the window through the main job, offscreen; pictures and labels go to build/tour."""
    prepare()
    return give_tour(arguments)


def give_tour(arguments: list[str]) -> int:
    place = str(ROOT / "build" / "tour")
    return become(["-m", "desktop_app", "--tour", place, *arguments], offscreen())


def practice(arguments: list[str]) -> int:
    """Run the practice service alone; its first line of output says where and with which keys."""
    prepare()
    return become(["-m", "desktop_app", "practice", *arguments], environment())


def test(arguments: list[str]) -> int:
    """Run the test suite, in parallel; arguments go to pytest instead, as they are."""
    prepare()
    os.chdir(ROOT)
    return become(["-m", "pytest", *(arguments or ["-n", "auto"])], offscreen())


def check(_: list[str]) -> int:
    """Check the code without running it: style, types, imports, sizes, the lock, the version."""
    prepare()
    python = venv_program(ROOT, "python")
    held = [f"tests/architecture/test_{name}.py" for name in ("lock", "version")]
    parts: dict[str, list[str | Path]] = {
        "ruff check": [venv_program(ROOT, "ruff"), "check", "."],
        "ruff format": [venv_program(ROOT, "ruff"), "format", "--check", "."],
        "mypy": [python, "-m", "mypy"],
        "import contracts": [venv_program(ROOT, "lint-imports"), "--no-logo"],
        "lock and version": [python, "-m", "pytest", "-q", *held],
        "sizes": [python, "-m", "tests.architecture.sizes"],
    }
    failed = []
    for name, command in parts.items():
        say(f"\n== {name}")
        if call(command, QT_QPA_PLATFORM="offscreen"):
            failed.append(name)
    say(f"\nFailed: {', '.join(failed)}." if failed else "\nAll checks passed.")
    return 1 if failed else 0


def reformat(_: list[str]) -> int:
    """Format the code, and mend what can be mended by itself."""
    prepare()
    ruff = venv_program(ROOT, "ruff")
    return call([ruff, "check", "--fix", "."]) | call([ruff, "format", "."])


def lock(arguments: list[str]) -> int:
    """Pin every dependency anew from pyproject.toml; `--upgrade` takes the newest releases."""
    target = ROOT / "requirements.lock"
    if not target.exists():
        target.touch()
        make_environment(ROOT)
        install(ROOT, ["uv"])
    else:
        prepare()
    compile_ = "-m uv pip compile pyproject.toml --group dev --universal --python-version 3.11"
    form = "--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header -q"
    command = [*compile_.split(), *form.split(), "-o", target.name, *arguments]
    code = call([venv_program(ROOT, "python"), *command])
    if code:
        return code
    pins = target.read_text("utf-8")
    if "://" in pins:
        raise Trouble("requirements.lock names an address. Take it out of uv's configuration.")
    target.write_text(f"# Written by `python3 tasks.py lock`; not to be edited.\n{pins}", "utf-8")
    prepare()
    return 0


def bench(arguments: list[str]) -> int:
    """Measure start-up, memory, the window's longest hold, a booking, a day's labels, as ratios."""
    prepare()
    return become([str(ROOT / "tests" / "benchmarks" / "run.py"), *arguments], offscreen())


def crash(arguments: list[str]) -> int:
    """Kill Postroom while it books, at every request and commit and at N moments: --rounds N."""
    prepare()
    os.chdir(ROOT)
    more = {}
    if arguments:
        if len(arguments) != 2 or arguments[0] != "--rounds" or not arguments[1].isdecimal():
            raise Trouble("Write: python3 tasks.py crash --rounds 1000")
        more = {"POSTROOM_CRASH_ROUNDS": arguments[1]}
    return become(["-m", "pytest", "-q", "-n", "auto", "tests/crash"], {**offscreen(), **more})


def pictures(arguments: list[str]) -> int:
    """Take the README's pictures of the real window, in light and dark, on a virtual screen."""
    prepare()
    script = ROOT / "packaging" / "pictures.py"
    with virtual_display() as display:
        return call([venv_program(ROOT, "python"), script, *arguments], **display)


def translate(arguments: list[str]) -> int:
    """Gather the window's words into resources/translations; `translate de` adds a language."""
    prepare()
    return become([str(ROOT / "packaging" / "translating.py"), *arguments], environment())


def build(arguments: list[str]) -> int:
    """Freeze Postroom into dist/; `--deb` makes Debian's package, `--smoke` tries all of it."""
    prepare()
    return become([str(ROOT / "packaging" / "building.py"), *arguments], offscreen())


TASKS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "format": reformat,
    "lock": lock,
    "bench": bench,
    "crash": crash,
    "tour": tour,
    "practice": practice,
    "pictures": pictures,
    "translate": translate,
    "build": build,
}


def usage() -> str:
    lines = [f"  {name:10}{task.__doc__}" for name, task in TASKS.items()]
    return "\n".join(["Usage: python3 tasks.py TASK [ARGUMENTS]", "", *lines])


def main(arguments: list[str]) -> int:
    """Do one task; the exit code is that of the program it ran, or 1 with a sentence."""
    name, *rest = arguments or ["--help"]
    if name in {"-h", "--help", "help"}:
        print(usage())
        return 0
    if name not in TASKS:
        say(f"There is no task {name!r}.\n\n{usage()}")
        return 2
    if rest in (["-h"], ["--help"]):
        print(TASKS[name].__doc__)
        return 0
    try:
        return TASKS[name](rest)
    except Trouble as trouble:
        say(str(trouble))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
