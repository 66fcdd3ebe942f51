"""The messages of the reports whose ids are put together."""

from analysis.measures.causes import CAUSES
from analysis.measures.light import Light, Reason
from analysis.measures.smart import Missing
from analysis.measures.status import Status
from analysis.reports.news.wording import STATES
from bot.cli.needs import MODES


def of_reports() -> dict[tuple[str, str], tuple[str, ...]]:
    """What stands for {} in each f-string that makes message ids, by file and template."""
    kinds, folder = ("measure", "decision", "evidence", "call"), "analysis/reports/measures"
    return {
        ("bot/cli/needs.py", "needs.mode_{}"): MODES,
        (f"{folder}/changes.py", "report.which_{}"): ("start", "end"),
        (f"{folder}/due.py", "report.kind_{}"): (*kinds, "step"),
        (f"{folder}/gaps.py", "report.letter_{}"): tuple("smart"),
        (f"{folder}/gaps.py", "smart.{}"): tuple(Missing),
        (f"{folder}/legend.py", "light.{}"): tuple(Light),
        (f"{folder}/legend.py", "report.means_{}"): tuple(Light),
        (f"{folder}/overview.py", "light.{}"): tuple(Light),
        (f"{folder}/plan.py", "light.because_{}"): tuple(Reason),
        (f"{folder}/plan.py", "report.kind_{}"): kinds,
        ("analysis/reports/news/clicks.py", "newsreport.{}"): ("button", "language", "channel"),
        ("analysis/reports/news/overview.py", "newsreport.{}"): STATES,
        ("analysis/reports/news/wording.py", "newsreport.{}"): ("all", *STATES),
        (f"{folder}/wording.py", "because.{}"): CAUSES,
        (f"{folder}/wording.py", "light.{}"): tuple(Light),
        (f"{folder}/wording.py", "status.{}"): tuple(Status),
    }
