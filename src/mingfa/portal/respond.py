"""One question, one page: the way that the server, the static build and the tests all take."""

import sys
import traceback

from mingfa.portal.page import Ask, Meta, NotFound, Page, render
from mingfa.portal.store import Unverified
from mingfa.portal.urls import view_of


def answer(ask: Ask) -> Page:
    """Return the page for a question; an error becomes a page too, and never shows unverified content."""
    try:
        return view_of(ask)
    except NotFound:
        return render(ask, "404.html", Meta("没有找到这个页面", "提示"), status=404)
    except Unverified as error:
        return render(ask, "unverified.html", Meta("未能核验", "提示"), status=503, problem=str(error))
    except Exception:
        # The visitor learns that it failed and where to turn, the operator why.
        traceback.print_exc(file=sys.stderr)
        return render(ask, "500.html", Meta("暂时无法显示", "提示"), status=500)
