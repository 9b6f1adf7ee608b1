import { normalPassword, passwordFlaw } from './password-rules.js';

const own = { words: ['Harbour Clinic', 'Miriam Okonkwo', 'miriam.okonkwo@harbour.example'] };

describe('a password', () => {
  it.each([
    'copper lantern walks slowly',
    'Yesterday the gulls ate 3 chips',
    'vexing-otter-plaid-summit',
    'gRz7#kPq2!vLm9x&',
    'три зелёных чайника поют',
  ])('may be %s', (password) => {
    expect(passwordFlaw(password, own)).toBeNull();
  });

  it('counts characters, not their parts', () => {
    expect(passwordFlaw('🦊🐙🌵🎈🧭🪁🍋', own)).toMatch(/At least 15/);
    expect(passwordFlaw('short one here', own)).toMatch(/At least 15/);
    expect(passwordFlaw(`${'vexing otter plaid summit '.repeat(5)}x`, own)).toMatch(/At most 128/);
  });

  it.each([
    'passwordpassword',
    'P@ssw0rdP@ssw0rd1!',
    'password123456789',
    '123456789012345',
    'qwertyuiopasdfghjkl',
    'aaaaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'letmein-letmein-2026',
    'KetamineClinic2026!',
    'Welcome to the clinic',
    'harbourclinic2026',
    'MiriamOkonkwo12345',
    'okonkwo harbour miriam',
  ])('must not be %s', (password) => {
    expect(passwordFlaw(password, own)).toMatch(/easy to guess/);
  });

  it('is the same however its letters were typed', () => {
    expect(normalPassword('cafe\u0301 ﬁlm')).toBe(normalPassword('café film'));
  });
});
