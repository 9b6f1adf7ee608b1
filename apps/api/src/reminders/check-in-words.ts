import type { Written } from '../letters/letter-writers.js';

export interface CheckInLetter {
  readonly clinicName: string;
  /** A language and region such as `es-ES`; English where we do not write the language. */
  readonly locale: string;
  readonly url: string;
  readonly hours: number;
}

/**
 * Asks somebody to answer. Says neither what is asked nor why, and not whom it is to: a letter is read on locked
 * screens and in shared mailboxes.
 */
export function checkInLetter({ clinicName, locale, url, hours }: CheckInLetter): Written {
  if (locale.startsWith('es')) {
    return {
      subject: `Unas preguntas de ${clinicName}`,
      text: `Hola:\n\n${clinicName} tiene unas preguntas para usted. Este enlace las abre sin contraseña; sirve una vez, durante ${hours} horas:\n\n${url}\n\nEl enlace es solo para usted: no lo reenvíe. Este buzón no se lee; si necesita ayuda, llame a la clínica.\n`,
    };
  }
  return {
    subject: `A few questions from ${clinicName}`,
    text: `Hello,\n\n${clinicName} has a few questions for you. This link opens them without a password; it works once, for ${hours} hours:\n\n${url}\n\nThe link is for you alone: please do not pass it on. Nobody reads replies to this message; if you need help, call the clinic.\n`,
  };
}

/** The same as a text message. */
export function checkInText({ clinicName, locale, url }: CheckInLetter): string {
  return locale.startsWith('es')
    ? `${clinicName}: unas preguntas para usted: ${url}`
    : `${clinicName}: a few questions for you: ${url}`;
}
