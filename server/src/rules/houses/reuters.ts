import type {HouseStyle} from './style.js';

export const reuters: HouseStyle = {
  basis:
    'The Reuters handbook on sourcing and accuracy: source every statement that is not witnessed or public record, identify speakers early, keep quotations of different people apart, never make one source sound like several.',
};
