import assert from 'node:assert/strict';
import {draftLanguage} from '../../../server/src/draft/language.js';
import {parseDraft} from '../../../server/src/draft/parse.js';

const english =
  'The harbour authority said on Monday that it would reopen the eastern basin to ferries by the end of the month, after divers found no further damage to the wall. Traders on the quay, who have lost a fifth of their income since spring, said they had heard such promises before.';
const french =
  'La mairie a annoncé lundi que la piscine municipale resterait fermée tout l’hiver, faute de crédits pour réparer la toiture. Les parents d’élèves, qui demandent depuis des mois une réunion publique, ont déploré une décision prise sans eux et promis de saisir le tribunal administratif.';
const german =
  'Der Stadtrat hat am Dienstag beschlossen, die Brücke über den Kanal bis zum Frühjahr für Lastwagen zu sperren. Nach Angaben der Verwaltung sind die Lager stärker beschädigt als bisher angenommen. Die Händler in der Altstadt befürchten, dass die Kundschaft nun ausbleibt.';
const of = (text: string) => draftLanguage(parseDraft(text, 'text'));

describe('language of a draft', () => {
  it('knows English', () => assert.deepEqual(of(english), {language: 'en', english: true, sure: true}));

  it('knows other languages', () => {
    assert.deepEqual(of(french), {language: 'fr', english: false, sure: true});
    assert.deepEqual(of(german), {language: 'de', english: false, sure: true});
  });

  it('takes too little text for English', () => {
    assert.equal(of('').english, true);
    assert.equal(of('La mairie a annoncé lundi.').english, true);
    assert.equal(of('1 2 3 4 5 '.repeat(200)).english, true);
  });

  it('takes English copy with a long foreign quotation for English', () => {
    const paragraphs = [
      english,
      english.replace('Monday', 'Friday'),
      `“${french}”`,
      english.replace('ferries', 'yachts'),
      english,
      english,
      english,
    ];
    assert.equal(of(paragraphs.join('\n\n')).english, true);
  });

  it('takes names of another country in English copy for English', () => {
    assert.equal(
      of(
        'Petra Nováková, the mayor of Žďár nad Sázavou, told reporters that Jiří Dvořák and Lucie Černá had left the council after the vote in Brno. The regional court in Jihlava said it would hear the case of Tomáš Kučera in March, and that Zdeněk Růžička would preside over it.',
      ).english,
      true,
    );
  });

  it('remembers the answer between keystrokes and asks again when the copy is replaced', () => {
    const first = parseDraft(`${english}\n\n${english}\n\n${english}`, 'text');
    const answer = draftLanguage(first);
    const second = parseDraft(`${first.text} A`, 'text', first);
    assert.equal(draftLanguage(second, first), answer);
    const third = parseDraft(french, 'text', second);
    assert.equal(draftLanguage(third, second).language, 'fr');
  });
});
