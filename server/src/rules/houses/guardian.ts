import type {HouseStyle} from './style.js';

export const guardian: HouseStyle = {
  basis: "The Guardian's editorial code: as specific a description as is safe, and no unnamed attacks.",
};
