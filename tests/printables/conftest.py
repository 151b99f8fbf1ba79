"""At the end of a run: how many PDFs were held against how many rules, and how many failed."""

from tests.printables import verapdf


def pytest_terminal_summary(terminalreporter, exitstatus, config):
    passed = [report.nodeid for report in terminalreporter.getreports("passed") if report.when == "call"]
    failed = [report.nodeid for report in terminalreporter.getreports("failed")]
    for name, test, rules in (("page-validation", "passes_page_validation", lambda: 104),
                              ("veraPDF", "passes_verapdf", verapdf.tried_rules)):
        good, bad = (sum(f"test_every_sheet_{test}" in one for one in ids) for ids in (passed, failed))
        if good + bad:
            terminalreporter.write_line(f"{name}: {good + bad} files, {rules()} rules, {bad} failures")
