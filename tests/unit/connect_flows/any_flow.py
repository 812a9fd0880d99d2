"""Any flow that can be read: with ways to nowhere and back, with names that are there twice, with any text."""

from collections.abc import Sequence

from hypothesis import strategies as st

from connect_flows import Flow
from tests.unit.connect_flows.building import block, read

TYPES = ["MessageParticipant", "GetParticipantInput", "Compare", "Loop", "TransferContactToQueue", "NoSuchType"]
SIGNS = st.sampled_from(
    [
        "안내 말씀을 드립니다.",
        "</style><script>alert(1)</script>",
        '"]; end --> ```',
        "1. 항목",
        "가" * 60,
        "W" * 40,
        "${queue.general}",
        "\x00\x1b\u202e\ufffe",
        "a\nb\tc",
        "😀" * 20,
    ]
)
# Texts are drawn once and then meant by number: that takes a tenth of the time.
TEXTS = st.tuples(SIGNS | st.text(max_size=12), SIGNS, st.just("a"), st.just("b"), st.just("c"), st.just("nowhere"))
TEXT = st.integers(0, 5)
NAME = st.integers(0, 4)
ERRORS = st.dictionaries(st.sampled_from(["NoMatchingError", "NoMatchingCondition", "Odd"]), TEXT, max_size=2)
CONDITIONS = st.lists(st.tuples(st.sampled_from(["Equals", "TextContains", "Odd"]), TEXT, TEXT), max_size=2)
PARAMETERS = st.dictionaries(st.sampled_from(["Text", "SSML", "LoopCount", "QueueId"]), TEXT, max_size=1)
ACTIONS = st.lists(
    st.tuples(NAME, st.sampled_from(TYPES), PARAMETERS, st.none() | TEXT, ERRORS, CONDITIONS), min_size=1, max_size=6
)
Action = tuple[int, str, dict[str, int], int | None, dict[str, int], list[tuple[str, int, int]]]


def _flow(texts: Sequence[str], actions: Sequence[Action], start: int) -> Flow:
    kept = {"isFriendlyName": True, "parameters": {"QueueId": {"displayName": texts[1]}}}
    return read(
        {
            "Actions": [
                block(
                    texts[name],
                    action_type,
                    {key: texts[value] for key, value in parameters.items()},
                    next=None if after is None else texts[after],
                    errors={kind: texts[target] for kind, target in errors.items()},
                    conditions=[(operator, texts[value], texts[target]) for operator, value, target in conditions],
                )
                for name, action_type, parameters, after, errors, conditions in actions
            ],
            "StartAction": texts[start],
            "Version": "2019-10-30",
            "Metadata": {"name": texts[0], "description": texts[1], "ActionMetadata": {texts[0]: kept}},
        }
    )


ANY_FLOW = st.builds(_flow, TEXTS, ACTIONS, TEXT)
