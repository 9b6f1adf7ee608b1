import { sideEffectTerms } from '@courseline/treatment';
import { en } from './en';
import { es } from './es';
import { chooseLanguage, currentLanguage, messagesIn } from './patient-messages';

const leaves = (node: object, path = ''): [string, string][] =>
  Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value as object, `${path}${key}.`),
  );
const holes = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('the messages for patients', () => {
  it('have the same keys and the same places to fill in, in each language', () => {
    const spanish = new Map(leaves(es));
    expect([...spanish.keys()]).toEqual(leaves(en).map(([key]) => key));
    for (const [key, text] of leaves(en)) {
      expect([key, holes(spanish.get(key) ?? '')]).toEqual([key, holes(text)]);
    }
  });

  it('have a name for each side effect there is, in English that of the catalogue', () => {
    expect(Object.keys(en.noticed).sort()).toEqual(sideEffectTerms.map(({ code }) => code).sort());
    for (const { code, patientWording } of sideEffectTerms) {
      if (patientWording !== null) expect(new Map(leaves(en.noticed)).get(code)).toBe(patientWording);
    }
  });

  it('say numbers as each language does', () => {
    expect(messagesIn('en')('own.moreSessions', { count: 1 })).toBe('1 more session');
    expect(messagesIn('es')('own.moreSessions', { count: 2 })).toBe('2 sesiones más');
    expect(messagesIn('es')('checkIn.progressLabel', { at: 12, of: 21 })).toBe('Pregunta 12 de 21');
  });

  it('are in the language that was chosen, else in the browser’s', () => {
    expect(currentLanguage()).toBe('en');
    jest.spyOn(navigator, 'languages', 'get').mockReturnValue(['pt-BR', 'es-MX', 'en-US']);
    expect(currentLanguage()).toBe('es');
    chooseLanguage('en');
    expect(currentLanguage()).toBe('en');
    jest.restoreAllMocks();
  });
});
