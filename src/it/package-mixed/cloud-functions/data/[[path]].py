from fastapi import FastAPI

from . import sums
from shared.words import greeting

app = FastAPI()


@app.get("/")
async def home():
    return {"message": greeting("fastapi")}


@app.get("/sum")
def total(a: int, b: int):
    return {"sum": sums.add(a, b)}
