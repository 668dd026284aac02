"""What the calls promise beside their results: errors of Python, frozen values, other threads that go on."""

import threading
import time

import gongwen
import pytest

TEXT = "一、修路。（市交通局牵头，市财政局配合，2024年底前完成）"


def test_errors_are_those_of_python(tmp_path):
    with pytest.raises(TypeError):
        gongwen.parse(b"bytes")
    with pytest.raises(UnicodeEncodeError):
        gongwen.parse("一、\ud800")
    with pytest.raises(UnicodeEncodeError):
        gongwen.parse_batch(["a"], ["一、\ud800"])
    with pytest.raises(ValueError, match="found 2 ids for 1 texts"):
        gongwen.parse_batch(["a", "b"], ["一、"])
    with pytest.raises(ValueError, match="found 1 ids for 2 texts"):
        gongwen.parse_column(["a", "b"], ids=["a"])
    with pytest.raises(ValueError, match="ids: found None at place 0"):
        gongwen.parse_batch([None], ["一、"])
    with pytest.raises(ValueError, match="expected 'byte' or 'char'"):
        gongwen.parse_batch(["a"], ["一、"], offsets="utf-16")
    with pytest.raises(ValueError, match="threads: found 0"):
        gongwen.parse_batch(["a"], ["一、"], threads=0)
    with pytest.raises(TypeError, match="texts: found one str"):
        gongwen.parse_batch(["a"], "一、")
    with pytest.raises(TypeError):
        gongwen.parse_batch(["a"], [1])
    with pytest.raises(KeyError, match="persons"):
        gongwen.parse_batch([], [])["persons"]
    with pytest.raises(FileNotFoundError):
        gongwen.read_file(tmp_path / "missing.txt")
    with pytest.raises(ValueError, match="a file of records"):
        gongwen.read_file(b'{"content": "..."}\n{"content": "..."}\n')
    with pytest.raises(ValueError, match="expected one such as utf-8"):
        gongwen.read_file(b"", encoding="klingon")
    with pytest.raises(ValueError, match="^2:1: warning: found item 「三、」, expected number 2$"):
        gongwen.parse("一、修路。\n三、种树。\n四、挖渠。", strict=True)


def test_no_text_is_refused():
    for text in ("", "\ufeff", "\0", "no notice at all", "《" * 1000):
        assert gongwen.parse(text).text is text


def test_values_are_frozen_equal_and_hashed():
    one, other = (gongwen.parse(TEXT).tasks[0].units for _ in range(2))
    assert one == other and len({*one, *other}) == 2
    with pytest.raises(AttributeError):
        one[0].name = "别人"
    with pytest.raises(AttributeError):
        gongwen.parse(TEXT).genre = "通知"
    with pytest.raises(TypeError):
        gongwen.Unit()


def test_a_task_outlives_its_notice():
    task = gongwen.parse(TEXT).tasks[0]
    assert task.section.tasks[0].deadline.value == "2024年底前"


def test_other_threads_go_on():
    text = "".join(f"{number}、修路。（市交通局负责）\n" for number in range(1, 40)) * 400
    ticks, done = [], threading.Event()

    def tick():
        while not done.is_set():
            ticks.append(time.monotonic())
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    start = time.monotonic()
    gongwen.parse_batch(["a"], [text], threads=1)
    end = time.monotonic()
    done.set()
    thread.join()
    # held back, it would tick at the ends alone
    assert sum(start < at < end for at in ticks) > 20 * (end - start)


def test_files_are_read_with_their_tables(tmp_path):
    page = "<table><tr><td>序号<td>任务<td>责任单位<tr><td>1<td>巡山<td rowspan=2>县林业局<tr><td>2<td>挂牌</table>"
    path = tmp_path / "page.html"
    path.write_text("<p>护林任务</p>" + page, encoding="gb18030")
    for source in (path, str(path), path.read_bytes()):
        file = gongwen.read_file(source)
        assert (file.format, file.encoding) == ("html", "GB18030")
        (grid,) = file.grids
        assert [[file.text[cell.span.slice] for cell in row] for row in grid.rows] == [
            ["序号", "任务", "责任单位"],
            ["1", "巡山", "县林业局"],
            ["2", "挂牌"],
        ]
        assert grid.rows[1][2].rowspan == 2
        assert [[unit.name for unit in task.units] for task in file.parse().tasks] == [["县林业局"]] * 2
