"""The addresses of the bureau's inside site."""

from django.urls import include, path

from mingfa.bureau.desk.views import (
    account,
    acts,
    assets,
    cases,
    files,
    home,
    lists,
    papers,
    publications,
    signing_in,
    supervision,
)

urlpatterns = [
    path("", home.home),
    path("keys/", home.keys),
    path("sign-in/", signing_in.sign_in),
    path("sign-out/", signing_in.sign_out),
    path("display/", signing_in.display),
    path("account/", account.account),
    path("account/keys/", account.make_key),
    path("account/keys/<int:pk>/end/", account.end_key),
    path("search/", lists.search),
    path("cases/", cases.listed),
    path("cases/<int:pk>/", cases.one),
    path("cases/<int:pk>/files/<str:sha256>", files.one),
    path("cases/<int:pk>/files/<str:sha256>/small", files.small),
    path("cases/<int:pk>/entries/<int:index>/", papers.entry),
    path("cases/<int:pk>/entries/<int:index>/receipt", papers.receipt),
    path("files/<str:sha256>", files.anywhere),
    path("papers/<int:index>/", papers.paper),
    path("acts/", lists.acts),
    path("acts/<str:name>/", acts.one),
    path("publications/", publications.listed),
    path("publications/<int:pk>/", publications.one),
    path("items/", lists.items),
    path("items/<int:pk>/", lists.item),
    path("people/", lists.roster),
    path("supervision/", supervision.supervision),
    path("rules/", lists.rules),
    path("chart.svg", lists.chart),
    path("static/desk/<str:name>", assets.asset),
    path("api/v1/", include("mingfa.bureau.desk.api.urls")),
]
