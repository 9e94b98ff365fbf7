import yaml


def of(name):
    return yaml.safe_load("apple: 3")[name]
