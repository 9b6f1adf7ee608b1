import {
  crisisLineSchema,
  email,
  id,
  isTimeZone,
  line,
  newPassword,
  phone,
  problemCodes,
  problems,
  slug,
  timeZone,
} from './index.js';

describe('problem codes', () => {
  it.each(problemCodes)('%s has an error status and a title that is a sentence', (code) => {
    const { status, title } = problems[code];
    expect([400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 500, 503]).toContain(status);
    expect(title).toMatch(/^[A-Z].*\.$/);
  });
});

describe('identifiers', () => {
  it('takes UUIDs only in the spelling PostgreSQL prints', () => {
    const value = '0199f7a2-3c1e-7b4a-9a51-2f6f1d0c9e11';
    expect(id().parse(value)).toBe(value);
    expect(id().safeParse(value.toUpperCase()).success).toBe(false);
    expect(id().safeParse(`${value} `).success).toBe(false);
  });

  it.each(['harbour-clinic', 'a1'])('takes the clinic name %s', (value) => {
    expect(slug().safeParse(value).success).toBe(true);
  });

  it.each(['', 'a', '-a', 'A1', 'a_b', 'a/b', 'a'.repeat(64)])('refuses the clinic name "%s"', (value) => {
    expect(slug().safeParse(value).success).toBe(false);
  });
});

describe('time zones', () => {
  it.each(['UTC', 'America/New_York', 'Asia/Kolkata'])('knows %s', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['', '+01:00', 'Mars/Olympus', 'America/'])('does not know "%s"', (name) => {
    expect(timeZone().safeParse(name).success).toBe(false);
  });
});

describe('text', () => {
  it('reads two spellings of one e-mail address as one', () => {
    expect(email().parse(' Ada@Example.ORG ')).toBe('ada@example.org');
    expect(email().safeParse('ada').success).toBe(false);
  });

  it('keeps a line to one line', () => {
    expect(line(5).parse(' ab ')).toBe('ab');
    for (const wrong of ['', '   ', 'a\nb', 'a\u0000b', 'abcdef'])
      expect(line(5).safeParse(wrong).success).toBe(false);
  });

  it('takes telephone numbers with and without a country', () => {
    for (const good of ['988', '+1 (555) 010-0199', '116 123'])
      expect(phone().safeParse(good).success).toBe(true);
    for (const wrong of ['', 'call me', '12<b>']) expect(phone().safeParse(wrong).success).toBe(false);
  });

  it('wants 15 to 128 characters of a password and nothing else', () => {
    expect(newPassword().safeParse('a'.repeat(14)).success).toBe(false);
    expect(newPassword().safeParse('a'.repeat(15)).success).toBe(true);
    expect(newPassword().safeParse('a'.repeat(128)).success).toBe(true);
    expect(newPassword().safeParse('a'.repeat(129)).success).toBe(false);
  });

  it('wants a number of a crisis line', () => {
    const numberless = { name: 'Samaritans', phone: null, textTo: null, textWord: null, hours: null };
    expect(crisisLineSchema.safeParse(numberless).success).toBe(false);
    expect(crisisLineSchema.safeParse({ ...numberless, textTo: '741741' }).success).toBe(true);
  });
});
