"""Papers (文书): official documents made from recorded facts, in the manner of GB/T 9704, as PDF/A.

Plan 2.1.a (文书和文字记录合法规范、客观公正、及时准确). A room keeps its forms in its own `papers` folder;
this room knows how a form is read, what it must contain, and how it is printed.
"""

from .errors import BadFacts, Incomplete, Missing, PaperError, Undrawable, UnknownForm
from .forms import Field, Form, fact, form, forms, missing_contents
from .render import digest_of_facts, render
from .typefaces import undrawable

__all__ = [
    "BadFacts",
    "Field",
    "Form",
    "Incomplete",
    "Missing",
    "PaperError",
    "Undrawable",
    "UnknownForm",
    "digest_of_facts",
    "fact",
    "form",
    "forms",
    "missing_contents",
    "render",
    "undrawable",
]
