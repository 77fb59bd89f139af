import type {HouseStyle} from './style.js';

export const ap: HouseStyle = {
  basis:
    'The Associated Press on anonymous sources and attribution: name who can be named, say in the story why somebody is not, put the attribution in the same sentence, name the source of every allegation.',
};
