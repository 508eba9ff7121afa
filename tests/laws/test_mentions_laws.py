"""Mentions: what holds of any text at all."""

from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.mentions import MentionKind, find

WORDS = (
    "63 77 18% 2019/20 2019 to from in Kent the previous year last fell rose one third of 1,500 £1.6 million"
    " per day compared with under-18 16 aged M4 3rd half a between and 20-25 doubled percentage points thefts"
    " ( ) , . ; : - “ ” ’ – — \u00a0 \n \n\n 0300 456 0108 Covid-19 9.30am page 5 first pages Mr. U.S. No."
    " 17.5 pct minus + # ½"
).split(" ")

texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=20).map("".join),
)


@given(texts)
@example("63 thefts, in\nKent). 77 x")
@example("In")
@example("AGE 1 100")
@example("UNDER-0¼")
@example("“17%”\u00a0fell")
def test_a_mention_is_at_its_place(text: str) -> None:
    end = 0
    for mention in find(text):
        assert text[mention.start : mention.end] == mention.text
        assert end <= mention.start <= mention.number_start < mention.number_end <= mention.end
        end = mention.end


@given(texts)
def test_what_is_a_claim_has_a_value_and_what_is_none_has_no_hedge(text: str) -> None:
    for mention in find(text):
        if mention.is_claim:
            assert mention.value is not None
        else:
            assert mention.direction is None or mention.kind is MentionKind.DURATION


@given(texts, texts)
def test_paragraphs_are_read_alike_alone_and_together(one: str, other: str) -> None:
    def seen(text: str) -> list[tuple[object, ...]]:
        return [(mention.text, mention.value, mention.kind, mention.hedge) for mention in find(text)]

    one, other = one.strip(), other.strip()
    assert seen(f"{one}\n\n{other}") == seen(one) + seen(other)


@given(texts)
def test_typography_does_not_change_what_is_read(text: str) -> None:
    plain = text.translate(str.maketrans("“”’–—", '""\'--'))

    def seen(text: str) -> list[tuple[object, ...]]:
        return [(mention.start, mention.end, mention.value, mention.kind) for mention in find(text)]

    if not {"–", "—"} & set(text):  # a long dash sets words apart, a hyphen joins them
        assert seen(plain) == seen(text)
