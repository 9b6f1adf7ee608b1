import { passwordMaximumLength, passwordMinimumLength } from '@courseline/contracts';

/** A password in the one form that is compared: two ways to type the same letter are one. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/** What a person's own password must not consist of: names of the clinic, the person, the address. */
export interface OwnWords {
  readonly words: readonly string[];
}

/**
 * Words that passwords are made of when people are in a hurry, in the forms that remain once digits and signs that
 * stand for letters are read as letters. Our own list.
 */
const commonWords = [
  'password',
  'passwort',
  'contrasena',
  'passphrase',
  'letmein',
  'welcome',
  'willkommen',
  'bienvenido',
  'administrator',
  'admin',
  'login',
  'signin',
  'secret',
  'iloveyou',
  'monkey',
  'dragon',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'superman',
  'batman',
  'master',
  'shadow',
  'whatever',
  'trustno',
  'changeme',
  'default',
  'guest',
  'user',
  'test',
  'demo',
  'clinic',
  'klinik',
  'clinica',
  'hospital',
  'doctor',
  'nurse',
  'patient',
  'ketamine',
  'ketamin',
  'esketamine',
  'spravato',
  'courseline',
  'winter',
  'spring',
  'summer',
  'autumn',
  'january',
  'february',
  'monday',
  'friday',
];

/** Rows of keyboards, the alphabet and the digits: along them, forward or back, no choice is made. */
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  'qazwsxedcrfvtgbyhnujmikolp',
];

const standIns: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** How many characters must remain once everything guessable is taken out. */
const leastOwn = 6;

/** Why a password cannot be used, in words for the person who chose it; null when it can. */
export function passwordFlaw(password: string, { words }: OwnWords): string | null {
  const normal = normalPassword(password);
  const { length } = Array.from(normal);
  if (length < passwordMinimumLength) return `At least ${passwordMinimumLength} characters.`;
  if (length > passwordMaximumLength) return `At most ${passwordMaximumLength} characters.`;
  if (isGuessable(normal, words)) {
    return 'This is easy to guess: use several words that do not belong together, none of them yours or the clinic’s.';
  }
  return null;
}

function isGuessable(password: string, words: readonly string[]): boolean {
  const plain = password.toLowerCase();
  const spelled = Array.from(plain)
    .map((character) => standIns[character] ?? character)
    .join('');
  const own = words
    .flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 4);
  return [plain, spelled].some(
    (text) => Array.from(remaining(text, [...commonWords, ...own])).length < leastOwn,
  );
}

/** What is left of a text without known words, runs along a row, and repetitions. */
function remaining(text: string, words: readonly string[]): string {
  let left = text.replaceAll(/[\s\p{P}\p{S}]+/gu, '');
  for (const word of [...words].sort((a, b) => b.length - a.length)) left = left.replaceAll(word, '');
  left = withoutRuns(left);
  // One piece over and over, as abcabcabc, is one piece.
  left = left.replaceAll(/(.{1,16}?)\1+/gu, '$1');
  return left;
}

function withoutRuns(text: string): string {
  const along = rows.flatMap((row) => [row, Array.from(row).reverse().join('')]);
  let left = '';
  for (let start = 0; start < text.length;) {
    let length = 1;
    while (
      start + length < text.length &&
      along.some((row) => row.includes(text.slice(start, start + length + 1)))
    )
      length += 1;
    if (length < 4) left += text.slice(start, start + length);
    start += length;
  }
  return left;
}
