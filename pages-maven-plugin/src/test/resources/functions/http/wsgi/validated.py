from wsgiref.validate import validator


def plain(environ, start_response):
    body = environ["wsgi.input"].read(5)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"valid " + body]


app = validator(plain)
