"""Colours and line styles. No two kinds of line differ in colour alone."""

from collections.abc import Mapping

from connect_flows._blocks import Branching, Category, Wording
from connect_flows._drawing._figure import DETAIL, ENGLISH, IDENTIFIER, LABEL, NAME

FONTS = "'Noto Sans KR','Noto Sans CJK KR','Apple SD Gothic Neo','Malgun Gothic','Nanum Gothic',sans-serif"

CATEGORY_NAMES: Mapping[Category, Wording] = {
    Category.SPEAK: Wording("안내·입력", "Interact"),
    Category.SET: Wording("설정", "Set"),
    Category.CHECK: Wording("확인·분기", "Check"),
    Category.INTEGRATE: Wording("연동", "Integrate"),
    Category.TRANSFER: Wording("전송", "Transfer"),
    Category.END: Wording("종료", "Terminate"),
    Category.UNKNOWN: Wording("알 수 없음", "Unknown"),
}
BRANCHING_NAMES: Mapping[Branching, Wording] = {
    Branching.SUCCESS: Wording("성공", "Success"),
    Branching.CONDITION: Wording("조건", "Condition"),
    Branching.ERROR: Wording("오류·그 외", "Error"),
}

# Each category: the header's ground, and the stripe at its edge.
CATEGORIES = {
    Category.SPEAK: ("#e0edff", "#2563eb"),
    Category.SET: ("#eceff3", "#64748b"),
    Category.CHECK: ("#fdf0cd", "#ca8a04"),
    Category.INTEGRATE: ("#ede7fd", "#7c3aed"),
    Category.TRANSFER: ("#d8f3e5", "#059669"),
    Category.END: ("#dfe3e8", "#1e293b"),
    Category.UNKNOWN: ("#fde4e4", "#b91c1c"),
}
BRANCHINGS = {
    Branching.SUCCESS: ("#334155", "1.8", "none"),
    Branching.CONDITION: ("#1d4ed8", "1.5", "8 3"),
    Branching.ERROR: ("#b45309", "1.4", "2 3"),
}


# Every selector is put below the drawing's own class: it may stand in a page.
_RULES = {
    "text": f"font-family:{FONTS};fill:#1f2937",
    ".ground": "fill:#fff;stroke:#d7dce3",
    ".flow-name": "font-size:20px;font-weight:700",
    ".flow-type": "font-size:12px;fill:#475569",
    ".flow-description": "font-size:12.5px;fill:#475569",
    ".legend text": "font-size:11.5px;fill:#475569",
    ".frame": "fill:#fff;stroke:#aab4c0;stroke-width:1",
    ".name": f"font-size:{NAME}px;font-weight:700",
    ".english": f"font-size:{ENGLISH}px;fill:#526071",
    ".identifier": f"font-size:{IDENTIFIER}px;fill:#64748b",
    ".detail": f"font-size:{DETAIL}px",
    ".label": f"font-size:{LABEL}px;text-anchor:end",
    ".start .frame": "fill:#334155;stroke:none",
    ".start .name": "fill:#fff;text-anchor:middle",
    ".missing .frame": "fill:#fff5f5;stroke:#b91c1c;stroke-dasharray:4 3",
    ".missing .name": "fill:#b91c1c",
    ".unreachable text": "font-size:12.5px;fill:#b91c1c;stroke:#fff;stroke-width:5px;paint-order:stroke",
    ".unreachable line": "stroke:#dc9a9a;stroke-dasharray:3 5",
    ".branch": "fill:none;stroke-linejoin:round",
}


def style_sheet() -> str:
    """The style of a drawing."""
    rules = dict(_RULES)
    for category, (ground, stripe) in CATEGORIES.items():
        rules[f".{category} .header"] = f"fill:{ground}"
        rules[f".{category} .stripe"] = f"fill:{stripe}"
    for branching, (colour, width, dashes) in BRANCHINGS.items():
        rules[f".branch.{branching}"] = f"stroke:{colour};stroke-width:{width};stroke-dasharray:{dashes}"
        for filled in ("arrow", "port", "label"):
            rules[f".{filled}.{branching}"] = f"fill:{colour}"
    rules[f".label.{Branching.SUCCESS}"] = "fill:#64748b"
    return "\n".join(f".connect-flow {selector}{{{body}}}" for selector, body in rules.items())
