"""The addresses of the bureau's inside site."""

from django.urls import include, path

from mingfa.bureau.desk import assets
from mingfa.bureau.desk.accounts import password_views, signing_in, views
from mingfa.bureau.desk.forms import views as forms_views
from mingfa.bureau.desk.kinds import (
    draw_views,
    shared,  # noqa: F401  registers the converter `matters`
)
from mingfa.bureau.desk.law_changes import views as law_changes_views
from mingfa.bureau.desk.matters import bundles, files, lists, papers, recordings, spot
from mingfa.bureau.desk.matters import views as matters_views
from mingfa.bureau.desk.publications import board
from mingfa.bureau.desk.publications import views as publications_views
from mingfa.bureau.desk.retrieval import views as retrieval_views
from mingfa.bureau.desk.setup import holidays, restoring
from mingfa.bureau.desk.setup import views as setup_views
from mingfa.bureau.desk.supervision import views as supervision_views
from mingfa.bureau.desk.worklist import views as worklist_views

handler400 = "mingfa.bureau.desk.errors.bad_request"
handler403 = "mingfa.bureau.desk.errors.denied"
handler404 = "mingfa.bureau.desk.errors.not_found"
handler500 = "mingfa.bureau.desk.errors.broken"
urlpatterns = [
    path("", worklist_views.home),
    path("keys/", worklist_views.keys),
    path("set-up/", setup_views.set_up),
    path("first-steps/", setup_views.first_steps),
    path("sign-in/", signing_in.sign_in),
    path("sign-out/", signing_in.sign_out),
    path("display/", signing_in.display),
    path("account/", views.account),
    path("account/password/", password_views.own),
    path("account/keys/", views.make_key),
    path("account/keys/<number:pk>/end/", views.end_key),
    path("search/", lists.search),
    path("<matters:kind>/", matters_views.listed),
    path("<matters:kind>/<number:pk>/", matters_views.one),
    path("<matters:kind>/<number:pk>/files/<str:sha256>", files.one),
    path("<matters:kind>/<number:pk>/files/<str:sha256>/small", files.small),
    path("<matters:kind>/<number:pk>/files/<str:sha256>/life/", retrieval_views.life),
    path("<matters:kind>/<number:pk>/retrieve/", retrieval_views.retrieve),
    path("<matters:kind>/<number:pk>/entries/<number:index>/", papers.entry),
    path("<matters:kind>/<number:pk>/entries/<number:index>/receipt", papers.receipt),
    path("<matters:kind>/<number:pk>/bundles/<number:remedy>/", bundles.one),
    path("<matters:kind>/<number:pk>/bundles/court/", bundles.court),
    path("files/<str:sha256>", files.anywhere),
    path("papers/<number:index>/", papers.paper),
    path("acts/", lists.acts),
    path("acts/<str:name>/", forms_views.one),
    path("spot/", spot.begin),
    path("publications/", publications_views.listed),
    path("publications/<number:pk>/", publications_views.one),
    path("items/", lists.items),
    path("items/<number:pk>/", lists.item),
    path("draws/", draw_views.listed),
    path("draws/<number:pk>/", draw_views.one),
    path("board/", board.shown),
    path("people/", lists.roster),
    path("people/<number:pk>/password/", password_views.give_out),
    path("calendar/", holidays.shown),
    path("restored/", restoring.shown),
    path("supervision/", supervision_views.supervision),
    path("supervision/retrievals/", retrieval_views.register),
    path("law/changes/", law_changes_views.listed),
    path("rules/", lists.rules),
    path("recordings/", recordings.listed),
    path("recordings/list.csv", recordings.table),
    path("charts/", lists.charts),
    path("charts/<slug:name>.svg", lists.chart),
    path("static/desk/<str:name>", assets.asset),
    path("api/v1/", include("mingfa.bureau.desk.api.urls")),
]
