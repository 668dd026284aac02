//! `gongwen lsp`: a server of the Language Server Protocol 3.17 over standard input and output, for editors in which notices are
//! written.
//!
//! ```text
//! document   an open text, what was read in it, and its places as the protocol counts them: lines, and UTF-16 units of a line
//! answers    findings, outline and hover in the protocol's types
//! ```
//!
//! A text is read whole at each change, which takes some milliseconds. Words of a notice reach the editor as plain text.

mod answers;
mod document;

use std::collections::HashMap;
use std::io;

use gongwen_drafts::Rule;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use lsp_types::notification::{
    DidChangeTextDocument, DidCloseTextDocument, DidOpenTextDocument, Notification as _, PublishDiagnostics,
};
use lsp_types::request::{DocumentSymbolRequest, HoverRequest, Request as _};
use lsp_types::{
    Diagnostic, DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DocumentSymbolParams, DocumentSymbolResponse, HoverParams, HoverProviderCapability, OneOf,
    PublishDiagnosticsParams, ServerCapabilities, TextDocumentSyncCapability, TextDocumentSyncKind, Uri,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::hold::held;
use crate::input::Unread;
use crate::lsp::document::Open;
use crate::output::complain;
use crate::status::Status;

/// Serves an editor until it says that it ends; rules of drafts among `silenced` are not held to its texts.
///
/// # Errors
///
/// - what stands on standard input is not the protocol, or the editor is gone
pub(crate) fn lsp(silenced: Vec<Rule>) -> io::Result<Status> {
    let (connection, threads) = Connection::stdio();
    let capabilities = ServerCapabilities {
        text_document_sync: Some(TextDocumentSyncCapability::Kind(TextDocumentSyncKind::FULL)),
        document_symbol_provider: Some(OneOf::Left(true)),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        ..ServerCapabilities::default()
    };
    connection.initialize(serde_json::to_value(capabilities)?).map_err(io::Error::other)?;
    let mut server = Server { connection, silenced, open: HashMap::new() };
    server.serve()?;
    drop(server);
    threads.join()?;
    Ok(Status::Good)
}

struct Server {
    connection: Connection,
    silenced: Vec<Rule>,
    /// The texts that are open, by their names.
    open: HashMap<String, Open>,
}

impl Server {
    fn serve(&mut self) -> io::Result<()> {
        while let Ok(message) = self.connection.receiver.recv() {
            match message {
                Message::Request(request) => {
                    if self.connection.handle_shutdown(&request).map_err(io::Error::other)? {
                        return Ok(());
                    }
                    let answer = self.answer(request);
                    self.send(Message::Response(answer))?;
                }
                Message::Notification(notification) => self.note(notification)?,
                Message::Response(_) => {}
            }
        }
        Ok(())
    }

    fn answer(&self, Request { id, method, params }: Request) -> Response {
        let answer = match method.as_str() {
            DocumentSymbolRequest::METHOD => told(params, |params: DocumentSymbolParams| {
                let open = self.open.get(params.text_document.uri.as_str())?;
                Some(DocumentSymbolResponse::Nested(answers::outline(open)))
            }),
            HoverRequest::METHOD => {
                told(params, |HoverParams { text_document_position_params: at, .. }| {
                    answers::hover(self.open.get(at.text_document.uri.as_str())?, at.position)
                })
            }
            _ => Err((ErrorCode::MethodNotFound, format!("{method} is not served"))),
        };
        match answer {
            Ok(answer) => Response::new_ok(id, answer),
            Err((code, message)) => Response::new_err(id, code as i32, message),
        }
    }

    /// Takes in what the editor says of its texts. What is not understood is left, as the protocol wants it.
    fn note(&mut self, Notification { method, params }: Notification) -> io::Result<()> {
        match method.as_str() {
            DidOpenTextDocument::METHOD => {
                let Ok(DidOpenTextDocumentParams { text_document }) = serde_json::from_value(params) else {
                    return Ok(());
                };
                self.read(text_document.uri, text_document.version, text_document.text)
            }
            DidChangeTextDocument::METHOD => {
                let Ok(DidChangeTextDocumentParams { text_document, mut content_changes }) =
                    serde_json::from_value(params)
                else {
                    return Ok(());
                };
                // each holds the whole text
                let Some(change) = content_changes.pop() else { return Ok(()) };
                self.read(text_document.uri, text_document.version, change.text)
            }
            DidCloseTextDocument::METHOD => {
                let Ok(DidCloseTextDocumentParams { text_document }) = serde_json::from_value(params) else {
                    return Ok(());
                };
                self.open.remove(text_document.uri.as_str());
                self.publish(text_document.uri, None, Vec::new())
            }
            _ => Ok(()),
        }
    }

    /// Reads a text and tells what is found in it.
    fn read(&mut self, uri: Uri, version: i32, text: String) -> io::Result<()> {
        match held(|| Open::read(text, &self.silenced)) {
            Ok(open) => {
                let found = answers::findings(&open);
                self.open.insert(uri.as_str().to_owned(), open);
                self.publish(uri, Some(version), found)
            }
            Err(said) => {
                complain(&Unread::fault(uri.as_str().to_owned(), &said));
                self.open.remove(uri.as_str());
                self.publish(uri, Some(version), Vec::new())
            }
        }
    }

    fn publish(&self, uri: Uri, version: Option<i32>, diagnostics: Vec<Diagnostic>) -> io::Result<()> {
        let params = PublishDiagnosticsParams { uri, diagnostics, version };
        self.send(Message::Notification(Notification::new(PublishDiagnostics::METHOD.to_owned(), params)))
    }

    fn send(&self, message: Message) -> io::Result<()> {
        self.connection.sender.send(message).map_err(io::Error::other)
    }
}

/// What is answered to a request with these parameters.
fn told<P: DeserializeOwned, A: Serialize>(
    params: serde_json::Value,
    answer: impl FnOnce(P) -> Option<A>,
) -> Result<serde_json::Value, (ErrorCode, String)> {
    let params =
        serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))?;
    serde_json::to_value(answer(params)).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}
