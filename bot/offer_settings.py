"""Settings of offers: how they are kept true, and how surely an answer has to be right."""

from __future__ import annotations

from pydantic import Field, ValidationInfo, field_validator
from pydantic_settings import BaseSettings

from models.offer_rules import OfferRules
from search.answer import Thresholds

DEFAULT = Thresholds()


class OfferSettings(BaseSettings):
    """A part of `bot.settings.Settings`."""

    offer_approval: bool = True
    offer_review_months: int = Field(6, ge=1, le=60)
    answer_sure: float = Field(DEFAULT.sure, gt=0, le=1)
    answer_unsure: float = Field(DEFAULT.unsure, ge=0, le=1)
    learn_terms: bool = True

    @field_validator("answer_unsure")
    @classmethod
    def _below(cls, value: float, info: ValidationInfo) -> float:
        if value > info.data.get("answer_sure", 1.0):
            raise ValueError("above LOTSE_ANSWER_SURE")
        return value

    @property
    def offer_rules(self) -> OfferRules:
        """How the town keeps its offers true."""
        return OfferRules(self.offer_approval, self.offer_review_months)

    @property
    def thresholds(self) -> Thresholds:
        """From which probability on an answer is shown as one, and below which as none."""
        return Thresholds(self.answer_sure, self.answer_unsure)
