"""What keeps the local AWS from its work; each is one line with place, value and cure.

LifecycleError
├── Busy            another command is at work in this folder
├── CdkFailed       the CDK's CLI refused, or CloudFormation did
├── NotRunning      there is no server
├── PortTaken       another program listens there
└── ServerError     the server could not be started, reached or ended
"""


class LifecycleError(RuntimeError):
    """What keeps the local AWS from its work."""


class Busy(LifecycleError):
    """Another command is at work in the same folder."""


class CdkFailed(LifecycleError):
    """The CDK's CLI did not do what it was asked to."""


class NotRunning(LifecycleError):
    """There is no server."""

    def __init__(self) -> None:
        super().__init__("the local AWS is not running; `aicc up` starts it")


class PortTaken(LifecycleError):
    """Another program listens on the port."""

    def __init__(self, port: int, listener: str) -> None:
        super().__init__(
            f"port {port} is taken by {listener}; end it, or choose another port: aicc up --port {port + 1}"
        )
        self.port = port


class ServerError(LifecycleError):
    """The server could not be started, reached or ended."""
