import type {HouseStyle} from './style.js';

export const bbc: HouseStyle = {
  basis:
    "The BBC's editorial guidelines: what cannot be corroborated is attributed, sources are normally named with their credentials, and a single unnamed source is the exception.",
};
