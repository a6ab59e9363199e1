import type { Language } from '../kernel/contract.ts'
import { formatPercent } from '../kernel/format.ts'
import { creditWordingKeys, creditWordings, isCreditKey } from './credit-wording.ts'
import { emailWordingKeys, emailWordings, isEmailKey } from './email-wording.ts'
import type { WordingKind } from './wording.fields.ts'

/** One wording per step of French amicable recovery, from the check of receipt to the formal notice. */
export const reminderWordingKeys = ['courtesy', 'reminder', 'firm', 'formal'] as const
type ReminderWordingKey = (typeof reminderWordingKeys)[number]

export const wordingKeys = [...reminderWordingKeys, ...emailWordingKeys, ...creditWordingKeys] as const
export type WordingKey = (typeof wordingKeys)[number]

/** What the letter of a wording is about. */
export const kindOfWording = (key: string): WordingKind =>
  isCreditKey(key) ? 'credit' : isEmailKey(key) ? 'email' : 'reminder'

type Wording = { subject: string; body: string }

/** The wording shipped with the program; users edit their own copy. */
export const defaultWording = (key: WordingKey, language: Language): Wording =>
  isCreditKey(key)
    ? creditWordings[language][key]
    : isEmailKey(key)
      ? emailWordings[language][key]
      : WORDINGS[language][key]

const WORDINGS: Record<Language, Record<ReminderWordingKey, Wording>> = {
  fr: {
    courtesy: {
      subject:
        'Bonne réception de {% if invoiceCount == 1 %}notre facture {{ invoices }}{% else %}nos {{ invoiceCount }} factures{% endif %}',
      body: `Madame, Monsieur,

Sauf erreur ou omission de notre part, nous n’avons pas encore reçu le règlement {% if invoiceCount == 1 %}de la facture ci-dessous, échue le {{ oldestDue }}{% else %}des factures ci-dessous, dont la plus ancienne est échue le {{ oldestDue }}{% endif %}, pour un total de {{ total }}.

Pourriez-vous nous confirmer que {% if invoiceCount == 1 %}cette facture vous est bien parvenue, qu’elle est validée{% else %}ces factures vous sont bien parvenues, qu’elles sont validées{% endif %} dans vos services et nous indiquer la date de règlement prévue ? Si un élément vous manque, bon de livraison ou duplicata, nous vous l’adressons aussitôt.

Si votre règlement est parti entre-temps, nous vous remercions de ne pas tenir compte de ce message.

Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.`,
    },
    reminder: {
      subject:
        'Relance pour {% if invoiceCount == 1 %}la facture {{ invoices }}, échue le {{ oldestDue }}{% else %}{{ invoiceCount }} factures échues{% endif %}',
      body: `Madame, Monsieur,

{% if previousLetters.size > 0 %}Malgré notre précédent message{% else %}Sauf erreur ou omission de notre part{% endif %}, {% if invoiceCount == 1 %}la facture ci-dessous, échue le {{ oldestDue }}, reste impayée{% else %}les factures ci-dessous, dont la plus ancienne est échue le {{ oldestDue }}, restent impayées{% endif %} à ce jour, pour un total de {{ total }}.

Nous vous remercions de procéder à {% if invoiceCount == 1 %}son{% else %}leur{% endif %} règlement par retour, ou de nous communiquer la date à laquelle il interviendra. Si une difficulté ou une contestation s’y oppose, merci de nous en préciser le motif par écrit afin que nous puissions la traiter sans délai.

Si votre règlement nous est parvenu entre-temps, veuillez considérer cette relance comme sans objet.

Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.`,
    },
    firm: {
      subject:
        'Dernière relance avant mise en demeure, {{ total }} à régler{% if deadline != "" %} au plus tard le {{ deadline }}{% endif %}',
      body: `Madame, Monsieur,

{% if previousLetters.size == 1 %}Notre relance du {{ previousLetters[0].date }} est restée sans effet. {% elsif previousLetters.size > 1 %}Nos relances {% for letter in previousLetters %}{% if forloop.first %}du {% elsif forloop.last %} et du {% else %}, du {% endif %}{{ letter.date }}{% endfor %} sont restées sans effet. {% endif %}{% if invoiceCount == 1 %}La facture ci-dessous demeure impayée{% else %}Les {{ invoiceCount }} factures ci-dessous demeurent impayées{% endif %} : vous restez nous devoir {{ principal }} en principal.

Conformément à l’article L. 441-10 du Code de commerce, s’y ajoutent de plein droit les pénalités de retard, soit {{ interest }} à ce jour, et l’indemnité forfaitaire pour frais de recouvrement de 40 € par facture, soit {{ indemnities }}. La somme à régler s’élève donc à {{ total }}.

{% if deadline != "" %}Nous vous demandons de la régler au plus tard le {{ deadline }}. {% endif %}À défaut, nous suspendrons nos livraisons et nos conditions de paiement, et nous vous adresserons une mise en demeure. Si vous contestez tout ou partie de cette somme, merci de nous en indiquer le motif par écrit dans le même délai.

Si votre règlement nous est parvenu entre-temps, veuillez ne pas tenir compte de ce courrier.

Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.`,
    },
    formal: {
      subject: 'Mise en demeure de payer la somme de {{ total }}',
      body: `Madame, Monsieur,

Vous restez nous devoir, au titre {% if invoiceCount == 1 %}de la facture détaillée{% else %}des {{ invoiceCount }} factures détaillées{% endif %} ci-dessous, la somme de {{ principal }} en principal, {% if invoiceCount == 1 %}exigible depuis le {{ oldestDue }}{% else %}dont la plus ancienne échéance remonte au {{ oldestDue }}{% endif %}.{% if previousLetters.size == 1 %} Notre courrier du {{ previousLetters[0].date }} est demeuré sans effet.{% elsif previousLetters.size > 1 %} Nos courriers {% for letter in previousLetters %}{% if forloop.first %}du {% elsif forloop.last %} et du {% else %}, du {% endif %}{{ letter.date }}{% endfor %} sont demeurés sans effet.{% endif %}

À ce principal s’ajoutent, conformément aux articles L. 441-10 II et D. 441-5 du Code de commerce, les pénalités de retard arrêtées à ce jour à {{ interest }} et l’indemnité forfaitaire pour frais de recouvrement de 40 € par facture, soit {{ indemnities }}. Les pénalités continuent de courir jusqu’au complet paiement.

En conséquence, nous vous mettons en demeure, au sens des articles 1344 et suivants du Code civil, de nous payer la somme de {{ total }}{% if deadline != "" %} au plus tard le {{ deadline }}{% else %} dès réception de la présente{% endif %}, par virement sur le compte indiqué ci-dessous.

À défaut de paiement dans ce délai, nous saisirons sans autre avis la juridiction compétente pour obtenir votre condamnation au paiement de cette somme, des intérêts moratoires (articles 1231-6 et 1344-1 du Code civil) et des frais de procédure. Nous nous réservons également de vous retirer tout délai de paiement, de suspendre nos livraisons et, le cas échéant, de mettre en œuvre notre réserve de propriété.

Nous demeurons disposés à un règlement amiable : si vous rencontrez une difficulté ou contestez tout ou partie de cette créance, faites-nous-en part par écrit dans le même délai, pièces à l’appui.

Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.`,
    },
  },
  en: {
    courtesy: {
      subject:
        'Receipt of {% if invoiceCount == 1 %}our invoice {{ invoices }}{% else %}our {{ invoiceCount }} invoices{% endif %}',
      body: `Dear Sir or Madam,

Unless we are mistaken, we have not yet received payment of {% if invoiceCount == 1 %}the invoice below, which fell due on {{ oldestDue }}{% else %}the invoices below, the oldest of which fell due on {{ oldestDue }}{% endif %}, for a total of {{ total }}.

Could you please confirm that {% if invoiceCount == 1 %}it has reached you and is approved{% else %}they have reached you and are approved{% endif %}, and tell us on which day payment is planned? If you are missing a document, such as a delivery note or a copy, we will send it at once.

If you have paid in the meantime, please disregard this message.

Yours faithfully,`,
    },
    reminder: {
      subject:
        'Reminder for {% if invoiceCount == 1 %}invoice {{ invoices }}, due on {{ oldestDue }}{% else %}{{ invoiceCount }} overdue invoices{% endif %}',
      body: `Dear Sir or Madam,

{% if previousLetters.size > 0 %}Despite our previous message{% else %}Unless we are mistaken{% endif %}, {% if invoiceCount == 1 %}the invoice below, due on {{ oldestDue }}, remains unpaid{% else %}the invoices below, the oldest of which was due on {{ oldestDue }}, remain unpaid{% endif %}, for a total of {{ total }}.

Please arrange payment by return, or tell us the day on which it will be made. If a difficulty or a dispute stands in the way, please let us know the reason in writing so that we can deal with it without delay.

If your payment has reached us in the meantime, please disregard this reminder.

Yours faithfully,`,
    },
    firm: {
      subject:
        'Final reminder before formal notice, {{ total }} to be paid{% if deadline != "" %} by {{ deadline }}{% endif %}',
      body: `Dear Sir or Madam,

{% if previousLetters.size == 1 %}Our reminder of {{ previousLetters[0].date }} has had no effect. {% elsif previousLetters.size > 1 %}Our reminders {% for letter in previousLetters %}{% if forloop.first %}of {% elsif forloop.last %} and of {% else %}, of {% endif %}{{ letter.date }}{% endfor %} have had no effect. {% endif %}{% if invoiceCount == 1 %}The invoice below remains unpaid{% else %}The {{ invoiceCount }} invoices below remain unpaid{% endif %}: you still owe us {{ principal }} in principal.

Under article L. 441-10 of the French Commercial Code, late-payment interest is due in addition, by operation of law: {{ interest }} to date, as well as the fixed sum of €40 per invoice for recovery costs, or {{ indemnities }}. The amount to be paid is therefore {{ total }}.

{% if deadline != "" %}We ask you to pay it by {{ deadline }} at the latest. {% endif %}Failing this, we will suspend deliveries and payment terms and send you a formal notice. If you dispute all or part of this amount, please give us the reason in writing within the same time.

If your payment has reached us in the meantime, please disregard this letter.

Yours faithfully,`,
    },
    formal: {
      subject: 'Formal notice to pay the sum of {{ total }}',
      body: `Dear Sir or Madam,

You owe us the sum of {{ principal }} in principal under {% if invoiceCount == 1 %}the invoice{% else %}the {{ invoiceCount }} invoices{% endif %} detailed below, {% if invoiceCount == 1 %}due since {{ oldestDue }}{% else %}the oldest due date being {{ oldestDue }}{% endif %}.{% if previousLetters.size == 1 %} Our letter of {{ previousLetters[0].date }} has had no effect.{% elsif previousLetters.size > 1 %} Our letters {% for letter in previousLetters %}{% if forloop.first %}of {% elsif forloop.last %} and of {% else %}, of {% endif %}{{ letter.date }}{% endfor %} have had no effect.{% endif %}

Under articles L. 441-10 II and D. 441-5 of the French Commercial Code, late-payment interest of {{ interest }} to date and the fixed sum of €40 per invoice for recovery costs, or {{ indemnities }}, are due in addition. Interest continues to run until full payment.

We therefore give you formal notice (mise en demeure, articles 1344 and following of the French Civil Code) to pay us the sum of {{ total }}{% if deadline != "" %} by {{ deadline }} at the latest{% else %} on receipt of this letter{% endif %}, by transfer to the account stated below.

Failing payment within this time, we will bring the matter before the competent court without further notice, to obtain judgment for this sum, default interest (articles 1231-6 and 1344-1 of the French Civil Code) and the costs of the proceedings. We also reserve the right to withdraw all payment terms, to suspend deliveries and, where applicable, to enforce our retention of title.

We remain open to an amicable settlement: if you face a difficulty or dispute all or part of this claim, please tell us in writing within the same time, with supporting documents.

Yours faithfully,`,
    },
  },
}

const MENTIONS: Record<Language, { statutory: string; contract: (rate: string) => string; indemnity: string }> = {
  fr: {
    statutory:
      'Pénalités de retard : taux de refinancement de la Banque centrale européenne en vigueur au premier jour du semestre, majoré de 10 points (article L. 441-10 II du Code de commerce), sur le montant TTC restant dû, du lendemain de l’échéance au jour du présent courrier inclus, sur la base de 365 jours, arrondi une seule fois sur le total.',
    contract: (rate) =>
      `Pénalités de retard : taux conventionnel de ${rate} l’an porté sur les factures (article L. 441-10 II du Code de commerce), sur le montant TTC restant dû, du lendemain de l’échéance au jour du présent courrier inclus, sur la base de 365 jours, arrondi une seule fois sur le total.`,
    indemnity:
      'Indemnité forfaitaire pour frais de recouvrement : 40 € par facture payée en retard (article D. 441-5 du Code de commerce). Pénalités et indemnité sont hors champ d’application de la TVA.',
  },
  en: {
    statutory:
      'Late-payment interest: main refinancing rate of the European Central Bank in force on the first day of the half-year plus 10 points (article L. 441-10 II of the French Commercial Code), on the amount including VAT still unpaid, from the day after the due date to the day of this letter included, on a 365-day basis, rounded once on the total.',
    contract: (rate) =>
      `Late-payment interest: contractual rate of ${rate} a year stated on the invoices (article L. 441-10 II of the French Commercial Code), on the amount including VAT still unpaid, from the day after the due date to the day of this letter included, on a 365-day basis, rounded once on the total.`,
    indemnity:
      'Fixed sum for recovery costs: €40 per invoice paid late (article D. 441-5 of the French Commercial Code). Interest and the fixed sum are outside the scope of VAT.',
  },
}

/**
 * What a letter that claims interest says of its computation. `contractRates` are those of its invoices, in percent;
 * null stands for the statutory rate.
 */
export const legalMentions = (language: Language, contractRates: readonly (string | null)[] = [null]): string[] => {
  const { statutory, contract, indemnity } = MENTIONS[language]
  const rates = contractRates.map((rate) => (rate === null ? statutory : contract(formatPercent(rate, language))))
  return [...rates, indemnity]
}

const CHANNELS: Record<Language, Partial<Record<string, string>>> = {
  fr: { registered: 'Lettre recommandée avec avis de réception', email: 'Par courriel' },
  en: { registered: 'Registered letter with acknowledgement of receipt', email: 'By e-mail' },
}

/** How a letter travels, as it is written above the recipient; null for plain post. */
export const channelMention = (channel: string, language: Language): string | null =>
  CHANNELS[language][channel] ?? null
