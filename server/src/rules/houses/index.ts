import type {AnyHouse, House} from '../severity.js';
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

/** Option values of a rule that a house sets otherwise than the rule itself. */
export const houseOptions = (house: AnyHouse, rule: string): Readonly<Record<string, unknown>> | undefined =>
  typeof house === 'string'
    ? houseStyles[house].options?.[rule]
    : {...houseOptions(house.base, rule), ...house.rules[rule]?.options};
