from web import App, Request, Response
from web.template import render

PEOPLE = {1: {"name": "Ada", "skills": ["maths", "poems"]}, 2: {"name": "Linus <L>", "skills": []}}

app = App()


@app.use
def stamp(handler, request):
    response = handler(request)
    response.headers["X-Path"] = request.path
    return response


@app.route("/")
def index(request):
    word = request.query.get("word", "world")
    return render("Hello {{ word | title }}", word=word)


@app.route("/people/<int:id>")
def person(request, id):
    if id not in PEOPLE:
        return "no such person", 404
    return render("{{ p.name }}: {% for s in skills %}[{{ s | upper }}]{% end %}", p=PEOPLE[id], skills=PEOPLE[id]["skills"])


@app.route("/people", methods=["POST"])
def create(request):
    data = request.json()
    number = max(PEOPLE) + 1
    PEOPLE[number] = {"name": data["name"], "skills": data.get("skills", [])}
    return Response.from_data({"id": number}, 201)


@app.route("/sum/<int:a>/<int:b>")
def add(request, a, b):
    return str(a + b)


def main():
    for url in ["/", "/?word=big+moon", "/people/1", "/people/2", "/people/9", "/sum/20/22", "/nope"]:
        response = app.get(url)
        print(response.status_line(), response.body)
    print(app(Request("POST", "/people", '{"name": "Bo"}')).as_bytes())
    print(app.visits)


if __name__ == "__main__":
    main()
