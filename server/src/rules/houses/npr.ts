import type {HouseStyle} from './style.js';

export const npr: HouseStyle = {
  basis:
    "NPR's ethics handbook: “officials say” and “reportedly” are never enough, listeners hear how a source knows, and it is said who was asked to respond, and how.",
};
