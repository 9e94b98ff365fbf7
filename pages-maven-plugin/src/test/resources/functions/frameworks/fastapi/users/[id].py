from fastapi import FastAPI, Request

app = FastAPI()


@app.get("/")
async def index(request: Request):
    return {"id": request.path_params["id"], "url": str(request.url), "item": str(request.url_for("index"))}
