import type { SessionDraftValues } from '@courseline/contracts';
import { hindranceOf } from './hand-over-rule.js';

type Values = Pick<SessionDraftValues, 'plain' | 'vitals'>;

const dosed: Values['plain'] = { 'started-at': '2026-03-02T14:30:00.000Z' };

describe('whether a tablet may be handed over', () => {
  it('may before the dose, with or without vitals', () => {
    expect(hindranceOf({ plain: {}, vitals: {} })).toBeNull();
    expect(hindranceOf({ plain: {}, vitals: { before: { systolic: 120, diastolic: 80 } } })).toBeNull();
  });

  it('may not after the dose where nobody has looked', () => {
    expect(hindranceOf({ plain: dosed, vitals: {} })).toBe('not-looked-at-since-dose');
    expect(
      hindranceOf({
        plain: { dose: { givenMg: 40, asOrdered: true } },
        vitals: { before: { sedation: 5, dissociation: 0 } },
      }),
    ).toBe('not-looked-at-since-dose');
    expect(hindranceOf({ plain: dosed, vitals: { end: { sedation: 5 } } })).toBe('not-looked-at-since-dose');
  });

  it.each([
    ['sedated', { sedation: 4, dissociation: 0 }],
    ['dissociated', { sedation: 5, dissociation: 1 }],
  ] as const)('may not while the patient is %s', (hindrance, row) => {
    expect(hindranceOf({ plain: dosed, vitals: { 'at-40-minutes': row } })).toBe(hindrance);
  });

  it('may again once the last readings say so', () => {
    expect(
      hindranceOf({
        plain: dosed,
        vitals: {
          'at-40-minutes': { sedation: 3, dissociation: 7 },
          end: { sedation: 5, dissociation: 0 },
        },
      }),
    ).toBeNull();
  });

  it('goes by the times where the rows have them, not by where they stand', () => {
    expect(
      hindranceOf({
        plain: dosed,
        vitals: {
          end: { at: '2026-03-02T15:00:00.000Z', sedation: 5, dissociation: 0 },
          'other-1': { at: '2026-03-02T15:30:00.000Z', sedation: 4, dissociation: 0 },
        },
      }),
    ).toBe('sedated');
  });
});
