from shared.echo import Echo


class handler(Echo):
    pass
