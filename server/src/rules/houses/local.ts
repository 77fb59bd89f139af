import type {HouseStyle} from './style.js';

export const local: HouseStyle = {
  basis:
    "A relaxed house for a local desk, where officials and residents are known to the readers. Nobody's published rules; the project's own.",
};
