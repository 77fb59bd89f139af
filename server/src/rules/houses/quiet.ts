import type {HouseStyle} from './style.js';

export const quiet: HouseStyle = {
  basis:
    'For sections that want only the faults that no house lets pass: a rule counts only where every published house gives it at least a warning.',
  mixes: 'mildest',
  least: 'warning',
};
