import * as vscode from 'vscode';
import {CheckWorkspace} from './checkWorkspace.js';
import {Choices} from './choices.js';
import {registerCommands} from './commands.js';
import {settingsPage} from './effectiveSettings.js';
import {Reports} from './report.js';
import {type MakeClient, Server} from './server.js';
import {Status} from './status.js';
import {TryRules} from './tryRules.js';
import {understoodPage} from './understood.js';

let running: Server | undefined;

/** Puts everything in its place and returns at once; the server starts with the first document it may have to read. */
export function activateWith(context: vscode.ExtensionContext, makeClient: MakeClient): void {
  const log = vscode.window.createOutputChannel('Onrecord', {log: true});
  const choices = new Choices(context.workspaceState);
  const server = new Server(context, makeClient, choices, log);
  const status = new Status(server);
  const reports = new Reports(context, server);
  const understood = understoodPage(server);
  const settings = settingsPage(server);
  const tryRules = new TryRules(server);
  const checkWorkspace = new CheckWorkspace(server);
  const features = {server, choices, status, reports, understood, settings, tryRules, checkWorkspace};
  context.subscriptions.push(log, ...Object.values(features), registerCommands(context, features));
  running = server;
  void vscode.commands.executeCommand('setContext', 'onrecord.active', true);
  server.startIfNeeded();
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  running = undefined;
}
