import type { OwnForm } from '@courseline/contracts';
import {
  answered,
  conceded,
  emptyOutbox,
  handedIn,
  nextDeed,
  settled,
  shownForm,
  takeUp,
  unsentCount,
  withoutOld,
  type Moment,
} from './outbox';

const at = (now: string): Moment => {
  let keys = 0;
  return {
    now: new Date(now),
    newKey: () => `01990000-0000-7000-8000-${String((keys += 1)).padStart(12, '0')}`,
  };
};
const morning = at('2026-11-17T09:00:00Z');
const begun: OwnForm = {
  id: '01990000-0000-7000-8000-0000000000bb',
  instrument: 'phq-9',
  version: 1,
  answers: Array<null>(9).fill(null),
  seen: 0,
  difficulty: null,
  showCrisisPage: false,
};
const twoAnswers = answered(
  answered(emptyOutbox, 'phq-9', { item: 1, answer: 2 }, morning),
  'phq-9',
  { item: 1, answer: 0 },
  morning,
);

describe('an outbox', () => {
  it('begins a form before its answers, sends them in a row, and hands it in last', () => {
    let outbox = handedIn(twoAnswers, ['phq-9'], morning);
    expect(unsentCount(outbox)).toBe(3);
    const begin = nextDeed(outbox);
    expect(begin).toMatchObject({ kind: 'begin', instrument: 'phq-9' });
    if (begin === null) throw new Error('there is something to do');
    outbox = settled(outbox, begin, { kind: 'begun', form: begun });
    const answers = nextDeed(outbox);
    expect(answers).toMatchObject({
      kind: 'answers',
      formId: begun.id,
      answers: [{ sequence: 1 }, { sequence: 2 }],
    });
    if (answers === null) throw new Error('there is something to do');
    const saved = { form: { ...begun, version: 3 }, handedIn: false, conflicts: [] };
    outbox = settled(outbox, answers, { kind: 'saved', saved });
    const handIn = nextDeed(outbox);
    expect(handIn).toMatchObject({ kind: 'hand-in', version: 3 });
    if (handIn === null) throw new Error('there is something to do');
    expect(nextDeed(settled(outbox, handIn, { kind: 'done' }))).toBeNull();
  });

  it('shows what was answered here over what the server has, and keeps what was answered while it was sent', () => {
    const known = takeUp(twoAnswers, 'phq-9', morning, {
      ...begun,
      answers: [null, 3, ...begun.answers.slice(2)],
      seen: 2,
    });
    expect(known.forms.map(shownForm)).toMatchObject([
      { answers: [0, 3, ...Array<null>(7).fill(null)], seen: 2 },
    ]);
    const answers = nextDeed(known);
    const later = answered(known, 'phq-9', { item: 2, answer: 1 }, morning);
    if (answers === null) throw new Error('there is something to do');
    const saved = { form: { ...begun, version: 3 }, handedIn: false, conflicts: [] };
    expect(settled(later, answers, { kind: 'saved', saved }).forms[0]?.unsent).toMatchObject([
      { sequence: 3 },
    ]);
  });

  it('waits with the hand-in until the person has said which of two answers is right', () => {
    const known = takeUp(twoAnswers, 'phq-9', morning, begun);
    const answers = nextDeed(known);
    if (answers === null) throw new Error('there is something to do');
    const conflict = { sequence: 2, item: 1, here: 0, there: 3 } as const;
    const met = settled(handedIn(known, ['phq-9'], morning), answers, {
      kind: 'saved',
      saved: { form: { ...begun, version: 3 }, handedIn: false, conflicts: [conflict] },
    });
    expect(nextDeed(met)).toBeNull();
    expect(nextDeed(conceded(met, 'phq-9', 1))).toMatchObject({ kind: 'hand-in' });
    expect(nextDeed(answered(met, 'phq-9', { item: 1, answer: 0 }, morning))).toMatchObject({
      kind: 'answers',
      answers: [{ sequence: 3, basis: 3 }],
    });
  });

  it('tells of a form that was handed in elsewhere, and asks it no more', () => {
    const due = { instrument: 'phq-9', formId: null, answered: 0, itemCount: 9, closesAt: null } as const;
    const known = { ...takeUp(twoAnswers, 'phq-9', morning, begun), asked: [due] };
    const answers = nextDeed(known);
    if (answers === null) throw new Error('there is something to do');
    const saved = {
      form: begun,
      handedIn: true,
      conflicts: [{ sequence: 1, item: 1, here: 2, there: 0 } as const],
    };
    expect(settled(known, answers, { kind: 'saved', saved })).toMatchObject({
      forms: [],
      asked: [],
      elsewhere: ['phq-9'],
    });
  });

  it('numbers answers anew for a form that takes the place of a closed one', () => {
    const known = takeUp(twoAnswers, 'phq-9', morning, begun);
    const other = takeUp(known, 'phq-9', at('2026-11-17T10:00:00Z'), {
      ...begun,
      id: '01990000-0000-7000-8000-0000000000cc',
    });
    expect(other).toMatchObject({ elsewhere: ['phq-9'], forms: [{ given: 0, unsent: [] }] });
  });

  it('keeps nothing longer than 7 days, and says so', () => {
    expect(withoutOld(twoAnswers, new Date('2026-11-24T09:00:00Z'))).toMatchObject({
      dropped: false,
      forms: [{}],
    });
    expect(withoutOld(twoAnswers, new Date('2026-11-24T09:00:01Z'))).toMatchObject({
      dropped: true,
      forms: [],
    });
  });
});
