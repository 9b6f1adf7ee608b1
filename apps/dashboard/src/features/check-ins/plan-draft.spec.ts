import { defaultMoments } from '../../testing/check-ins-builder';
import { anchorOptions, askable, faultsOf, newMoment, withAnchorKind } from './plan-draft';

describe('a plan while it is edited', () => {
  it('is without fault as it comes, with a new moment, and with a moment hung on anything', () => {
    const moments = defaultMoments();
    expect(faultsOf(moments)).toEqual(new Map());
    const more = [...moments, newMoment(moments)];
    expect(faultsOf(more)).toEqual(new Map());
    for (const { value } of anchorOptions)
      expect(faultsOf([withAnchorKind(newMoment([]), value)])).toEqual(new Map());
  });

  it('says by moment what keeps it from being saved', () => {
    const [first, ...others] = defaultMoments();
    if (first === undefined) throw new Error('the default plan has moments');
    const faults = faultsOf([{ ...first, label: ' ', instruments: [] }, ...others]);
    expect(faults.get(0)).toEqual(['Nothing is asked.', 'Name the moment.']);
    expect(faults.size).toBe(1);
  });

  it('offers only what patients are asked', () => {
    expect(askable.map(({ id }) => id)).toEqual(['phq-9', 'gad-7', 'pcl-5', 'phq-4', 'right-now']);
  });
});
