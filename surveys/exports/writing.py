"""The one way out: a path's ending says what is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from surveys.exports import csv_files, flow_results, geojson, json_file, spss, workbook
from surveys.exports.dataset import Dataset
from surveys.exports.options import CannotExport, Options

Write = Callable[[Path, Dataset, Options], list[Path]]
WRITERS: Mapping[str, Write] = {
    ".xlsx": workbook.write,
    ".csv": csv_files.write,
    ".zip": csv_files.write_zip,
    "": csv_files.write_folder,
    ".json": json_file.write,
    ".geojson": geojson.write,
    ".sav": spss.write,
}


def write(path: Path, dataset: Dataset, options: Options) -> list[Path]:
    """Writes the responses and returns the files that came into being. Raises CannotExport."""
    if path.name == flow_results.PACKAGE:
        return flow_results.write(path, dataset, options)
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise CannotExport("ending", ending=path.suffix, known=", ".join(filter(None, WRITERS)))
    return writer(path, dataset, options)
