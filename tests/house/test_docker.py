"""Dockerfile and compose.yaml say what is true of this Lotse."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.house.container import command, compose, given, in_the_image, last_stage, service
from tests.house.project import ROOT, listed_packages

SETTING = re.compile(r"\bLOTSE_([A-Z_]+)\b")


def copied() -> list[str]:
    """Sources of every COPY from the build context."""
    plain = [rest.split() for rest in given("COPY") if not rest.startswith("--from")]
    return [source for words in plain for source in words[:-1]]


def default(setting: str) -> object:
    return Settings.model_fields[setting].default


def test_both_stages_start_from_a_slim_python_that_lotse_supports() -> None:
    assert {rest.split()[0] for rest in given("FROM")} == {"python:3.11-slim"}


def test_what_is_copied_exists() -> None:
    assert [source for source in copied() if not (ROOT / source).exists()] == []


def test_every_package_is_copied() -> None:
    assert {name.split(".")[0] for name in listed_packages()} <= set(copied())


def test_the_build_context_lets_in_what_is_copied_and_nothing_else() -> None:
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    assert "*" in lines
    assert {line[1:] for line in lines if line.startswith("!")} == set(copied())


def test_wheels_are_checked_against_the_lock_and_nothing_else_is_installed() -> None:
    downloads = [rest for rest in given("RUN") if "pip download" in rest]
    assert ["--require-hashes" in rest for rest in downloads] == [True]
    installs = [rest for rest in given("RUN") if "pip install" in rest]
    assert ["--no-index" in rest for rest in installs] == [True]


def test_the_image_does_not_run_as_root() -> None:
    user = in_the_image("USER")
    assert user not in {"root", "0"}
    assert any(each.name == "RUN" and "useradd" in each.rest for each in last_stage())
    names = [each.name for each in last_stage()]
    assert names.index("USER") < names.index("CMD")


def test_the_image_starts_a_command_that_lotse_has() -> None:
    program, *arguments = command(in_the_image("CMD"))
    lotse = Path(sys.executable).parent / program
    result = subprocess.run([lotse, *arguments, "--help"], capture_output=True, check=False)
    assert result.returncode == 0


def test_the_image_exposes_the_default_port() -> None:
    assert in_the_image("EXPOSE") == str(default("http_port"))


def test_the_health_check_asks_where_the_web_answers() -> None:
    check = command(in_the_image("HEALTHCHECK"))[-1]
    address = re.search(r"http://127\.0\.0\.1:(\d+)(/\w+)", check)
    assert address is not None
    assert address[1] == str(default("http_port"))
    assert address[2] in strings_of("web")


def strings_of(package: str) -> set[object]:
    """Every string in a package's code."""
    trees = [ast.parse(file.read_text()) for file in (ROOT / package).rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    return {node.value for node in nodes if isinstance(node, ast.Constant)}


def test_the_health_check_is_python_that_compiles() -> None:
    words = command(in_the_image("HEALTHCHECK"))
    assert words[:3] == ["CMD", "python", "-c"] or words[:2] == ["python", "-c"]
    compile(words[-1], "HEALTHCHECK", "exec")


@pytest.mark.parametrize("file", ["Dockerfile", "compose.yaml", ".env.example"])
def test_every_setting_that_is_named_is_one(file: str) -> None:
    named = {name.lower() for name in SETTING.findall((ROOT / file).read_text())}
    assert named
    assert named <= set(Settings.model_fields)


def test_data_outlive_the_container() -> None:
    folder = in_the_image("VOLUME")
    assert folder == in_the_image("WORKDIR")
    volume, place = service("lotse")["volumes"][0].split(":")
    assert place == folder
    assert volume in compose()["volumes"]
    database, _ = service("postgres")["volumes"][0].split(":")
    assert database in compose()["volumes"]


def test_lotse_waits_for_a_healthy_database() -> None:
    assert service("lotse")["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    assert "pg_isready" in " ".join(service("postgres")["healthcheck"]["test"])


def test_lotse_speaks_to_the_database_beside_it() -> None:
    environment = service("postgres")["environment"]
    address = service("lotse")["environment"]["LOTSE_DATABASE_URL"]
    password = re.escape(environment["POSTGRES_PASSWORD"])
    user, database = environment["POSTGRES_USER"], environment["POSTGRES_DB"]
    assert re.fullmatch(
        rf"postgresql\+psycopg://{user}:{password}@postgres:5432/{database}", address
    )


def test_no_password_is_written_down() -> None:
    assert service("postgres")["environment"]["POSTGRES_PASSWORD"].startswith("${")
    assert re.search(r"^POSTGRES_PASSWORD=$", (ROOT / ".env.example").read_text(), re.MULTILINE)


def test_the_web_is_published_to_this_machine_only() -> None:
    port = default("http_port")
    assert service("lotse")["ports"] == [f"127.0.0.1:{port}:{port}"]
