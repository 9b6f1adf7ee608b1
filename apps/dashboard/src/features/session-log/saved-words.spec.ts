import { UnreachableError } from '../../api/problem-error';
import type { Format } from '../../ui/format-context';
import { draftQueue, reduceDraft, shownFields, type DraftQueue, type ShownField } from './draft-queue';
import { enteredBy, savedWords } from './saved-words';

const field = (by: string, byName: string): ShownField => ({ value: 1, by, byName, at: null });
const format = { time: () => '15:31' } as unknown as Format;
const say = (queue: DraftQueue) =>
  savedWords(queue, Object.values(shownFields(queue, { id: 'me', name: 'Me' })), 'me', format);

describe('who entered it', () => {
  it('names the others first, and you last', () => {
    expect(enteredBy([], 'me')).toBeNull();
    expect(enteredBy([field('me', 'Me')], 'me')).toBe('you');
    expect(enteredBy([field('me', 'Me'), field('n', 'N. Brandt'), field('n', 'N. Brandt')], 'me')).toBe(
      'N. Brandt and you',
    );
    expect(enteredBy([field('p', 'P. Ito'), field('n', 'N. Brandt'), field('me', 'Me')], 'me')).toBe(
      'N. Brandt, P. Ito and you',
    );
  });
});

describe('what is saved', () => {
  const edited = reduceDraft(draftQueue(null), { type: 'edited', changes: [{ path: 'note', value: 'a' }] });

  it('says that nothing was entered, that it is saving, and that it is saved', () => {
    expect(say(draftQueue(null)).words).toBe('nothing entered yet');
    expect(say(edited).words).toBe('saving …');
    const draft = {
      sessionId: 's',
      version: 1,
      fields: { note: { value: 'a', by: 'me', byName: 'Me', at: '2026-11-17T20:31:00Z' } },
      assessmentIds: {},
      updatedAt: '2026-11-17T20:31:00Z',
      updatedByName: 'Me',
    };
    expect(say(draftQueue(draft)).words).toBe('draft saved 15:31, you');
  });

  it('says plainly that it did not work, and that nothing is lost', () => {
    const failed = reduceDraft(reduceDraft(edited, { type: 'sent' }), {
      type: 'failed',
      failure: new UnreachableError(null),
    });
    expect(say(failed)).toEqual({
      words: expect.stringMatching(
        /^1 entry is not saved yet, and kept here\. The server cannot be reached\./,
      ) as string,
      failed: true,
    });
  });
});
