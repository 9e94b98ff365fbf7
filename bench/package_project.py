"""What bench/package.py builds, and how it counts: projects, wheels, costs."""

import base64
import hashlib
import platform
import zipfile
from pathlib import Path
from typing import List, NamedTuple

REQUIREMENTS = ["fastapi", "uvicorn", "pandas", "sqlalchemy", "redis", "pymongo", "openai", "numpy"]
IMPORTS = "fastapi, uvicorn, pandas, sqlalchemy.orm, redis, pymongo, openai, numpy"
FUNCTION = f"import {IMPORTS}\nfrom fastapi import FastAPI\n\napp = FastAPI()\n"
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId><artifactId>bench</artifactId><version>1</version>
  <packaging>{packaging}</packaging>
  <properties><pages.pythonVersion>{python}</pages.pythonVersion></properties>
  {build}
</project>
"""
PLUGIN = """<build><plugins><plugin>
    <groupId>io.github.pagesmaven</groupId><artifactId>pages-maven-plugin</artifactId>
    <version>1.0.0-SNAPSHOT</version><extensions>true</extensions>
  </plugin></plugins></build>"""


class Cost(NamedTuple):
    """CPU and wall time in seconds."""

    cpu: float
    wall: float

    def __add__(self, other: "Cost") -> "Cost":  # type: ignore[override]
        return Cost(self.cpu + other.cpu, self.wall + other.wall)

    def __sub__(self, other: "Cost") -> "Cost":
        return Cost(self.cpu - other.cpu, self.wall - other.wall)


def tell(what: str, ours: Cost, theirs: Cost, limit: str = "") -> None:
    """Print one row: ratios of CPU and wall, and what they should be at most."""
    print(f"{what:58} cpu {ours.cpu / theirs.cpu:6.3f}  wall {ours.wall / theirs.wall:6.3f}  {limit}", flush=True)


def write_project(folder: Path, requirements: List[str]) -> None:
    """Write a project with one FastAPI function."""
    (folder / "cloud-functions/api").mkdir(parents=True)
    (folder / "pom.xml").write_text(POM.format(packaging="pages", build=PLUGIN, python=platform.python_version()))
    (folder / "requirements.txt").write_text("\n".join(requirements) + "\n")
    (folder / "cloud-functions/api/index.py").write_text(FUNCTION)


def write_wheel(folder: Path, name: str) -> None:
    """Write a wheel with twenty modules."""
    information = f"{name}-1.dist-info"
    files = {f"{name}/m{number}.py": f"x = {number}\n" * 300 for number in range(20)}
    files[f"{information}/METADATA"] = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n"
    files[f"{information}/WHEEL"] = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    record = "".join(
        f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip('=')},{len(text)}\n"
        for path, text in files.items()
    )
    files[f"{information}/RECORD"] = record + f"{information}/RECORD,,\n"
    with zipfile.ZipFile(folder / f"{name}-1-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
