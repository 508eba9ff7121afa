"""The number line of a finding as a picture, with its words for whoever does not see it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET  # what is written with it is never read with it

from claimcheck.findings import Finding
from claimcheck.render import words
from claimcheck.render.html.building import build
from claimcheck.render.number_line import NumberLine, Stretch

__all__ = ["drawn"]


_WIDTH, _EDGE, _AXIS = 320, 8, 32


_LETTER = 8


def drawn(line: NumberLine, finding: Finding) -> ET.Element:
    """A number line: what was printed above it, what was recomputed below."""
    axis = build("line.axis", x1="0", x2=str(_WIDTH), y1=str(_AXIS), y2=str(_AXIS), stroke="currentColor")
    return build(
        "svg.number-line",
        build("title", "Number line"),
        build("desc", words.drawn(finding)),
        _bar(line.loose, "loosely", _AXIS - 9, 8) if line.loose is not None else None,
        *_shape(line.stated, "stated", _AXIS - 7, tip=_AXIS - 1),
        *_shape(line.recomputed, "found", _AXIS + 7, tip=_AXIS + 1),
        axis,
        _label(line.stated, "stated", 13),
        _label(line.recomputed, "found", _AXIS + 26),
        viewBox=f"0 0 {_WIDTH} 64",
        width=str(_WIDTH),
        height="64",
        role="img",
    )


def _x(position: float) -> float:
    return _EDGE + position * (_WIDTH - 2 * _EDGE)


def _shape(stretch: Stretch, name: str, y: int, tip: int) -> Iterator[ET.Element]:
    """A pointer for one number; a bar for several, with a full end, an open one, or an arrow."""
    if stretch.is_point:
        x, back = _x(float(stretch.start)), 2 * y - tip
        points = f"{x:.1f},{tip} {x - 5:.1f},{back} {x + 5:.1f},{back}"
        yield build(f"polygon.{name}", points=points, fill="currentColor")
        return
    yield _bar(stretch, name, y - 2, 4)
    for position, runs, is_open, way in (
        (stretch.start, stretch.runs_left, stretch.is_open_at_start, -1),
        (stretch.end, stretch.runs_right, stretch.is_open_at_end, 1),
    ):
        x = _x(float(position))
        if runs:
            points = f"{x + way * 7:.1f},{y} {x - way:.1f},{y - 5} {x - way:.1f},{y + 5}"
            yield build(f"polygon.{name}", points=points, fill="currentColor")
        else:
            yield build(
                f"circle.{name}{'.hollow' if is_open else ''}",
                cx=f"{x:.1f}",
                cy=str(y),
                r="3.5",
                fill="none" if is_open else "currentColor",
                stroke="currentColor",
                **{"stroke-width": "1.5"},
            )


def _bar(stretch: Stretch, name: str, y: int, height: int) -> ET.Element:
    start, end = _x(float(stretch.start)), _x(float(stretch.end))
    return build(
        f"rect.{name}",
        x=f"{start:.1f}",
        y=str(y),
        width=f"{max(end - start, 1):.1f}",
        height=str(height),
        fill="currentColor",
        **{"fill-opacity": "0.25" if name == "loosely" else "1"},
    )


def _label(stretch: Stretch, name: str, y: int) -> ET.Element:
    text = words.shortened(stretch.label, 48)
    half = min(_WIDTH / 2, len(text) * _LETTER / 2)
    x = min(max(_x(float(stretch.middle)), half), _WIDTH - half)
    return build(
        f"text.{name}",
        text,
        x=f"{x:.1f}",
        y=str(y),
        fill="currentColor",
        **{"text-anchor": "middle", "font-size": "12"},
    )
