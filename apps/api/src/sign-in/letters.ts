import type { Letter } from '../letters/letter.js';

export interface LinkLetter {
  readonly to: string;
  readonly name: string;
  /** Null when the person asked for it themselves. */
  readonly clinicName: string | null;
  readonly url: string;
  readonly hours: number;
  /** A language and region such as `es-ES`; English where we do not write the language. */
  readonly locale: string;
}

/** Invites somebody to a clinic. Says nothing of why: a letter can be read by others. */
export function invitationLetter({ to, name, clinicName, url, hours, locale }: LinkLetter): Letter {
  const clinic = clinicName ?? 'Courseline';
  if (isSpanish(locale)) {
    return {
      to,
      subject: `Su acceso a ${clinic}`,
      text: `Hola, ${name}:\n\n${clinic} le invita a Courseline. Con este enlace elige su contraseña; sirve una vez, durante ${hours} horas:\n\n${url}\n\nSi no esperaba este mensaje, no haga nada.\n`,
    };
  }
  return {
    to,
    subject: `Your access to ${clinic}`,
    text: `Hello ${name},\n\n${clinic} invites you to Courseline. This link lets you in; it works once, for ${hours} hours:\n\n${url}\n\nIf you did not expect this message, you need do nothing.\n`,
  };
}

/** Lets somebody choose a new password. */
export function resetLetter({ to, name, url, hours, locale }: LinkLetter): Letter {
  if (isSpanish(locale)) {
    return {
      to,
      subject: 'Elegir una contraseña nueva',
      text: `Hola, ${name}:\n\nCon este enlace elige una contraseña nueva para Courseline; sirve una vez, durante ${hours} horas:\n\n${url}\n\nSi no lo ha pedido, no haga nada: su contraseña sigue siendo la misma.\n`,
    };
  }
  return {
    to,
    subject: 'Choose a new password',
    text: `Hello ${name},\n\nThis link lets you choose a new password for Courseline; it works once, for ${hours} hours:\n\n${url}\n\nIf you did not ask for it, you need do nothing: your password stays as it is.\n`,
  };
}

function isSpanish(locale: string): boolean {
  return locale.startsWith('es');
}
