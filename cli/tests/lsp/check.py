#!/usr/bin/env python3
"""Opens a notice in a client of the Language Server Protocol (pygls) and looks at what `gongwen lsp` tells of it.

usage: cli/tests/lsp/check.py GONGWEN        wants pygls 2.1, a client that knows the protocol by its types
"""

import asyncio
import sys

from lsprotocol import types
from pygls.lsp.client import LanguageClient

URI = "file:///notes/%E9%80%9A%E7%9F%A5.txt"
TEXT = """青政发[2024]7号
青州省人民政府关于护林的通知
各市人民政府：
一、加强𠮷山巡护
（一）分片巡山。（省林业局牵头，省公安厅配合，2024年底前完成）
二、加强宣传。（省林业局负责
青州省人民政府
2024年5月1日
"""


def equal(found, expected, what):
    assert found == expected, f"{what}: {found!r}, expected {expected!r}"


def slice_of(text, span):
    """The words of a range, whose characters are UTF-16 units."""
    lines = text.splitlines()
    equal(span.start.line, span.end.line, "lines of a range")
    units = lines[span.start.line].encode("utf-16-le")
    return units[2 * span.start.character : 2 * span.end.character].decode("utf-16-le")


def outline(symbols):
    return [(symbol.name, outline(symbol.children or [])) for symbol in symbols]


class Editor(LanguageClient):
    """A client that keeps what it is told of texts."""

    def __init__(self):
        super().__init__("check", "1")
        self.told = asyncio.Queue()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def keep(params: types.PublishDiagnosticsParams):
            equal(params.uri, URI, "text")
            self.told.put_nowait(list(params.diagnostics))


async def findings(client, text, version):
    document = types.TextDocumentItem(uri=URI, language_id="plaintext", version=version, text=text)
    if version == 1:
        client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=document))
    else:
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                text_document=types.VersionedTextDocumentIdentifier(uri=URI, version=version),
                content_changes=[types.TextDocumentContentChangeWholeDocument(text=text)],
            )
        )
    return await client.told.get()


async def hover(client, line, character):
    place = types.Position(line=line, character=character)
    return await client.text_document_hover_async(
        types.HoverParams(text_document=types.TextDocumentIdentifier(uri=URI), position=place)
    )


async def main(program):
    client = Editor()
    await client.start_io(program, "lsp", "--allow", "heading-mark")
    begun = await client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
    equal(begun.capabilities.text_document_sync, types.TextDocumentSyncKind.Full, "changes")
    client.initialized(types.InitializedParams())

    found = await findings(client, TEXT, 1)
    told = [(finding.code, slice_of(TEXT, finding.range)) for finding in found]
    assert ("unclosed-bracket", "（省林业局负责") in told, told
    assert ("number-brackets", "青政发[2024]7号") in told, told
    by_code = {finding.code: finding for finding in found}
    equal(by_code["number-brackets"].source, "GB/T 9704—2012, 7.2.5", "source")
    equal(by_code["unclosed-bracket"].severity, types.DiagnosticSeverity.Warning, "severity")

    named = types.DocumentSymbolParams(text_document=types.TextDocumentIdentifier(uri=URI))
    symbols = await client.text_document_document_symbol_async(named)
    patrol = "（一）分片巡山。（省林业局牵头，省公安厅配合，2024年底前完成）"
    expected = [("一、加强𠮷山巡护", [(patrol, [])]), ("二、加强宣传。（省林业局负责", [])]
    equal(outline(symbols), [("青州省人民政府关于护林的通知", expected)], "outline")

    unit = await hover(client, 4, 9)
    equal(slice_of(TEXT, unit.range), "省林业局", "unit")
    assert "role: lead" in unit.contents.value, unit.contents.value
    # behind a character of two UTF-16 units
    heading = await hover(client, 3, 6)
    assert heading.contents.value.startswith("heading"), heading.contents.value
    equal(slice_of(TEXT, heading.range), "加强𠮷山巡护", "heading")
    equal(await hover(client, 99, 0), None, "hover behind the text")

    mended = TEXT.replace("[2024]", "〔2024〕").replace("负责\n", "负责）\n")
    equal(await findings(client, mended, 2), [], "findings of a text in form")

    client.text_document_did_close(
        types.DidCloseTextDocumentParams(text_document=types.TextDocumentIdentifier(uri=URI))
    )
    equal(await client.told.get(), [], "findings of a text that is closed")
    await client.shutdown_async(None)
    client.exit(None)
    await asyncio.wait_for(client.stop(), 10)


if __name__ == "__main__":
    asyncio.run(asyncio.wait_for(main(sys.argv[1]), 60))
    print("lsp: findings, outline and hover are right in pygls")
