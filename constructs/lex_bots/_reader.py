"""The third step: what a YAML document says becomes a bot. bots/README.md describes the format."""

from pathlib import Path

from lex_bots._errors import InvalidBot
from lex_bots._finding import Finding, Severity, one_line
from lex_bots._model import (
    Audio,
    Bot,
    Confirmation,
    Dtmf,
    Fallback,
    Intent,
    Prompt,
    Resolution,
    Slot,
    SlotType,
    SlotValue,
    Voice,
)
from lex_bots._notes import Notes
from lex_bots._place import ROOT, Fault, path_of
from lex_bots._section import Section
from lex_bots._yaml_text import NotYaml, node_of, text_of

NOT_YAML = "B001"
_NO_UTTERANCES = "remove it: Lex allows no utterances of AMAZON.FallbackIntent, it answers whatever nothing else does"
_NO_SLOTS = "remove it: Lex allows no slots of AMAZON.FallbackIntent"
_NO_GRAMMAR = "remove it: Lex has grammars in English only"


def read_bot(path: Path | str) -> Bot:
    """Read a bot from a YAML file.

    Raises:
        InvalidBot: The file cannot be read, or holds something else. Every problem is named, with its line.

    Example:
        >>> try:
        ...     read_bot("missing.yaml")
        ... except InvalidBot as error:
        ...     print(error)
        missing.yaml: document: cannot be read (No such file or directory); name a file that can be read [B001]
    """
    try:
        text = text_of(Path(path))
    except NotYaml as error:
        raise _invalid([(NOT_YAML, error.fault)], str(path)) from error
    return parse_bot(text, source=str(path))


def parse_bot(text: str, *, source: str) -> Bot:
    """Read a bot from a YAML text. `source`: how messages name it.

    Raises:
        InvalidBot: The text holds something else.

    Example:
        >>> bot = parse_bot('''
        ... name: shop
        ... locale: ko_KR
        ... voice: {id: Seoyeon, engine: neural}
        ... nlu_confidence_threshold: 0.4
        ... idle_session_ttl_seconds: 300
        ... intents:
        ...   agent:
        ...     utterances: [상담원 연결해 주세요, 사람이랑 통화하고 싶어요]
        ... fallback: {}
        ... ''', source="shop.yaml")
        >>> bot.intents[0].name, len(bot.intents[0].utterances), bot.line_of(("intents", "agent"))
        ('agent', 2, 8)
    """
    notes = Notes()
    try:
        document = Section(node_of(text), ROOT, notes)
    except NotYaml as error:
        raise _invalid([(NOT_YAML, error.fault)], source) from error
    bot = _bot(document, notes, source)
    if notes.faults:
        raise _invalid(notes.faults, source)
    return bot


def _invalid(faults: list[tuple[str, Fault]], source: str) -> InvalidBot:
    return InvalidBot(
        Finding(
            rule=rule,
            severity=Severity.ERROR,
            source=source,
            line=fault.line,
            path=one_line(path_of(fault.place)),
            problem=one_line(fault.problem),
            cure=one_line(fault.cure),
        )
        for rule, fault in sorted(faults, key=lambda each: each[1].line)
    )


def _bot(document: Section, notes: Notes, source: str) -> Bot:
    voice = document.section("voice", needed=True)
    fallback = document.section("fallback")
    bot = Bot(
        name=document.text("name"),
        description=document.text("description", ""),
        locale=document.text("locale"),
        voice=Voice(id="", engine="") if voice is None else _voice(voice),
        threshold=document.number("nlu_confidence_threshold"),
        session_ttl=document.whole("idle_session_ttl_seconds"),
        slot_types=tuple(_slot_type(name, section) for name, section in document.named("slot_types")),
        intents=tuple(_intent(name, section) for name, section in document.named("intents", needed=True)),
        fallback=None if fallback is None else _fallback(fallback),
        source=source,
        lines=notes.lines,
    )
    document.end()
    return bot


def _voice(section: Section) -> Voice:
    voice = Voice(id=section.text("id"), engine=section.text("engine"))
    section.end()
    return voice


def _slot_type(name: str, section: Section) -> SlotType:
    slot_type = SlotType(
        name=name,
        description=section.text("description", ""),
        resolution=section.choice("resolution", Resolution.TOP),
        values=tuple(_slot_value(value) for value in section.sections("values")),
    )
    section.end(refused={"grammar": _NO_GRAMMAR})
    return slot_type


def _slot_value(section: Section) -> SlotValue:
    value = SlotValue(value=section.text("value"), synonyms=section.texts("synonyms", ()))
    section.end()
    return value


def _intent(name: str, section: Section) -> Intent:
    confirmation = section.section("confirmation")
    intent = Intent(
        name=name,
        display_name=section.text("display_name", ""),
        description=section.text("description", ""),
        utterances=section.texts("utterances"),
        slots=tuple(_slot(name, slot) for name, slot in section.named("slots")),
        confirmation=None if confirmation is None else _confirmation(confirmation),
        dialog_code_hook=section.flag("dialog_code_hook", True),
        fulfillment_code_hook=section.flag("fulfillment_code_hook", True),
        closing=section.texts("closing", ()),
    )
    section.end()
    return intent


def _fallback(section: Section) -> Fallback:
    fallback = Fallback(
        fulfillment_code_hook=section.flag("fulfillment_code_hook", True),
        closing=section.texts("closing", ()),
    )
    section.end(refused={"utterances": _NO_UTTERANCES, "slots": _NO_SLOTS})
    return fallback


def _slot(name: str, section: Section) -> Slot:
    prompt = section.section("prompt")
    slot = Slot(
        name=name,
        type=section.text("type"),
        description=section.text("description", ""),
        required=section.flag("required", True),
        obfuscated=section.flag("obfuscated", True),
        prompt=None if prompt is None else _prompt(prompt),
    )
    section.end()
    return slot


def _confirmation(section: Section) -> Confirmation:
    prompt = section.section("prompt", needed=True)
    confirmation = Confirmation(
        prompt=Prompt(messages=()) if prompt is None else _prompt(prompt),
        declined=section.texts("declined", ()),
    )
    section.end()
    return confirmation


def _prompt(section: Section) -> Prompt:
    audio = section.section("audio")
    dtmf = section.section("dtmf")
    prompt = Prompt(
        messages=section.texts("messages"),
        retries=section.whole("retries", 2),
        interruptible=section.flag("interruptible", True),
        audio=None if audio is None else _audio(audio),
        dtmf=None if dtmf is None else _dtmf(dtmf),
    )
    section.end()
    return prompt


def _audio(section: Section) -> Audio:
    audio = Audio(
        start_timeout_ms=section.whole("start_timeout_ms"),
        max_length_ms=section.whole("max_length_ms"),
        end_timeout_ms=section.whole("end_timeout_ms"),
    )
    section.end()
    return audio


def _dtmf(section: Section) -> Dtmf:
    dtmf = Dtmf(
        max_length=section.whole("max_length"),
        end_timeout_ms=section.whole("end_timeout_ms"),
        end_character=section.text("end_character"),
        deletion_character=section.text("deletion_character"),
    )
    section.end()
    return dtmf
