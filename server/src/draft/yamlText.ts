/** Deeper nesting than this is refused unread. */
const deepest = 50;

/** Brackets nested, or indentation stepped, deeper than anyone means: the YAML parser recurses into both. */
export function tooDeep(yaml: string): boolean {
  let depth = 0;
  let dashes = 0;
  let lineStart = true;
  for (let i = 0; i < yaml.length; i++) {
    const code = yaml.charCodeAt(i);
    if (code === 10 || code === 13) {
      lineStart = true;
      dashes = 0;
      continue;
    }
    if (code === 91 || code === 123) depth++;
    else if ((code === 93 || code === 125) && depth > 0) depth--;
    if (lineStart && (code === 45 || code === 63 || code === 58)) dashes++;
    else if (code !== 32 && code !== 9) lineStart = false;
    else if (lineStart) dashes += 0.5;
    if (depth > deepest || dashes > deepest * 2) return true;
  }
  return false;
}

/** The YAML parser's message, first line, with one full stop. */
export function plainMessage(message: string): string {
  const line = message.split('\n')[0] ?? '';
  return `${line.replace(/ at line \d+.*$/, '').replace(/[.:\s]+$/, '')}.`;
}
