import type { LetterLanguage } from '../kernel/contract.ts'

/** What the notice says, for a customer who reads no French. The French mention alone counts: it is a French tax paper. */
export const noticeTranslations: Record<
  Exclude<LetterLanguage, 'fr'>,
  { heading: string; text: (net: string, tax: string, count: number) => string[] }
> = {
  en: {
    heading: 'For your information, in English',
    text: (net, tax, count) => [
      count === 1
        ? 'The invoice named above has remained unpaid and the debt has become definitively irrecoverable. This notice stands as a duplicate of that invoice under article 272, 1 of the French tax code (Code général des impôts).'
        : 'The invoices named above have remained unpaid and the debts have become definitively irrecoverable. This notice stands as a duplicate of those invoices under article 272, 1 of the French tax code (Code général des impôts).',
      `Unpaid for the sum of ${net} (net price) and for the sum of ${tax} (corresponding value added tax), which cannot be deducted (article 272 of the CGI). Tax that you may have deducted on these supplies is to be paid back to the tax authority. This notice neither waives the debt nor any of our rights.`,
    ],
  },
  de: {
    heading: 'Zu Ihrer Kenntnis, auf Deutsch',
    text: (net, tax, count) => [
      count === 1
        ? 'Die oben genannte Rechnung ist unbezahlt geblieben; die Forderung ist endgültig uneinbringlich geworden. Diese Mitteilung gilt als Zweitschrift dieser Rechnung nach Artikel 272 Absatz 1 des französischen Steuergesetzbuchs (Code général des impôts).'
        : 'Die oben genannten Rechnungen sind unbezahlt geblieben; die Forderungen sind endgültig uneinbringlich geworden. Diese Mitteilung gilt als Zweitschrift dieser Rechnungen nach Artikel 272 Absatz 1 des französischen Steuergesetzbuchs (Code général des impôts).',
      `Unbezahlt in Höhe von ${net} (Nettopreis) und ${tax} (darauf entfallende Umsatzsteuer), die nicht als Vorsteuer abgezogen werden darf (Artikel 272 CGI). Dafür bereits abgezogene Steuer ist an das Finanzamt zurückzuzahlen. Diese Mitteilung bedeutet weder einen Erlass der Schuld noch einen Verzicht auf unsere Rechte.`,
    ],
  },
  es: {
    heading: 'Para su información, en español',
    text: (net, tax, count) => [
      count === 1
        ? 'La factura indicada arriba ha quedado impagada y el crédito ha pasado a ser definitivamente incobrable. Este aviso equivale a un duplicado de dicha factura conforme al artículo 272, 1 del código tributario francés (Code général des impôts).'
        : 'Las facturas indicadas arriba han quedado impagadas y los créditos han pasado a ser definitivamente incobrables. Este aviso equivale a un duplicado de dichas facturas conforme al artículo 272, 1 del código tributario francés (Code général des impôts).',
      `Impagado por importe de ${net} (precio neto) y de ${tax} (impuesto sobre el valor añadido correspondiente), que no puede ser objeto de deducción (artículo 272 del CGI). El impuesto que hubiera deducido por estas operaciones debe reintegrarse al Tesoro. Este aviso no supone condonación de la deuda ni renuncia a nuestros derechos.`,
    ],
  },
}
