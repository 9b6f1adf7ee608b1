import { postingOf } from './posting-of.js';

const failure = (fields: object): Error => Object.assign(new Error('no'), fields);

describe('what an error says of a letter', () => {
  it.each([
    ['a refusal for good', { command: 'DATA', responseCode: 554, code: 'EMESSAGE' }, 'refused'],
    ['an address nobody has', { command: 'RCPT TO', responseCode: 550, code: 'EENVELOPE' }, 'refused'],
    ['a refusal for now', { command: 'DATA', responseCode: 451, code: 'EMESSAGE' }, 'unreachable'],
    [
      'a server that is not there',
      { command: 'CONN', code: 'ESOCKET', originalCode: 'ECONNREFUSED' },
      'unreachable',
    ],
    ['a name nobody has', { command: 'CONN', code: 'EDNS' }, 'unreachable'],
    ['a wrong password', { command: 'AUTH PLAIN', code: 'EAUTH' }, 'unreachable'],
    [
      'a server that says nothing at first',
      { command: 'CONN', code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT' },
      'unreachable',
    ],
    [
      'silence after the letter',
      { command: 'CONN', code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' },
      'uncertain',
    ],
    ['a connection that broke', { command: 'CONN', code: 'ECONNECTION' }, 'uncertain'],
    ['anything else', {}, 'uncertain'],
  ])('%s', (_what, fields, posting) => {
    expect(postingOf(failure(fields))).toBe(posting);
  });

  it('is nothing where it is no error', () => {
    expect(postingOf('no')).toBe('uncertain');
  });
});
