import type { CompanyInput } from '../company/company.contract.ts'

/** The day the demo company lives up to: its content is the same whenever it is made. */
export const DEMO_DAY = '2026-10-31'

/**
 * An invented firm. Its identifiers pass their checks and belong to nobody: SIRENs that begin with 1 are kept for the
 * State's own bodies, no bank has the code 99999, and the telephone numbers are those set aside for fiction.
 */
export const demoCompany = (language: 'fr' | 'en'): { company: CompanyInput; iban: string; bic: string } => ({
  company: {
    name: 'Emballages Rivelaine',
    legalForm: 'SAS',
    capital: '120 000 €',
    siren: '123456782',
    vatNumber: 'FR11123456782',
    registry: 'RCS Lyon',
    street: '14 rue des Canuts',
    postalCode: '69004',
    city: 'Lyon',
    country: 'FR',
    currency: 'EUR',
    language,
    terms: '30',
    phone: '+33 4 65 71 00 10',
    email: 'comptabilite@rivelaine.example',
    signatory: 'Hélène Marchetti',
    signatoryRole: language === 'fr' ? 'Responsable du crédit client' : 'Credit manager',
    paymentLink: 'https://paiement.example/atelier?client={customer}&montant={amount}&ref={reference}',
    accent: '#1f4e79',
  },
  iban: 'FR76 9999 9000 0101 2345 6789 012',
  bic: 'RIVLFRPPXXX',
})

/** A second account, in sterling; none in dollars, so that a letter in dollars cannot be issued until one is added. */
export const demoSterlingAccount = {
  currency: 'GBP',
  iban: 'GB33 BUKB 2020 1555 5555 55',
  bic: 'BUKBGB22XXX',
  label: '',
}
