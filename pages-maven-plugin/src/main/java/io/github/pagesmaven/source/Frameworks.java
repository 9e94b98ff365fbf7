package io.github.pagesmaven.source;

import java.util.Map;
import java.util.Set;

/** Everything that is known by heart about frameworks; data only. */
public final class Frameworks {
    private Frameworks() {}

    /** Classes and functions whose call gives an application, with its kind and the framework's name. */
    public static final Map<String, String> APPLICATIONS = Map.ofEntries(
            Map.entry("flask.Flask", "wsgi flask"),
            Map.entry("flask.app.Flask", "wsgi flask"),
            Map.entry("apiflask.APIFlask", "wsgi flask"),
            Map.entry("flask_openapi3.OpenAPI", "wsgi flask"),
            Map.entry("connexion.FlaskApp", "asgi connexion"),
            Map.entry("connexion.AsyncApp", "asgi connexion"),
            Map.entry("connexion.App", "asgi connexion"),
            Map.entry("bottle.Bottle", "wsgi bottle"),
            Map.entry("bottle.default_app", "wsgi bottle"),
            Map.entry("bottle.app", "wsgi bottle"),
            Map.entry("falcon.App", "wsgi falcon"),
            Map.entry("falcon.API", "wsgi falcon"),
            Map.entry("falcon.asgi.App", "asgi falcon"),
            Map.entry("django.core.wsgi.get_wsgi_application", "wsgi django"),
            Map.entry("django.core.handlers.wsgi.WSGIHandler", "wsgi django"),
            Map.entry("django.core.asgi.get_asgi_application", "asgi django"),
            Map.entry("django.core.handlers.asgi.ASGIHandler", "asgi django"),
            Map.entry("channels.routing.get_default_application", "asgi django"),
            Map.entry("pyramid.config.Configurator.make_wsgi_app", "wsgi pyramid"),
            Map.entry("tornado.wsgi.WSGIAdapter", "wsgi tornado"),
            Map.entry("webapp2.WSGIApplication", "wsgi webapp2"),
            Map.entry("cherrypy.tree.mount", "wsgi cherrypy"),
            Map.entry("cherrypy.Application", "wsgi cherrypy"),
            Map.entry("web.application.wsgifunc", "wsgi webpy"),
            Map.entry("molten.App", "wsgi molten"),
            Map.entry("emmett.App", "asgi emmett"),
            Map.entry("fastapi.FastAPI", "asgi fastapi"),
            Map.entry("fastapi.applications.FastAPI", "asgi fastapi"),
            Map.entry("starlette.applications.Starlette", "asgi starlette"),
            Map.entry("sanic.Sanic", "asgi sanic"),
            Map.entry("sanic.app.Sanic", "asgi sanic"),
            Map.entry("quart.Quart", "asgi quart"),
            Map.entry("quart.app.Quart", "asgi quart"),
            Map.entry("litestar.Litestar", "asgi litestar"),
            Map.entry("litestar.app.Litestar", "asgi litestar"),
            Map.entry("starlite.Starlite", "asgi starlite"),
            Map.entry("blacksheep.Application", "asgi blacksheep"),
            Map.entry("blacksheep.server.Application", "asgi blacksheep"),
            Map.entry("esmerald.Esmerald", "asgi esmerald"),
            Map.entry("ravyn.Ravyn", "asgi ravyn"),
            Map.entry("robyn.Robyn", "none robyn"),
            Map.entry("aiohttp.web.Application", "none aiohttp"),
            Map.entry("tornado.web.Application", "none tornado"),
            Map.entry("responder.API", "asgi responder"),
            Map.entry("xpresso.App", "asgi xpresso"),
            Map.entry("muffin.Application", "asgi muffin"),
            Map.entry("baize.asgi.Router", "asgi baize"),
            Map.entry("baize.wsgi.Router", "wsgi baize"),
            Map.entry("dash.Dash", "none dash"),
            Map.entry("typer.Typer", "none typer"),
            Map.entry("click.Group", "none click"),
            Map.entry("click.Command", "none click"),
            Map.entry("cyclopts.App", "none cyclopts"),
            Map.entry("celery.Celery", "none celery"),
            Map.entry("flask.Blueprint", "none flask"),
            Map.entry("fastapi.APIRouter", "none fastapi"),
            Map.entry("sanic.Blueprint", "none sanic"),
            Map.entry("quart.Blueprint", "none quart"));

    /** Adapters and middleware, whose kind counts whatever they wrap; the framework is that of what they wrap. */
    public static final Map<String, String> WRAPPERS = Map.ofEntries(
            Map.entry("a2wsgi.ASGIMiddleware", "wsgi"),
            Map.entry("a2wsgi.WSGIMiddleware", "asgi"),
            Map.entry("a2wsgi.asgi.ASGIMiddleware", "wsgi"),
            Map.entry("a2wsgi.wsgi.WSGIMiddleware", "asgi"),
            Map.entry("asgiref.wsgi.WsgiToAsgi", "asgi"),
            Map.entry("starlette.middleware.wsgi.WSGIMiddleware", "asgi"),
            Map.entry("fastapi.middleware.wsgi.WSGIMiddleware", "asgi"),
            Map.entry("uvicorn.middleware.wsgi.WSGIMiddleware", "asgi"),
            Map.entry("hypercorn.middleware.AsyncioWSGIMiddleware", "asgi"),
            Map.entry("werkzeug.middleware.dispatcher.DispatcherMiddleware", "wsgi"),
            Map.entry("werkzeug.middleware.proxy_fix.ProxyFix", "wsgi"),
            Map.entry("werkzeug.middleware.shared_data.SharedDataMiddleware", "wsgi"),
            Map.entry("werkzeug.middleware.profiler.ProfilerMiddleware", "wsgi"),
            Map.entry("werkzeug.middleware.lint.LintMiddleware", "wsgi"),
            Map.entry("werkzeug.middleware.http_proxy.ProxyMiddleware", "wsgi"),
            Map.entry("whitenoise.WhiteNoise", "wsgi"),
            Map.entry("whitenoise.base.WhiteNoise", "wsgi"),
            Map.entry("whitenoise.django.DjangoWhiteNoise", "wsgi"),
            Map.entry("dj_static.Cling", "wsgi"),
            Map.entry("static.Cling", "wsgi"),
            Map.entry("beaker.middleware.SessionMiddleware", "wsgi"),
            Map.entry("paste.deploy.loadapp", "wsgi"),
            Map.entry("wsgiref.validate.validator", "wsgi"),
            Map.entry("socketio.WSGIApp", "wsgi"),
            Map.entry("engineio.WSGIApp", "wsgi"),
            Map.entry("socketio.ASGIApp", "asgi"),
            Map.entry("engineio.ASGIApp", "asgi"),
            Map.entry("channels.routing.ProtocolTypeRouter", "asgi"),
            Map.entry("channels.routing.URLRouter", "asgi"),
            Map.entry("channels.auth.AuthMiddlewareStack", "asgi"),
            Map.entry("starlette.middleware.cors.CORSMiddleware", "asgi"),
            Map.entry("fastapi.middleware.cors.CORSMiddleware", "asgi"),
            Map.entry("starlette.middleware.gzip.GZipMiddleware", "asgi"),
            Map.entry("fastapi.middleware.gzip.GZipMiddleware", "asgi"),
            Map.entry("starlette.middleware.sessions.SessionMiddleware", "asgi"),
            Map.entry("starlette.middleware.trustedhost.TrustedHostMiddleware", "asgi"),
            Map.entry("starlette.middleware.httpsredirect.HTTPSRedirectMiddleware", "asgi"),
            Map.entry("uvicorn.middleware.proxy_headers.ProxyHeadersMiddleware", "asgi"),
            Map.entry("asgi_correlation_id.CorrelationIdMiddleware", "asgi"),
            Map.entry("strawberry.asgi.GraphQL", "asgi"),
            Map.entry("ariadne.asgi.GraphQL", "asgi"),
            Map.entry("ariadne.wsgi.GraphQL", "wsgi"),
            Map.entry("starlette.routing.Router", "asgi"));

    /** Handler classes of the standard library, with the methods that they have. */
    public static final Map<String, Set<String>> HANDLERS = Map.of(
            "http.server.BaseHTTPRequestHandler", Set.of(),
            "http.server.SimpleHTTPRequestHandler", Set.of("GET", "HEAD"),
            "http.server.CGIHTTPRequestHandler", Set.of("GET", "HEAD", "POST"),
            "xmlrpc.server.SimpleXMLRPCRequestHandler", Set.of("POST"),
            "xmlrpc.server.DocXMLRPCRequestHandler", Set.of("GET", "POST"));

    /** The built-in functions and types. */
    public static final Set<String> BUILTINS = words(
            "abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex",
            "delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash",
            "help hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct",
            "open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum",
            "super tuple type vars zip __import__");

    /** Built-in functions that may give anything. */
    public static final Set<String> OPEN_BUILTINS = Set.of(
            "builtins.getattr",
            "builtins.next",
            "builtins.anext",
            "builtins.eval",
            "builtins.super",
            "builtins.__import__");

    /** Modules of the standard library that make no applications. */
    public static final Set<String> PLAIN_MODULES = words(
            "builtins array base64 bisect collections configparser csv dataclasses datetime decimal doctest email enum",
            "fractions ftplib gettext glob hashlib heapq hmac html http imaplib io itertools json locale logging math",
            "multiprocessing os pathlib platform pprint queue random re secrets select selectors shutil signal smtplib",
            "socket socketserver sqlite3 ssl statistics string struct subprocess tarfile tempfile textwrap threading time",
            "tkinter traceback urllib uuid warnings xml xmlrpc zipfile");

    private static Set<String> words(String... lines) {
        return Set.of(String.join(" ", lines).split(" ", -1));
    }

    /** Whether anything is known of what a dotted name stands for. */
    public static boolean isKnown(String dotted) {
        return APPLICATIONS.containsKey(dotted)
                || WRAPPERS.containsKey(dotted)
                || HANDLERS.containsKey(dotted)
                || ROUTERS.contains(dotted);
    }

    /** Packages whose decorators and classes make command-line applications. */
    public static final Set<String> COMMAND_LINE =
            Set.of("click", "typer", "cyclopts", "fire", "argparse", "rich_click");

    /** Methods named after an HTTP method, as decorators. */
    public static final Set<String> METHOD_VERBS =
            Set.of("get", "post", "put", "patch", "delete", "head", "options", "trace");

    /** Methods that register a route or something that has routes. */
    public static final Set<String> REGISTERING = Set.of(
            "get",
            "post",
            "put",
            "patch",
            "delete",
            "head",
            "options",
            "trace",
            "route",
            "websocket",
            "websocket_route",
            "api_route",
            "add_url_rule",
            "add_route",
            "add_api_route",
            "add_websocket_route",
            "add_api_websocket_route",
            "include_router",
            "register_blueprint",
            "blueprint",
            "mount");

    /** Classes whose instances collect routes for an application. */
    public static final Set<String> ROUTERS = Set.of(
            "fastapi.APIRouter",
            "fastapi.routing.APIRouter",
            "starlette.routing.Router",
            "flask.Blueprint",
            "quart.Blueprint",
            "sanic.Blueprint");
}
