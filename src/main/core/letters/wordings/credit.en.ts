import type { CreditWordings } from './wordings.ts'

const reasons = `{% if reasons.size > 0 %}This decision takes the following into account:{% for reason in reasons %}
– {{ reason }}{% if forloop.last %}.{% else %};{% endif %}{% endfor %}

{% endif %}`
const conditions = `{% if conditions != "" %}This decision is subject to the following conditions:
{{ conditions }}

{% endif %}`
const group = '{% if group != "" %}, shared by the companies of the group {{ group }}{% endif %}'
const terms =
  '{% if cashOnly %}Your orders are paid before delivery.{% else %}Our invoices are payable {{ terms }}.{% endif %}'
const meaning =
  'This limit covers all your unpaid invoices and orders in hand. Above it, deliveries require payment in advance.'
const closing = `{% if nextReview != "" %}Your file will be reviewed by {{ nextReview }} at the latest, and earlier if you send us new information. {% endif %}If you have any question, please contact {% if company.signatory != "" %}{{ company.signatory }}{% else %}our credit department{% endif %}{% if company.phone != "" %} on {{ company.phone }}{% endif %}{% if company.email != "" %}{% if company.phone != "" %} or{% endif %} at {{ company.email }}{% endif %}: the reasons for this decision will be explained to you on request.

If you are a sole trader, data about you were used; the decision was taken by a person, not by automated processing. You may ask for access to them, have them corrected or object to their use (Regulation (EU) 2016/679, articles 15, 16 and 21) by writing {% if company.email != "" %}to {{ company.email }}{% else %}to the address above{% endif %}.

Yours faithfully,`

export const creditEn: CreditWordings = {
  'credit-granted': {
    subject:
      '{% if previousAmount != "" %}Your credit limit is raised to {{ amount }}{% else %}A credit limit of {{ amount }}{% endif %}',
    body: `Dear Sir or Madam,

Having examined your file, we are pleased to grant you a credit limit of {{ amount }}${group}{% if previousAmount != "" %}, instead of {{ previousAmount }} until now{% endif %}. It applies from {{ from }}{% if until != "" %} until {{ until }}{% endif %}. Our invoices are payable {{ terms }}.

${meaning}

${conditions}${reasons}${closing}`,
  },
  'credit-maintained': {
    subject: '{% if cashOnly %}Your payment terms{% else %}Your credit limit of {{ amount }} is maintained{% endif %}',
    body: `Dear Sir or Madam,

We have reviewed your file. {% if cashOnly %}Your payment terms are unchanged.{% else %}Your credit limit is maintained at {{ amount }}${group}{% if until != "" %}, until {{ until }}{% endif %}.{% endif %} ${terms}

{% unless cashOnly %}${meaning}

{% endunless %}${conditions}${reasons}${closing}`,
  },
  'credit-reduced': {
    subject: 'A credit limit of {{ amount }} from {{ from }}',
    body: `Dear Sir or Madam,

Having reviewed your file, we are reducing your credit limit{% if previousAmount != "" %} from {{ previousAmount }}{% endif %} to {{ amount }}${group}, from {{ from }}{% if until != "" %} until {{ until }}{% endif %}. ${terms} Invoices already issued remain payable on their due dates.

{% unless cashOnly %}${meaning}

{% endunless %}${conditions}${reasons}${closing}`,
  },
  'credit-withdrawn': {
    subject: 'Withdrawal of your credit limit from {{ from }}',
    body: `Dear Sir or Madam,

Having reviewed your file, we are no longer able to grant you payment terms. Your credit limit{% if previousAmount != "" %} of {{ previousAmount }}{% endif %} is withdrawn from {{ from }}. Any new order is paid before delivery. Invoices already issued remain payable on their due dates.

${conditions}${reasons}${closing}`,
  },
  'credit-refused': {
    subject: 'Your request for credit',
    body: `Dear Sir or Madam,

We have examined your file with care. As things stand, we cannot {% if previousAmount != "" %}raise your credit limit, which remains {{ previousAmount }}{% else %}grant you a credit limit: your orders are paid before delivery{% endif %}.

${reasons}${closing}`,
  },
}
