import unittest

from main import app
from web import App, Request, Response
from web.app import Route, compile_route
from web.template import fill, lookup, render


class RequestTest(unittest.TestCase):
    def test_parts(self):
        request = Request("get", "/a/b?x=1&y=2&x=3")
        self.assertEqual((request.method, request.path, request.query), ("GET", "/a/b", {"x": "3", "y": "2"}))

    def test_root(self):
        self.assertEqual(Request("GET", "").path, "/")

    def test_json(self):
        self.assertEqual(Request("POST", "/", '{"a": [1]}').json(), {"a": [1]})


class ResponseTest(unittest.TestCase):
    def test_status_line(self):
        self.assertEqual(Response("", 404).status_line(), "404 Not Found")
        self.assertEqual(Response("", 299).status_line(), "299 Unknown")

    def test_bytes(self):
        self.assertEqual(Response("é").as_bytes(), b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\n\xc3\xa9")

    def test_data(self):
        response = Response.from_data({"b": 1, "a": 2}, 201)
        self.assertEqual((response.body, response.headers["Content-Type"]), ('{"a": 2, "b": 1}', "application/json"))


class RouteTest(unittest.TestCase):
    def test_compile(self):
        regex, converters = compile_route("/x/<int:n>/<word>")
        self.assertEqual(converters, {"n": int, "word": str})
        self.assertTrue(regex.match("/x/12/abc"))
        self.assertFalse(regex.match("/x/ab/abc"))

    def test_match(self):
        self.assertEqual(Route("/x/<int:n>", None, ["GET"]).match("/x/7"), {"n": 7})
        self.assertIsNone(Route("/x", None, ["GET"]).match("/x/7"))


class AppTest(unittest.TestCase):
    def test_index(self):
        self.assertEqual(app.get("/").body, "Hello World")
        self.assertEqual(app.get("/?word=red+moon").body, "Hello Red Moon")

    def test_person(self):
        self.assertEqual(app.get("/people/1").body, "Ada: [MATHS][POEMS]")
        self.assertEqual(app.get("/people/2").body, "Linus &lt;L&gt;: ")

    def test_missing(self):
        self.assertEqual((app.get("/people/99").status, app.get("/zzz").status), (404, 404))

    def test_method(self):
        self.assertEqual(app(Request("DELETE", "/people/1")).status, 405)

    def test_create(self):
        response = app(Request("POST", "/people", '{"name": "Bo", "skills": ["go"]}'))
        self.assertEqual(response.status, 201)
        number = Request("GET", "/", response.body).json()["id"]
        self.assertEqual(app.get(f"/people/{number}").body, "Bo: [GO]")

    def test_middleware(self):
        self.assertEqual(app.get("/sum/1/2").headers["X-Path"], "/sum/1/2")

    def test_order_of_layers(self):
        own, seen = App(), []
        own.use(lambda handler, request: seen.append("a") or handler(request))
        own.use(lambda handler, request: seen.append("b") or handler(request))
        own.route("/")(lambda request: "x")
        self.assertEqual(own.get("/").body, "x")
        self.assertEqual(seen, ["a", "b"])

    def test_error(self):
        own = App()

        @own.route("/")
        def bad(request):
            raise ValueError("oops")
        self.assertEqual((own.get("/").status, own.get("/").body), (500, "oops"))

    def test_visits(self):
        own = App()
        own.route("/a")(lambda request: "x")
        own.get("/a")
        own.get("/a")
        self.assertEqual(own.visits, {"/a": 2})


class TemplateTest(unittest.TestCase):
    def test_lookup(self):
        self.assertEqual(lookup({"a": {"b": 3}}, "a.b"), 3)
        self.assertEqual(lookup({"r": Request("GET", "/q")}, "r.path"), "/q")

    def test_filters(self):
        self.assertEqual(fill("{{ a | upper }}-{{b|length}}", {"a": "x", "b": [1, 2]}), "X-2")

    def test_loop(self):
        self.assertEqual(render("{% for x in xs %}{{ x }},{% end %}{{ y }}", xs=[1, 2], y="!"), "1,2,!")

    def test_escape(self):
        self.assertEqual(render("{{ a }}", a="<&>"), "&lt;&amp;&gt;")


if __name__ == "__main__":
    unittest.main()
