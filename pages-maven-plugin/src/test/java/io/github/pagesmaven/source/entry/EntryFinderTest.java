package io.github.pagesmaven.source.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.SourceReader;
import io.github.pagesmaven.source.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryFinderTest {
    private static final String FLASK = "from flask import Flask\n";

    private static Source read(String text) {
        return new SourceReader(new Target(11)).read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static EntryVerdict find(String text, Map<String, String> modules) {
        return new EntryFinder(name -> Optional.ofNullable(modules.get(name)).map(EntryFinderTest::read))
                .find(read(text));
    }

    private static String mode(String text) {
        return find(text, Map.of())
                .entry()
                .map(entry -> entry.mode() + " " + entry.framework().orElse("-"))
                .orElse("none");
    }

    private static List<String> routes(String text) {
        return find(text, Map.of()).entry().orElseThrow().routes().stream()
                .map(route -> route.method() + " " + route.pattern())
                .sorted()
                .toList();
    }

    @Test
    void aFactoryOfTheSameFileIsFollowed() {
        assertEquals("WSGI flask", mode(FLASK + "def create():\n    a = Flask('x')\n    return a\napp = create()\n"));
    }

    @Test
    void aFactoryOfAnotherModuleIsFollowedThroughRelativeImports() {
        Map<String, String> modules = Map.of(
                ".factory", "from .base import make\ndef create():\n    return make()\n",
                ".base", "from fastapi import FastAPI\ndef make():\n    return FastAPI()\n");
        EntryVerdict verdict = find("from .factory import create\napp = create()\n", modules);
        assertEquals(Entry.Mode.ASGI, verdict.entry().orElseThrow().mode());
    }

    @Test
    void modulesThatImportEachOtherComeToAnEnd() {
        Map<String, String> modules = Map.of(
                "a", "from b import app as x\napp = x\nclass H(x.B): pass\n",
                "b", "from a import app as y\napp = y\nfrom a import H as B\n");
        assertEquals(
                Entry.Mode.AUTO,
                find("import a\napp = a.app\n", modules).entry().orElseThrow().mode());
        assertTrue(find("from a import H\nclass handler(H): pass\n", modules)
                .entry()
                .isEmpty());
    }

    @Test
    void aClassThatIsItsOwnBaseComesToAnEnd() {
        assertTrue(find("class handler(handler): pass\n", Map.of()).entry().isEmpty());
    }

    @Test
    void handlerMethodsAreInheritedFromAuxiliaryModules() {
        Map<String, String> modules = Map.of(
                "lib.base",
                "import http.server as h\nclass Base(h.SimpleHTTPRequestHandler):\n    def do_POST(self): pass\n");
        EntryVerdict verdict = find("from lib import base\nclass handler(base.Base):\n  do_PUT = None\n", modules);
        assertEquals(
                List.of("GET", "HEAD", "POST"), verdict.entry().orElseThrow().methods());
    }

    @Test
    void subclassesWrappersAndCallablesAreRecognized() {
        assertEquals("WSGI flask", mode(FLASK + "class Shop(Flask): pass\napp = Shop(__name__)\n"));
        assertEquals("WSGI flask", mode(FLASK + "import x\napp = x.wrap(Flask(__name__))\n"));
        assertEquals("ASGI flask", mode(FLASK + "from asgiref.wsgi import WsgiToAsgi\napp = WsgiToAsgi(Flask('x'))\n"));
        assertEquals("ASGI -", mode("class A:\n  async def __call__(self, scope, receive, send): pass\napp = A()\n"));
        assertEquals("WSGI -", mode("app = lambda environ, start_response: []\n"));
        assertEquals("ASGI -", mode("async def app(scope, receive, send): pass\n"));
        assertEquals(
                "WSGI pyramid",
                mode("from pyramid.config import Configurator\nc = Configurator()\napp = c.make_wsgi_app()\n"));
        assertEquals("AUTO -", mode("import shop\napp = shop.app\n"));
    }

    @Test
    void commandLinesClassesAndDeletedNamesAreNone() {
        assertEquals("none", mode("import typer\napp = typer.Typer()\n"));
        assertEquals("none", mode("class app: pass\n"));
        assertEquals("none", mode(FLASK + "app = Flask('x')\ndel app\n"));
        assertEquals("none", mode("import sys\n" + FLASK + "if sys.platform == 'win32':\n    app = Flask('x')\n"));
        assertEquals("none", mode(FLASK + "if __name__ == '__main__':\n    app = Flask('x')\n"));
    }

    @Test
    void anAppThatIsNoneSaysWhy() {
        List<Hint> hints = find("def app():\n    pass\n", Map.of()).hints();
        assertEquals(1, hints.size());
        assertEquals(Hint.Kind.NOT_AN_ENTRY, hints.get(0).kind());
        assertTrue(hints.get(0).text().contains("(environ, start_response)"));
    }

    @Test
    void aLiteralRootPathIsTold() {
        List<Hint> hints = find("from fastapi import FastAPI\napp = FastAPI(root_path='/api')\n", Map.of())
                .hints();
        assertEquals(Hint.Kind.ROOT_PATH, hints.get(0).kind());
        assertEquals(2, hints.get(0).line());
    }

    @Test
    void routesOfFlaskAndItsBlueprintsAreRead() {
        assertEquals(
                List.of("GET /a", "GET /shop/b", "POST /a"),
                routes(
                        """
                       from flask import Flask, Blueprint
                       app = Flask('x')
                       bp = Blueprint('b', 'b')
                       @app.route('/a', methods=['GET', 'POST'])
                       def a(): pass
                       @bp.get('/b')
                       def b(): pass
                       app.register_blueprint(bp, url_prefix='/shop')
                       """));
    }

    @Test
    void routesOfBottleSanicAndStarletteAreRead() {
        assertEquals(
                List.of("POST /x"),
                routes("import bottle\napp = bottle.Bottle()\n@app.route('/x', method='POST')\ndef x(): pass\n"));
        assertEquals(
                List.of("GET /y"),
                routes("from sanic import Sanic\napp = Sanic('s')\n@app.get('/y')\ndef y(r): pass\n"));
        assertEquals(
                List.of("GET /m/z"),
                routes(
                        """
                       from starlette.applications import Starlette
                       from starlette.routing import Mount, Route
                       routes = [Mount('/m', routes=[Route('/z', None)])]
                       app = Starlette(routes=routes)
                       """));
    }

    @Test
    void urlPatternsOfDjangoAreRead() {
        assertEquals(
                List.of("* /a/", "* ^b$"),
                routes(
                        """
                       from django.core.wsgi import get_wsgi_application
                       urlpatterns = [path('a/', v), re_path(r'^b$', w)]
                       app = get_wsgi_application()
                       """));
    }

    @Test
    void theSettingsOfDjangoBelongToTheEntry() {
        Map<String, String> modules = Map.of(
                "shop.wsgi",
                """
                import os
                from django.core.wsgi import get_wsgi_application
                os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')
                application = get_wsgi_application()
                """);
        EntryVerdict verdict = find("import shop.wsgi\napp = shop.wsgi.application\n", modules);
        assertEquals(Optional.of("shop.settings"), verdict.entry().orElseThrow().djangoSettings());
    }
}
