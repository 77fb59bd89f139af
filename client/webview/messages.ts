/** What the report's view says: it is ready for a report, or a link was followed (offsets of the draft). */
export type FromView =
  | {readonly type: 'ready'}
  | {readonly type: 'jump'; readonly start: number; readonly end: number};

/** What the view is told: a new report, or why there is none. */
export type ToView =
  | {readonly type: 'report'; readonly html: string}
  | {readonly type: 'nothing'; readonly text: string};
