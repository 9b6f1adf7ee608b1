import { useEffect, type ReactNode } from 'react';
import { FormatProvider, useFormat } from '../../ui/format-context';
import { useMessages } from '../../messages/patient-messages';

/** A part of the product that patients read: the page says which language it is in, and dates follow it. */
export function PatientLanguage({ children }: { readonly children: ReactNode }) {
  const { language } = useMessages();
  const { locale, timeZone, now } = useFormat();
  useEffect(() => {
    document.documentElement.lang = language;
    return () => {
      document.documentElement.lang = 'en';
    };
  }, [language]);
  return (
    <FormatProvider locale={localeFor(language, locale)} timeZone={timeZone} now={now}>
      {children}
    </FormatProvider>
  );
}

/** The reader's language with the clinic's country: how the date and the clock are written there. */
export function localeFor(language: string, clinicLocale: string): string {
  const clinic = new Intl.Locale(clinicLocale);
  if (clinic.language === language) return clinicLocale;
  return clinic.region === undefined ? language : `${language}-${clinic.region}`;
}
