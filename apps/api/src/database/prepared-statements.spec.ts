import { StatementNames } from './prepared-statements.js';

describe('names of prepared statements', () => {
  it('gives each statement a name of its own, the same each time', () => {
    const names = new StatementNames(10);
    const first = names.nameOf('select $1');
    expect(names.nameOf('select $2')).not.toBe(first);
    expect(names.nameOf('select $1')).toBe(first);
  });

  it('lets further statements go without when there are too many, and keeps the known', () => {
    const names = new StatementNames(2);
    const first = names.nameOf('select $1');
    names.nameOf('select $2');
    expect(names.nameOf('select $3')).toBeUndefined();
    expect(names.nameOf('select $1')).toBe(first);
  });
});
