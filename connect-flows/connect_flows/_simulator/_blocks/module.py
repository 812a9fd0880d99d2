"""InvokeFlowModule and EndFlowModuleExecution: a module starts with nothing of what its caller's flow remembers."""

from connect_flows._simulator._errors import NotRun
from connect_flows._simulator._events import ModuleLeft
from connect_flows._simulator._outcomes import Invokes, Outcome
from connect_flows._simulator._step import Step

DEEPEST = 5  # modules in modules


def invoke(step: Step) -> Outcome:
    """Begin the module, if it is there."""
    step.accept_only("FlowModuleId")
    module = step.parameter("FlowModuleId")
    step.shown = {"FlowModuleId": module}
    if step.around.program(module) is None or len(step.walk.frames) > DEEPEST:
        return step.error()
    return Invokes(module)


def end(step: Step) -> Outcome:
    """Back to the block that invoked the module."""
    step.accept_only("Result", "ResultData")
    result = step.shown = {name: step.parameter(name) for name in step.block.parameters}
    frames = step.walk.frames
    if len(frames) < 2:
        raise NotRun(f"{step.place}: the end of a module outside modules; end the flow with another block")
    step.around.emit(ModuleLeft(step.contact.id, step.around.now(), step.program.name, str(result.get("Result", ""))))
    step.leave()
    frames.pop()
    frame = step.frame
    frame.module = result
    caller = step.around.program(frame.flow)
    if caller is None or frame.block not in caller.blocks:
        raise NotRun(f"{step.place}: the flow that invoked the module is not there any more; begin another contact")
    step.program, step.block = caller, caller.blocks[frame.block]
    step.shown = {"FlowModuleId": step.parameter("FlowModuleId")}
    return step.branch(str(result.get("Result", ""))) or step.proceed()
