import type {BlockAnalysis} from './blockAnalysis.js';
import {type CalendarDay, findDays} from './calendar.js';
import {findPolls, type Poll} from './polls.js';
import {findPosts, type Post} from './posts.js';
import {findQuantities, type Quantity} from './quantities.js';
import {findResponses, type Response} from './responses.js';
import {findStudies, type Study} from './studies.js';
import {findSums, type Sum} from './sums.js';

/** What the rules on whole stories want to know of one block: each part found by a file of its own. */
export interface BlockDetails {
  readonly responses: readonly Response[];
  readonly polls: readonly Poll[];
  readonly studies: readonly Study[];
  readonly posts: readonly Post[];
  readonly quantities: readonly Quantity[];
  readonly sums: readonly Sum[];
  readonly days: readonly CalendarDay[];
}

/** A block in which none of them was found. */
export const noDetails: BlockDetails = {
  responses: [],
  polls: [],
  studies: [],
  posts: [],
  quantities: [],
  sums: [],
  days: [],
};

/** Each detector looks at a block's text once and gives up early where its words are not in it. */
export function findDetails(block: BlockAnalysis): BlockDetails {
  return {
    responses: findResponses(block),
    polls: findPolls(block),
    studies: findStudies(block),
    posts: findPosts(block),
    quantities: findQuantities(block),
    sums: findSums(block),
    days: findDays(block),
  };
}
