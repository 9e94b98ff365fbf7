from pathlib import Path

from flask import Flask

import prices
from shared.words import greeting

app = Flask(__name__)


@app.get("/")
def home():
    return greeting("flask")


@app.get("/price")
def price():
    return str(prices.of("apple"))


@app.get("/data")
def data():
    return Path(__file__).with_name("data.csv").read_text()
