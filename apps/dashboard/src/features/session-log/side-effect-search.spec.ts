import { findTerms } from './side-effect-search';

const labels = (text: string, taken: string[] = []) => findTerms(text, taken).map((term) => term.label);

describe('finding a side effect by a few letters', () => {
  it('puts the label that begins so first', () => {
    expect(labels('dis')[0]).toBe('Dissociation');
    expect(labels('nau')[0]).toBe('Nausea');
    expect(labels('diz')).toEqual(['Dizziness']);
  });

  it('finds it by the words patients use', () => {
    expect(labels('spin')).toContain('Vertigo');
    expect(labels('racing h')).toEqual(['Tachycardia']);
    expect(labels('float')).toEqual(['Dissociation']);
  });

  it('offers the frequent ones before anything is typed, without those noted already', () => {
    expect(labels('')).toContain('Nausea');
    expect(labels('', ['nausea'])).not.toContain('Nausea');
    expect(labels('nau', ['nausea'])).toEqual([]);
  });

  it('finds nothing for what is no term', () => {
    expect(labels('xyz')).toEqual([]);
  });
});
