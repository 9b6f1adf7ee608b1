import { answerChangeWords } from './answer-change-words';

describe('a change of an answer in words', () => {
  const change = { item: 9, from: 2, to: 0, secondsAfter: 4, setAside: false } as const;

  it('says from what to what and after how long', () => {
    expect(answerChangeWords(change)).toBe('changed from 2 to 0 after 4 s');
    expect(answerChangeWords({ ...change, to: null, secondsAfter: 150 })).toBe(
      'changed from 2 to declined after 3 min',
    );
  });

  it('says which answer stands where two were given', () => {
    expect(answerChangeWords({ ...change, setAside: true })).toBe(
      '0 was answered on another device after 4 s and set aside; 2 stands',
    );
  });
});
