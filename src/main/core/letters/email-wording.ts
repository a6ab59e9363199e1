import type { Language } from '../kernel/contract.ts'

/** What stands in the message that carries a letter: one for reminders, one for formal notices. */
export const emailWordingKeys = ['email-reminder', 'email-formal'] as const
export type EmailWordingKey = (typeof emailWordingKeys)[number]

export const isEmailKey = (key: string): key is EmailWordingKey => (emailWordingKeys as readonly string[]).includes(key)

const signatureFr = `Cordialement,

{% if company.signatory != "" %}{{ company.signatory }}
{% endif %}{{ company.name }}{% if company.phone != "" %}
{{ company.phone }}{% endif %}`
const copiesFr =
  '{% if invoiceCopies == 1 %} Une copie de la facture est jointe à ce message.{% elsif invoiceCopies > 1 %} Les copies de {{ invoiceCopies }} factures sont jointes à ce message.{% endif %}'
const closingEn = `Kind regards,

{% if company.signatory != "" %}{{ company.signatory }}
{% endif %}{{ company.name }}{% if company.phone != "" %}
{{ company.phone }}{% endif %}`
const copiesEn =
  '{% if invoiceCopies == 1 %} A copy of the invoice is attached to this message.{% elsif invoiceCopies > 1 %} Copies of {{ invoiceCopies }} invoices are attached to this message.{% endif %}'

/** The wordings of messages shipped with the program; users edit their own copy. */
export const emailWordings: Record<Language, Record<EmailWordingKey, { subject: string; body: string }>> = {
  fr: {
    'email-reminder': {
      subject:
        '{{ company.name }} : {% if invoiceCount == 1 %}facture {{ invoices }} échue le {{ oldestDue }}{% else %}{{ invoiceCount }} factures échues{% endif %}, {{ total }} à régler',
      body: `Madame, Monsieur,

Vous trouverez ci-joint notre lettre du {{ today }}, référence {{ reference }}, au sujet de {% if invoiceCount == 1 %}la facture {{ invoices }}, échue le {{ oldestDue }}{% else %}{{ invoiceCount }} factures échues, dont elle donne le relevé{% endif %}.${copiesFr}

La somme à régler s’élève à {{ total }}{% if deadline != "" %}, au plus tard le {{ deadline }}{% endif %}. Le compte à créditer et la référence à rappeler figurent sur la lettre.

Si une difficulté ou une contestation s’oppose au règlement, répondez simplement à ce message : nous la traiterons sans délai. Si votre règlement est parti entre-temps, veuillez ne pas tenir compte de cet envoi.

${signatureFr}`,
    },
    'email-formal': {
      subject: '{{ company.name }} : mise en demeure de payer la somme de {{ total }}, référence {{ reference }}',
      body: `Madame, Monsieur,

Vous trouverez ci-joint notre mise en demeure du {{ today }}, référence {{ reference }}, portant sur {% if invoiceCount == 1 %}la facture {{ invoices }}{% else %}{{ invoiceCount }} factures{% endif %} : {{ total }} à régler{% if deadline != "" %} au plus tard le {{ deadline }}{% else %} dès réception{% endif %}.${copiesFr}

Si vous rencontrez une difficulté ou contestez tout ou partie de cette somme, faites-nous-en part par écrit dans le même délai, en répondant à ce message.

${signatureFr}`,
    },
  },
  en: {
    'email-reminder': {
      subject:
        '{{ company.name }}: {% if invoiceCount == 1 %}invoice {{ invoices }} due on {{ oldestDue }}{% else %}{{ invoiceCount }} overdue invoices{% endif %}, {{ total }} to be paid',
      body: `Dear Sir or Madam,

Please find enclosed our letter of {{ today }}, reference {{ reference }}, about {% if invoiceCount == 1 %}invoice {{ invoices }}, which fell due on {{ oldestDue }}{% else %}{{ invoiceCount }} overdue invoices, listed in it{% endif %}.${copiesEn}

The amount to be paid is {{ total }}{% if deadline != "" %}, by {{ deadline }} at the latest{% endif %}. The account to credit and the reference to quote are in the letter.

If a difficulty or a dispute stands in the way of payment, simply reply to this message: we will deal with it without delay. If you have paid in the meantime, please disregard it.

${closingEn}`,
    },
    'email-formal': {
      subject: '{{ company.name }}: formal notice to pay the sum of {{ total }}, reference {{ reference }}',
      body: `Dear Sir or Madam,

Please find enclosed our formal notice of {{ today }}, reference {{ reference }}, concerning {% if invoiceCount == 1 %}invoice {{ invoices }}{% else %}{{ invoiceCount }} invoices{% endif %}: {{ total }} to be paid{% if deadline != "" %} by {{ deadline }} at the latest{% else %} on receipt{% endif %}.${copiesEn}

If you face a difficulty or dispute all or part of this amount, please tell us in writing within the same time by replying to this message.

${closingEn}`,
    },
  },
}
