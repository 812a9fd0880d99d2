"""Actions that lead to another flow, to a queue, or out."""

from dataclasses import replace

from aicc_local.connect.contacts import lifecycle, metrics
from aicc_local.connect.contacts.contact import State
from aicc_local.connect.contacts.counts import waiting
from aicc_local.connect.contacts.published import running
from aicc_local.connect.contacts.step import Begins, CannotGoOn, Ends, Next, Outcome, Step
from aicc_local.connect.contacts.walk import Frame
from aicc_local.errors import ServiceError
from aicc_local.store import Record

DEEPEST = 5  # modules in modules


def update_target_queue(step: Step) -> Outcome:
    """UpdateContactTargetQueue."""
    step.accept_only("QueueId")
    step.shown = {"QueueId": step.parameter("QueueId")}
    queue = _found(step, "AWS::Connect::Queue", step.shown["QueueId"])
    if queue is None:
        return step.error()
    step.contact.kept["queue"] = queue.arn
    return step.proceed()


def transfer_to_queue(step: Step) -> Outcome:
    """TransferContactToQueue: then its queue flow runs, if the flow has set one."""
    queue = step.aws.store.get(step.contact.queue_arn)
    if queue is None or step.contact.state is State.IN_QUEUE or queue.properties.get("Status") == "DISABLED":
        return step.error()
    step.shown = {"QueueName": queue.name}
    most = queue.properties.get("MaxContacts")
    if most is not None and len(waiting(step.aws, step.contact.instance_arn, queues=[queue.arn])) >= int(most):
        metrics.queue_full(step.aws, step.contact, queue.name)
        return step.error("QueueAtCapacity")
    lifecycle.enqueue(step.aws, step.contact, queue)
    flow = step.walk.hooks.get("CustomerQueue")
    return Begins(flow) if flow else Ends()


def transfer_to_flow(step: Step) -> Outcome:
    """TransferToFlow."""
    step.accept_only("ContactFlowId")
    step.shown = {"ContactFlowId": step.parameter("ContactFlowId")}
    flow = step.shown["ContactFlowId"]
    return Begins(flow) if running(step.aws, flow) else step.error()


def invoke_module(step: Step) -> Outcome:
    """InvokeFlowModule: the module starts with nothing of what its caller's flow remembers."""
    step.accept_only("FlowModuleId")
    step.shown = {"FlowModuleId": step.parameter("FlowModuleId")}
    module = running(step.aws, step.shown["FlowModuleId"])
    if module is None or len(step.walk.frames) > DEEPEST:
        return step.error()
    step.walk.frames.append(Frame(flow=step.shown["FlowModuleId"], action=module.start_action))
    return Next(module.start_action)


def end_module(step: Step) -> Outcome:
    """EndFlowModuleExecution: back to the action that invoked the module."""
    step.accept_only("Result", "ResultData")
    result = {name: step.parameter(name) for name in step.action.parameters}
    step.shown = result
    if len(step.walk.frames) < 2:
        raise CannotGoOn("the end of a module outside modules")
    step.walk.frames.pop()
    frame = step.walk.frame
    frame.module = result
    caller = running(step.aws, frame.flow)
    for action in caller.actions if caller else ():
        if action.identifier == frame.action:
            back = replace(step, action=action)
            return back.branch(str(result.get("Result", ""))) or back.proceed()
    raise CannotGoOn("the flow that invoked the module has changed")


def end_flow(step: Step) -> Outcome:
    """EndFlowExecution: who waits goes on waiting."""
    return Ends()


def disconnect(step: Step) -> Outcome:
    """DisconnectParticipant."""
    lifecycle.end(step.aws, step.contact, "CONTACT_FLOW_DISCONNECT")
    return Ends()


def _found(step: Step, kind: str, id_or_arn: str) -> Record | None:
    try:
        return step.aws.store.find(kind, id_or_arn, step.contact.instance_arn)
    except ServiceError:
        return None
