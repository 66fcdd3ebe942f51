"""A package that pyproject.toml forgets is missing from every installed Lotse."""

from tests.house.project import DATA_ONLY, ROOT, listed_packages

NOT_SHIPPED = {"benchmarks", "tests"}


def packages_on_disk() -> set[str]:
    folders = {file.parent.relative_to(ROOT) for file in ROOT.glob("[!.]*/**/__init__.py")}
    shipped = {folder for folder in folders if folder.parts[0] not in NOT_SHIPPED | {"build"}}
    return {".".join(folder.parts) for folder in shipped}


def test_pyproject_lists_every_package_on_disk() -> None:
    assert set(listed_packages()) - DATA_ONLY == packages_on_disk()


def test_every_folder_with_python_is_a_package() -> None:
    modules = ROOT.glob("[!.]*/**/*.py")
    bare = {file.parent for file in modules if not (file.parent / "__init__.py").exists()}
    shipped = {str(folder.relative_to(ROOT)) for folder in bare}
    assert {name for name in shipped if name.split("/")[0] in listed_packages()} == set()


def test_packages_are_listed_in_order() -> None:
    assert listed_packages() == sorted(listed_packages())


def test_data_folders_hold_no_python_but_in_packages_of_their_own() -> None:
    folders = {file.parent for name in DATA_ONLY for file in (ROOT / name).rglob("*.py")}
    names = {".".join(folder.relative_to(ROOT).parts) for folder in folders}
    assert names - set(listed_packages()) | names & DATA_ONLY == set()
