import * as vscode from 'vscode';

/** The page that a report is shown in: our own script and style, nothing else, and nothing from anywhere else. */
export function reportPage(webview: vscode.Webview, extension: vscode.Uri, draft: vscode.Uri): string {
  const address = (file: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'client', 'webview', file)).toString();
  const nonce = makeNonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  const wait = vscode.l10n.t('Reading the draft…');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sourcing Report</title>
<link rel="stylesheet" href="${attribute(address('report.css'))}">
</head>
<body data-uri="${attribute(draft.toString())}">
<div id="report"><p>${attribute(wait)}</p></div>
<script nonce="${nonce}" src="${attribute(address('report.js'))}"></script>
</body>
</html>`;
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
