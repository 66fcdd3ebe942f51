"""Of several processes one leads; when it dies, the next one does."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from models.engine import engine_for
from models.leader import Lead, lead_of

LEADS = """
import sys
from models.engine import engine_for
from models.leader import lead_of
lead = lead_of(engine_for(sys.argv[1]), "delivery")
print(lead.held(), flush=True)
sys.stdin.read()
"""


@contextmanager
def candidate(url: str, what: str = "delivery") -> Iterator[Lead]:
    engine = engine_for(url)
    lead = lead_of(engine, what)
    yield lead
    lead.resign()
    engine.dispose()


def test_one_leads_until_it_resigns(url: str) -> None:
    with candidate(url) as first, candidate(url) as second:
        assert first.held()
        assert not second.held()
        assert first.held()
        first.resign()
        assert second.held()
        assert not first.held()


def test_different_things_have_different_leaders(url: str) -> None:
    with candidate(url, "telegram") as first, candidate(url, "mail") as second:
        assert first.held()
        assert second.held()


def test_a_second_process_takes_over_when_the_first_is_killed(url: str) -> None:
    command = [sys.executable, "-c", LEADS, url]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"True\n"
        with candidate(url) as second:
            assert not second.held()
            process.send_signal(signal.SIGKILL)
            process.wait()
            assert any(second.held() for _ in range(10_000))  # the server sees it a moment later


def test_a_leader_whose_connection_ends_leads_no_more(postgres_url: str) -> None:
    with candidate(postgres_url) as first, candidate(postgres_url) as second:
        assert first.held()
        end_all_others(postgres_url)
        assert second.held()
        assert not first.held()


def end_all_others(url: str) -> None:
    engine = engine_for(url)
    with engine.connect() as connection:
        others = (
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        connection.execute(text(others))
    engine.dispose()


def test_a_database_in_memory_has_one_process() -> None:
    with candidate("sqlite://") as first, candidate("sqlite://") as second:
        assert first.held()
        assert second.held()


@pytest.mark.parametrize("what", ["delivery", "x"])
def test_resigning_without_leading_is_no_mistake(url: str, what: str) -> None:
    with candidate(url, what) as nobody:
        nobody.resign()
