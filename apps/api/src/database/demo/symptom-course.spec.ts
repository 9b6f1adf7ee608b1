import { Random } from './random.js';
import { aSymptomCourse, levelOn, withTurn, type Shape, type SymptomCourse } from './symptom-course.js';

function aCourseOf(shape: Shape): SymptomCourse {
  for (let seed = 0; ; seed += 1) {
    const course = aSymptomCourse(new Random(`shape ${seed}`), 'ketamine');
    if (course.shape === shape) return course;
  }
}

describe('how symptoms go', () => {
  it('starts at the whole baseline', () => {
    const course = aCourseOf('fast');
    expect(levelOn(course, -5)).toBe(1);
    expect(levelOn(course, 0)).toBe(1);
  });

  it('falls to half within a week in fast responders, and only after two in late ones', () => {
    expect(levelOn(aCourseOf('fast'), 8)).toBeLessThan(0.6);
    const late = aCourseOf('late');
    expect(levelOn(late, 14)).toBeGreaterThan(0.95);
    expect(levelOn(late, 45)).toBeLessThan(0.6);
  });

  it('hardly moves in non-responders and rises where it gets worse', () => {
    expect(levelOn(aCourseOf('none'), 40)).toBeGreaterThan(0.75);
    expect(levelOn(aCourseOf('worse'), 40)).toBeGreaterThan(1.05);
  });

  it('rises in a relapse and falls again with boosters', () => {
    const relapsed = withTurn(aCourseOf('fast'), { day: 90, to: 0.9, overDays: 20 });
    expect(levelOn(relapsed, 89)).toBeLessThan(0.5);
    expect(levelOn(relapsed, 120)).toBeCloseTo(0.9);
    const helped = withTurn(relapsed, { day: 130, to: 0.3, overDays: 14 });
    expect(levelOn(helped, 150)).toBeCloseTo(0.3);
  });
});
