"""What keeps the local AWS from its work; each is one line with place, value and cure.

LifecycleError
├── Busy            another command is at work in this folder
├── CdkFailed       the CDK's CLI refused, or CloudFormation did
├── FolderError     the folder cannot be made or read, or what was kept in it is damaged
├── NotRunning      there is no server
├── PortTaken       another program listens there
└── ServerError     the server could not be started, reached or ended
"""

HIGHEST_PORT = 65535


class LifecycleError(RuntimeError):
    """What keeps the local AWS from its work."""


class Busy(LifecycleError):
    """Another command is at work in the same folder."""


class CdkFailed(LifecycleError):
    """The CDK's CLI did not do what it was asked to."""


class FolderError(LifecycleError):
    """The folder of the local AWS, or what was kept in it, cannot be used."""


class NotRunning(LifecycleError):
    """There is no server."""

    def __init__(self) -> None:
        super().__init__("the local AWS is not running; `aicc up` starts it")


class PortTaken(LifecycleError):
    """Another program listens on the port."""

    def __init__(self, port: int, listener: str) -> None:
        other = port + 1 if port < HIGHEST_PORT else port - 1
        super().__init__(f"port {port} is taken by {listener}; end it, or choose another port: aicc up --port {other}")
        self.port = port


class ServerError(LifecycleError):
    """The server could not be started, reached or ended."""
