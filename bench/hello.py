"""The yardstick: a view that says hello, without middleware, in the same process."""

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

PATH = "/hello/"


def hello(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("Hello, world")


urlpatterns = [path(PATH.strip("/") + "/", hello)]


class HelloRequest(WSGIRequest):
    urlconf = __name__


class HelloHandler(WSGIHandler):
    request_class = HelloRequest


def make_handler() -> HelloHandler:
    with override_settings(MIDDLEWARE=[]):
        return HelloHandler()
