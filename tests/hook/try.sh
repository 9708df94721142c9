#!/usr/bin/env bash
# Runs the hook through pre-commit in a scratch repository: clean samples pass, a broken page fails, and what is not staged is
# still there after a commit that was mended right beside it.
set -eu
project=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export GIT_AUTHOR_NAME=test GIT_AUTHOR_EMAIL=test@example.org GIT_COMMITTER_NAME=test GIT_COMMITTER_EMAIL=test@example.org
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE

git -C "$scratch" init --quiet
cp -R "$project/samples/." "$scratch/"
git -C "$scratch" add .
git -C "$scratch" commit --quiet --message "The samples"

cd "$scratch"
files=$(git ls-files 'content/*.md' 'translated/*.md')
pre-commit try-repo "$project" mdnkit --verbose --files $files

page=$(git ls-files 'content/*.md' | head -n 1)
printf '\n{{NoSuchMacro("x")}}\n' >> "$page"
if pre-commit try-repo "$project" mdnkit --files "$page"; then
  echo "the hook let a broken page pass" >&2
  exit 1
fi
git checkout --quiet -- "$page"
cat > .pre-commit-config.yaml <<END
repos:
  - repo: local
    hooks:
      - id: mdnkit
        name: mdnkit
        language: python
        additional_dependencies: ["$project"]
        entry: mdnkit check --fix --staged --select=callout-marker
        files: index\.md$
END
printf '\n> [!note]\n> Staged.\n' >> "$page"
git add .
printf '> Not staged.\n' >> "$page"
cp "$page" "$page.before"
if pre-commit run; then
  echo "the hook let a page pass that it mended" >&2
  exit 1
fi
cmp "$page.before" "$page"
test "$(git show ":$page" | tail -n 1)" = "> Staged."
echo "the hook left alone what is not staged, passed the samples and stopped the broken page"
