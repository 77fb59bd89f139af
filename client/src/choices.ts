import * as vscode from 'vscode';
import type {ChoiceParams, DraftChoice} from '../../server/src/protocol.js';

const key = 'onrecord.choices';

/** The writer's own word on which files are drafts, kept with the workspace. */
export class Choices implements vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<ChoiceParams>();
  private readonly following = vscode.Disposable.from(
    vscode.workspace.onDidRenameFiles(({files}) => {
      for (const {oldUri, newUri} of files) this.follow(oldUri, newUri);
    }),
  );
  readonly onChange = this.changes.event;

  constructor(private readonly state: vscode.Memento) {}

  all(): Readonly<Record<string, DraftChoice>> {
    return this.state.get<Record<string, DraftChoice>>(key, {});
  }

  set(uri: vscode.Uri, choice: DraftChoice | null): void {
    const {[uri.toString()]: _, ...others} = this.all();
    void this.state.update(key, choice === null ? others : {...others, [uri.toString()]: choice});
    this.changes.fire({uri: uri.toString(), choice});
  }

  dispose(): void {
    this.following.dispose();
    this.changes.dispose();
  }

  private follow(from: vscode.Uri, to: vscode.Uri): void {
    const choice = this.all()[from.toString()];
    if (choice === undefined) return;
    this.set(from, null);
    this.set(to, choice);
  }
}
