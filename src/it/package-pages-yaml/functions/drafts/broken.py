not Python
