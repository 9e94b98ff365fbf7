from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse


def home(request):
    return render(request, "home.html", {"items": reverse("items"), "path": request.path})


def items(request):
    return HttpResponse("items of " + request.build_absolute_uri(reverse("home")))


def old(request):
    return redirect("items")


urlpatterns = [
    path("", home, name="home"),
    path("items/", items, name="items"),
    path("old/", old),
]
