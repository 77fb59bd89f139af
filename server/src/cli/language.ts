/** What to say of a draft in another language. @param language ISO 639-1 code */
export function notEnglish(language: string): string {
  let name = language;
  try {
    name = new Intl.DisplayNames(['en'], {type: 'language'}).of(language) ?? language;
  } catch {
    // The code itself will do.
  }
  return `This draft seems to be in ${name}. Onrecord reads only English so far, so there are no findings.`;
}
