"""Every address of the site is the app's."""

from django.urls import include, path

urlpatterns = [path("", include("articles.views.urls"))]

handler400 = "articles.views.errors.bad_request"
handler403 = "articles.views.errors.forbidden"
handler404 = "articles.views.errors.not_found"
handler500 = "articles.views.errors.server_error"
