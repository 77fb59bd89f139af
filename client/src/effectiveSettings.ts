import {type SettingsParams, type SettingsResult, settingsRequest} from '../../server/src/protocol.js';
import type {Server} from './server.js';
import {ServerPage} from './serverPage.js';

/** "Show Effective Settings". */
export const settingsPage = (server: Server): ServerPage =>
  new ServerPage(server, {
    scheme: 'onrecord-settings',
    suffix: '(settings).json',
    ask: async (uri, token) => {
      const answer = await server.ask<SettingsParams, SettingsResult | null>(settingsRequest, {uri}, token);
      return answer?.json;
    },
  });
