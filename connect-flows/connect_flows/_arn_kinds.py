"""ARNs in a flow: where one ends, and which kind of placeholder stands for it."""

import re

_CHARACTER = r"[A-Za-z0-9_/$*+@=-]"
# A dot or a colon belongs to an ARN only if more of it follows: "see arn:aws:...:queue/1." ends a sentence.
NO_MORE = rf"(?!{_CHARACTER}|[.:]+{_CHARACTER})"
ARN = rf"arn:aws[a-z-]*:[A-Za-z0-9-]*:[A-Za-z0-9-]*:[A-Za-z0-9-]*:(?:[.:]*{_CHARACTER})+"

# What belongs to AWS itself is there for everybody: arn:aws:connect:ap-northeast-2:aws:view/detail:$LATEST
_OWNED_BY_AWS = re.compile(r"(?:[^:]*:){4}aws:")
_KINDS = (
    ("queue", re.compile(r"connect:instance/[^/]+/queue/.+")),
    ("hours", re.compile(r"connect:instance/[^/]+/operating-hours/.+")),
    ("flow", re.compile(r"connect:instance/[^/]+/contact-flow/.+")),
    ("module", re.compile(r"connect:instance/[^/]+/flow-module/.+")),
    ("prompt", re.compile(r"connect:instance/[^/]+/prompt/.+")),
    ("function", re.compile(r"lambda:function:.+")),
    ("bot", re.compile(r"lex:bot-alias/.+")),
)


def is_owned_by_aws(arn: str) -> bool:
    """Whether the ARN is the same in every account, so that nobody need bind it."""
    return _OWNED_BY_AWS.match(arn) is not None


def kind_of(arn: str) -> str:
    """The kind of placeholder that stands for an ARN; "text" for whatever has no kind of its own."""
    _, _, service, _, _, resource = arn.split(":", 5)
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(f"{service}:{resource}")), "text")
