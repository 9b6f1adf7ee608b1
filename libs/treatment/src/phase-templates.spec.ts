import { esketamineTemplates, ketamineTemplates, phaseTemplates } from './phase-templates.js';
import { seriesDays } from './session-series.js';

describe('phase templates', () => {
  it('offers the plan of the labelling for esketamine and the plans of studies for ketamine', () => {
    expect(phaseTemplates('esketamine')).toBe(esketamineTemplates);
    expect(phaseTemplates('ketamine')).toBe(ketamineTemplates);
  });

  it.each([
    ['induction-6-twice', 21],
    ['induction-6-thrice', 14],
    ['induction-8-twice', 28],
  ])('%s gives its doses within %i days', (id, days) => {
    const phase = ketamineTemplates.find((template) => template.id === id)?.phases[0];
    const series = seriesDays({
      firstDay: '2026-11-02',
      count: phase?.plannedSessions ?? 0,
      intervalDays: phase?.intervalDays ?? 0,
      closedWeekdays: [],
    });
    const last = series.at(-1) ?? '';
    expect((Date.parse(last) - Date.parse('2026-11-02')) / 86_400_000).toBeLessThan(days);
  });

  it('says where each plan was used', () => {
    for (const template of [...ketamineTemplates, ...esketamineTemplates])
      expect(template.source.length).toBeGreaterThan(10);
  });
});
