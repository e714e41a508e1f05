"""Routes requests to views."""
import functools
import re

from .http import Request, Response


def compile_route(pattern):
    """Turns /user/<name> and /item/<int:id> into a regular expression."""
    converters = {}

    def placeholder(match):
        kind, name = match.group(1), match.group(2)
        converters[name] = int if kind == "int:" else str
        return "(?P<%s>%s)" % (name, r"\d+" if kind == "int:" else r"[^/]+")

    regex = re.sub(r"<(int:)?(\w+)>", placeholder, pattern)
    return re.compile("^" + regex + "$"), converters


class Route:
    def __init__(self, pattern, view, methods):
        self.regex, self.converters = compile_route(pattern)
        self.view = view
        self.methods = set(methods)

    def match(self, path):
        found = self.regex.match(path)
        if not found:
            return None
        return {name: self.converters[name](value) for name, value in found.groupdict().items()}


class App:
    def __init__(self):
        self.routes = []
        self.middleware = []
        self.visits = {}

    def route(self, pattern, methods=("GET",)):
        def register(view):
            self.routes.append(Route(pattern, view, methods))
            return view
        return register

    def use(self, layer):
        self.middleware.append(layer)
        return layer

    def find(self, request):
        allowed = set()
        for route in self.routes:
            params = route.match(request.path)
            if params is None:
                continue
            if request.method in route.methods:
                return route, params
            allowed |= route.methods
        return None, allowed

    def dispatch(self, request):
        route, found = self.find(request)
        if route is None:
            status = 405 if found else 404
            return Response("nothing here", status)
        request.params = found
        self.visits[request.path] = self.visits.get(request.path, 0) + 1
        result = route.view(request, **found)
        if isinstance(result, str):
            return Response(result)
        if isinstance(result, tuple):
            body, status = result
            return Response(body, status)
        return result

    def __call__(self, request):
        handler = self.dispatch
        for layer in reversed(self.middleware):
            handler = functools.partial(layer, handler)
        try:
            return handler(request)
        except ValueError as error:
            return Response(str(error), 500)

    def get(self, url):
        return self(Request("get", url))
