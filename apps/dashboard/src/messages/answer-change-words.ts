import type { AnswerChange } from '@courseline/contracts';

const answerWords = (answer: number | null): string => (answer === null ? 'declined' : String(answer));

/** "changed from 2 to 0 after 4 s", as staff read it. */
export function answerChangeWords({ from, to, secondsAfter, setAside }: AnswerChange): string {
  const [was, is] = [answerWords(from), answerWords(to)];
  const after = secondsAfter < 120 ? `${secondsAfter} s` : `${Math.round(secondsAfter / 60)} min`;
  return setAside
    ? `${is} was answered on another device after ${after} and set aside; ${was} stands`
    : `changed from ${was} to ${is} after ${after}`;
}
