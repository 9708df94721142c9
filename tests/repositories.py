"""Small git repositories with English pages, made by the tests that need them."""

import os
import subprocess
from pathlib import Path

DATE = "2026-01-02T03:04:05+00:00"


def git(folder: Path, *arguments: str) -> str:
    """Run git as a user would, with a fixed author and date, and return what it prints."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")} | {
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.org",
        "GIT_AUTHOR_DATE": DATE,
        "GIT_COMMITTER_DATE": DATE,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_ALLOW_PROTOCOL": "file",
    }
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


def page(title: str, body: str = "Text.\n", **keys: str) -> str:
    """Return a page."""
    lines = [f"title: {title}", f"slug: {keys.pop('slug', title)}"]
    lines += [f"{key}: {value}" for key, value in keys.items()]
    return "---\n" + "\n".join(lines) + f"\n---\n\n{body}"


class English:
    """A checkout of English pages below `files/en-us`."""

    def __init__(self, folder: Path, english: str = "files/en-us") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.pages = folder / english
        self.root = self.pages.parent
        """What `content-root` names."""
        git(folder, "init", "--quiet")

    def write(self, where: str, text: str) -> None:
        """Write the page in the folder `where`, without committing it."""
        file = self.pages / where / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def commit(self, **pages: str) -> str:
        """Write pages (`web__api` is the folder `web/api`), commit everything, return the commit."""
        for where, text in pages.items():
            self.write(where.replace("__", "/"), text)
        return self.commit_all()

    def move(self, old: str, new: str) -> None:
        """Move a page to another folder, without committing it."""
        target = self.pages / new
        target.mkdir(parents=True, exist_ok=True)
        git(self.folder, "mv", str(self.pages / old / "index.md"), str(target / "index.md"))

    def commit_all(self) -> str:
        """Commit everything and return the commit."""
        git(self.folder, "add", "--all")
        git(self.folder, "commit", "--quiet", "--allow-empty", "--message", "Change")
        return self.head()

    def head(self) -> str:
        """Return the newest commit."""
        return git(self.folder, "rev-parse", "HEAD")
