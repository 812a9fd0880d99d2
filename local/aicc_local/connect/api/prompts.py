"""Operations on prompts."""

from aicc_local.connect.api.reading import Operation, describing, listing

PROMPT = "AWS::Connect::Prompt"

PROMPTS: dict[str, Operation] = {
    "DescribePrompt": describing("DescribePrompt", PROMPT),
    "ListPrompts": listing("ListPrompts", PROMPT),
}
