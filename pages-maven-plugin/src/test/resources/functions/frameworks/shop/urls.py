from django.http import HttpResponse, HttpResponseRedirect, JsonResponse, StreamingHttpResponse
from django.urls import path, reverse


def index(request):
    told = {"path": request.path, "info": request.path_info, "item": reverse("item", args=[3])}
    told["url"] = request.build_absolute_uri()
    return JsonResponse(told)


def item(request, n):
    return JsonResponse({"n": n, "body": request.body.decode(), "method": request.method})


def away(request):
    return HttpResponseRedirect(reverse("item", args=[4]))


def cookies(request):
    response = HttpResponse("cookies")
    response.set_cookie("a", "1")
    response.set_cookie("b", "2")
    return response


def count(request):
    request.session["n"] = request.session.get("n", 0) + 1
    return HttpResponse(str(request.session["n"]))


def stream(request):
    return StreamingHttpResponse((f"{number}," for number in range(5)), content_type="text/plain")


def error(request):
    raise ValueError("a secret")


urlpatterns = [
    path("", index),
    path("item/<int:n>", item, name="item"),
    path("slash/", index),
    path("away", away),
    path("cookies", cookies),
    path("count", count),
    path("stream", stream),
    path("error", error),
]
