"""One call after another: checked, hit by faults, carried out, written down."""

import inspect
from typing import Any

from tests.standin.bell import Bell
from tests.standin.calls import Call, Calls
from tests.standin.faults import Dropped, Faults, Garbled, Plan
from tests.standin.forms import Body, attached, loosely
from tests.standin.methods import METHODS
from tests.standin.refusal import NOT_FOUND, Refusal, broken
from tests.standin.world import World

Json = dict[str, Any]


class Api:
    """Carries calls out on a world and keeps the log of calls and violations."""

    def __init__(self, world: World, faults: Faults) -> None:
        self.world = world
        self.faults = faults
        self.calls = Calls()
        self.violations: list[str] = []
        self.bell = Bell()

    async def perform(self, method: str, body: Body) -> tuple[int, Json]:
        """Status and JSON answer. Raises Dropped or Garbled where a fault wants that."""
        call = Call(method, body.params, self.world.clock())
        self.calls.append(call)
        try:
            result = await self._result(call, body)
        except Refusal as refusal:
            return self.refuse(call, refusal)
        except (Dropped, Garbled) as fault:
            self._close(call, -1, type(fault).__name__)
            raise
        except Exception as bug:
            self.violations.append(f"{method}: the stand-in failed with {bug!r}")
            raise
        self._close(call, 200, "")
        return 200, {"ok": True, "result": result}

    def refuse(self, call: Call, refusal: Refusal) -> tuple[int, Json]:
        """An error answer; what a correct bot never causes becomes a violation."""
        if refusal.fault_of_bot:
            self.violations.append(f"{call.method}: {refusal.description}")
        self._close(call, refusal.code, refusal.description)
        return refusal.code, refusal.body()

    async def _result(self, call: Call, body: Body) -> Any:
        if call.method not in METHODS:
            raise Refusal(*NOT_FOUND, fault_of_bot=True)
        call.params = self._checked(call.method, body)
        plan = self.faults.pick(call)
        if plan is None:
            return await self._carry_out(call)
        await _strike(plan)
        result = await self._carry_out(call)
        if plan.error:
            raise plan.error
        return result

    def _checked(self, method: str, body: Body) -> Json:
        if not self.world.checks:
            params = body.params if body.typed else loosely(body.params)
        else:
            params, problems = self.world.facts.read(method, body.params, typed=body.typed)
            if problems:
                self.violations.extend(f"{method}: {problem}" for problem in problems[1:])
                raise broken(problems[0].wording)
        return {k: attached(v, body.files) for k, v in params.items()} if body.files else params

    async def _carry_out(self, call: Call) -> Any:
        result = METHODS[call.method](self.world, call.params)
        return await result if inspect.isawaitable(result) else result

    def _close(self, call: Call, code: int, description: str) -> None:
        call.code, call.description = code, description
        self.bell.ring()


async def _strike(plan: Plan) -> None:
    """What a plan does before the call takes effect."""
    if plan.gate:
        await plan.gate.hold()
    if plan.error and not plan.after:
        raise plan.error
