"""The addresses of the API."""

from django.urls import path

from mingfa.bureau.desk.api import acts, openapi, reads

urlpatterns = [
    path("openapi.json", openapi.document),
    path("acts", acts.table),
    path("acts/<str:name>", acts.do_act),
    path("<matters:kind>", reads.matter_list),
    path("<matters:kind>/<number:pk>", reads.matter),
    path("papers/<number:index>", reads.paper),
    path("files", reads.new_file),
]
