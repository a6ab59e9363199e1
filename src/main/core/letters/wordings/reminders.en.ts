import type { ReminderWordings } from './wordings.ts'

const earlier = (one: string, several: string): string =>
  `{% if previousLetters.size == 1 %}${one.replace('…', 'of {{ previousLetters[0].date }}')}{% elsif previousLetters.size > 1 %}${several.replace('…', '{% for letter in previousLetters %}{% if forloop.first %}of {% elsif forloop.last %} and {% else %}, {% endif %}{{ letter.date }}{% endfor %}')}{% endif %}`
const charges = `{% if claimsInterest %}Late-payment interest{% if interestLaw != "" %} ({{ interestLaw }}){% endif %} is due in addition: it amounts to {{ interest }} to date and continues to run until full payment. {% endif %}{% if claimsIndemnity %}The fixed sum for recovery costs of {{ fixedSum }}{% if indemnityLaw != "" %} ({{ indemnityLaw }}){% endif %} comes to {{ indemnities }}. {% endif %}{% if claimsFees %}Our reminder fees are {{ fees }}. {% endif %}{% if claimsEarlier %}Charges claimed before come to {{ earlierCharges }}. {% endif %}`
const closing = 'Yours faithfully,'

export const remindersEn: ReminderWordings = {
  notice: {
    subject:
      'Payment due soon: {% if invoiceCount == 1 %}invoice {{ invoices }}, payable on {{ oldestDue }}{% else %}{{ invoiceCount }} invoices, payable from {{ oldestDue }}{% endif %}',
    body: `Dear Sir or Madam,

{% if invoiceCount == 1 %}The invoice below falls due on {{ oldestDue }}{% else %}The invoices below fall due shortly, the first of them on {{ oldestDue }}{% endif %}, for a total of {{ total }}.

Could you please confirm that {% if invoiceCount == 1 %}it is approved and that nothing stands in the way of its payment on that day{% else %}they are approved and that nothing stands in the way of their payment on the days agreed{% endif %}? If you are missing a document, or if you have a remark about a delivery, please tell us now: we will see to it before the due date.

If your payment is already planned, no reply is needed.

${closing}`,
  },
  courtesy: {
    subject:
      'Receipt of {% if invoiceCount == 1 %}our invoice {{ invoices }}{% else %}our {{ invoiceCount }} invoices{% endif %}',
    body: `Dear Sir or Madam,

It may have slipped your attention: we have not yet received payment of {% if invoiceCount == 1 %}the invoice below, which fell due on {{ oldestDue }}{% else %}the invoices below, the oldest of which fell due on {{ oldestDue }}{% endif %}, for a total of {{ total }}.

Could you please confirm that {% if invoiceCount == 1 %}it has reached you and is approved{% else %}they have reached you and are approved{% endif %}, and tell us on which day payment is planned? If you are missing a document, such as a delivery note or a copy of an invoice, we will send it at once.

If you have paid in the meantime, please disregard this message.

${closing}`,
  },
  reminder: {
    subject:
      'Reminder for {% if invoiceCount == 1 %}invoice {{ invoices }}, due on {{ oldestDue }}{% else %}{{ invoiceCount }} overdue invoices{% endif %}',
    body: `Dear Sir or Madam,

{% if previousLetters.size > 0 %}Despite our previous message{% else %}Unless we are mistaken{% endif %}, {% if invoiceCount == 1 %}the invoice below, due on {{ oldestDue }}, remains unpaid{% else %}the invoices below, the oldest of which was due on {{ oldestDue }}, remain unpaid{% endif %}, for a total of {{ total }}.

Please arrange payment {% if deadline != "" %}by {{ deadline }}{% else %}by return{% endif %}, or tell us the day on which it will be made. If a difficulty or a dispute stands in the way, please let us know the reason in writing so that we can deal with it without delay.

If your payment has reached us in the meantime, please disregard this reminder.

${closing}`,
  },
  firm: {
    subject:
      'Final reminder before formal notice, {{ total }} to be paid{% if deadline != "" %} by {{ deadline }}{% endif %}',
    body: `Dear Sir or Madam,

${earlier('Our letter … has had no effect. ', 'Our letters … have had no effect. ')}{% if invoiceCount == 1 %}The invoice below remains unpaid{% else %}The {{ invoiceCount }} invoices below remain unpaid{% endif %}: you still owe us {{ principal }} in principal.

{% if claimsInterest or claimsIndemnity or claimsFees or claimsEarlier %}${charges}The amount to be paid is therefore {{ total }}.

{% endif %}{% if deadline != "" %}We ask you to pay this sum by {{ deadline }} at the latest. {% endif %}Failing this, we will suspend deliveries and payment terms and send you a formal notice. If you dispute all or part of this amount, please give us the reason in writing within the same time.

If your payment has reached us in the meantime, please disregard this letter.

${closing}`,
  },
  'follow-up': {
    subject: 'Reminder: {{ total }} to be paid{% if deadline != "" %} by {{ deadline }}{% endif %}',
    body: `Dear Sir or Madam,

{% if previousLetters.size > 0 %}We have received neither payment nor reply since our letter of {{ previousLetters.last.date }}. {% endif %}{% if invoiceCount == 1 %}The invoice below is still owed{% else %}The {{ invoiceCount }} invoices below are still owed{% endif %}, for {{ principal }} in principal.

{% if claimsInterest or claimsIndemnity or claimsFees or claimsEarlier %}${charges}The amount to be paid is therefore {{ total }}.

{% endif %}Please pay {% if deadline != "" %}by {{ deadline }} at the latest{% else %}without delay{% endif %}, or name a firm day of payment within that time. If you dispute all or part of this amount, please give us the reason in writing.

If your payment has reached us in the meantime, please disregard this letter.

${closing}`,
  },
  formal: {
    subject: 'Formal notice to pay the sum of {{ total }}',
    body: `Dear Sir or Madam,

You owe us the sum of {{ principal }} in principal under {% if invoiceCount == 1 %}the invoice{% else %}the {{ invoiceCount }} invoices{% endif %} detailed below, {% if invoiceCount == 1 %}due since {{ oldestDue }}{% else %}the oldest due date being {{ oldestDue }}{% endif %}.${earlier(' Our letter … has had no effect.', ' Our letters … have had no effect.')}

{% if claimsInterest or claimsIndemnity or claimsFees or claimsEarlier %}${charges}The sum due is thus {{ total }}.

{% endif %}We therefore give you formal notice{% if noticeLaw != "" %} ({{ noticeLaw }}){% endif %} to pay us the sum of {{ total }}{% if deadline != "" %} by {{ deadline }} at the latest{% else %} on receipt of this letter{% endif %}, by transfer to the account stated below.{% if regime == "GB" or regime == "IE" %} This is a letter before action.{% endif %}

Failing payment within this time, we will bring the matter before the competent court without further notice, to obtain judgment for this sum, default interest{% if courtLaw != "" %} ({{ courtLaw }}){% endif %} and the costs of the proceedings. We also reserve the right to withdraw all payment terms, to suspend deliveries and, where applicable, to enforce our retention of title.

We remain open to an amicable settlement: if you face a difficulty or dispute all or part of this claim, please tell us in writing within the same time, with supporting documents.

${closing}`,
  },
}
