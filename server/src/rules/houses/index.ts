import type {House} from '../severity.js';
import {afp} from './afp.js';
import {ap} from './ap.js';
import {bbc} from './bbc.js';
import {guardian} from './guardian.js';
import {local} from './local.js';
import {npr} from './npr.js';
import {quiet} from './quiet.js';
import {reuters} from './reuters.js';
import {strict} from './strict.js';
import type {HouseStyle} from './style.js';

/** Every house style, one file each. */
export const houseStyles: Readonly<Record<House, HouseStyle>> = {
  ap,
  reuters,
  afp,
  bbc,
  npr,
  guardian,
  local,
  strict,
  quiet,
};
