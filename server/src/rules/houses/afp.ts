import type {HouseStyle} from './style.js';

export const afp: HouseStyle = {
  basis:
    "Agence France-Presse's principles of sourcing of 2024: the source stands in the lead of urgent copy, and reports of deaths and of conflict say who counts.",
};
