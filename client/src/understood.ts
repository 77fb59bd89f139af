import {type UnderstoodParams, type UnderstoodResult, understoodRequest} from '../../server/src/protocol.js';
import type {Server} from './server.js';
import {ServerPage} from './serverPage.js';

/** "Show What Onrecord Understood". */
export const understoodPage = (server: Server): ServerPage =>
  new ServerPage(server, {
    scheme: 'onrecord-understood',
    suffix: '(understood).md',
    ask: async (uri, token) => {
      const answer = await server.ask<UnderstoodParams, UnderstoodResult>(understoodRequest, {uri}, token);
      return answer?.markdown;
    },
  });
