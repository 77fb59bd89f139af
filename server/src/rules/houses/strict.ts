import type {HouseStyle} from './style.js';

export const strict: HouseStyle = {
  basis:
    'For a last look before publication: each rule is as grave as the gravest that any published house makes it.',
  mixes: 'gravest',
};
