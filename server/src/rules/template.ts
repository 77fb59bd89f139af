import type {Template} from './rule.js';

/** Whether a person must fill something in. */
export function hasHoles(template: Template): boolean {
  return template.some((part) => typeof part !== 'string');
}

/** A template as plain words, its holes in square brackets. */
export function plain(template: Template): string {
  return template
    .map((part) => (typeof part === 'string' ? part : part.hole === '' ? '' : `[${part.hole}]`))
    .join('');
}
