import { routeDefinition, routes } from './routes.js';
import { findSideEffectTerm, sideEffectTerms } from './side-effects.js';
import { isPreDosePressureHigh } from './vitals-rules.js';

describe('before the dose', () => {
  it('fires above 140 or above 90, not at 140/90', () => {
    expect(isPreDosePressureHigh(140, 90)).toBe(false);
    expect(isPreDosePressureHigh(141, 80)).toBe(true);
    expect(isPreDosePressureHigh(120, 91)).toBe(true);
  });
});

describe('side-effect terms', () => {
  it('have codes of the shape the database holds, each once', () => {
    const codes = sideEffectTerms.map((each) => each.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z][a-z0-9_]{1,40}$/);
  });

  it('carry the published rates of the esketamine trials', () => {
    expect(findSideEffectTerm('dissociation')?.published).toEqual({ esketamine: 0.41, placebo: 0.09 });
    expect(findSideEffectTerm('nausea')?.published).toEqual({ esketamine: 0.28, placebo: 0.09 });
    expect(findSideEffectTerm('unheard_of')).toBeNull();
  });

  it('leave to staff what only staff observe', () => {
    expect(findSideEffectTerm('bp_increase')?.patientWording).toBeNull();
  });
});

it('every route has its own mark', () => {
  expect(new Set(routes.map((route) => routeDefinition(route).mark)).size).toBe(routes.length);
});
