import type { Language } from '../kernel/contract.ts'

/** One wording per decision on credit that a customer is told. */
export const creditWordingKeys = [
  'credit-granted',
  'credit-maintained',
  'credit-reduced',
  'credit-withdrawn',
  'credit-refused',
] as const
export type CreditWordingKey = (typeof creditWordingKeys)[number]

export const isCreditKey = (key: string): key is CreditWordingKey =>
  (creditWordingKeys as readonly string[]).includes(key)

const reasonsFr = `{% if reasons.size > 0 %}Cette décision tient compte des éléments suivants :{% for reason in reasons %}
– {{ reason }}{% if forloop.last %}.{% else %} ;{% endif %}{% endfor %}

{% endif %}`
const conditionsFr = `{% if conditions != "" %}Cette décision est assortie des conditions suivantes :
{{ conditions }}

{% endif %}`
const groupFr = '{% if group != "" %}, commune aux sociétés du groupe {{ group }}{% endif %}'
const termsFr =
  '{% if cashOnly %}Vos commandes sont réglées comptant, avant livraison.{% else %}Nos factures sont payables {{ terms }}.{% endif %}'
const meaningFr =
  'Cette limite s’entend de la totalité de vos factures non réglées et de vos commandes en cours. Au-delà, nos livraisons supposent un règlement préalable.'
const closingFr = `{% if nextReview != "" %}Votre dossier sera réexaminé au plus tard le {{ nextReview }}, et plus tôt si vous nous communiquez des éléments nouveaux. {% endif %}Pour toute question, vous pouvez joindre {% if company.signatory != "" %}{{ company.signatory }}{% else %}notre service crédit{% endif %}{% if company.phone != "" %} au {{ company.phone }}{% endif %}{% if company.email != "" %} ou à l’adresse {{ company.email }}{% endif %} : les motifs de cette décision vous seront précisés à votre demande.

Si vous exercez à titre individuel, des données qui vous concernent ont été utilisées ; la décision a été prise par une personne, et non par un traitement automatisé. Vous pouvez demander à y accéder, les faire rectifier ou vous opposer à leur traitement (règlement (UE) 2016/679, articles 15, 16 et 21) en écrivant {% if company.email != "" %}à {{ company.email }}{% else %}à l’adresse ci-dessus{% endif %}.

Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.`

const reasonsEn = `{% if reasons.size > 0 %}This decision takes the following into account:{% for reason in reasons %}
– {{ reason }}{% if forloop.last %}.{% else %};{% endif %}{% endfor %}

{% endif %}`
const conditionsEn = `{% if conditions != "" %}This decision is subject to the following conditions:
{{ conditions }}

{% endif %}`
const groupEn = '{% if group != "" %}, shared by the companies of the group {{ group }}{% endif %}'
const termsEn =
  '{% if cashOnly %}Your orders are paid before delivery.{% else %}Our invoices are payable {{ terms }}.{% endif %}'
const meaningEn =
  'This limit covers all your unpaid invoices and orders in hand. Above it, deliveries require payment in advance.'
const closingEn = `{% if nextReview != "" %}Your file will be reviewed by {{ nextReview }} at the latest, and earlier if you send us new information. {% endif %}If you have any question, please contact {% if company.signatory != "" %}{{ company.signatory }}{% else %}our credit department{% endif %}{% if company.phone != "" %} on {{ company.phone }}{% endif %}{% if company.email != "" %} or at {{ company.email }}{% endif %}: the reasons for this decision will be explained to you on request.

If you are a sole trader, data about you were used; the decision was taken by a person, not by automated processing. You may ask for access to them, have them corrected or object to their use (Regulation (EU) 2016/679, articles 15, 16 and 21) by writing {% if company.email != "" %}to {{ company.email }}{% else %}to the address above{% endif %}.

Yours faithfully,`

/** The wordings of credit decisions shipped with the program; users edit their own copy. */
export const creditWordings: Record<Language, Record<CreditWordingKey, { subject: string; body: string }>> = {
  fr: {
    'credit-granted': {
      subject:
        '{% if previousAmount != "" %}Relèvement de votre limite de crédit à {{ amount }}{% else %}Ouverture d’une limite de crédit de {{ amount }}{% endif %}',
      body: `Madame, Monsieur,

Après examen de votre dossier, nous avons le plaisir de vous accorder une limite de crédit de {{ amount }}${groupFr}{% if previousAmount != "" %}, contre {{ previousAmount }} jusqu’à présent{% endif %}. Elle s’applique à compter du {{ from }}{% if until != "" %} et jusqu’au {{ until }}{% endif %}. Nos factures sont payables {{ terms }}.

${meaningFr}

${conditionsFr}${reasonsFr}${closingFr}`,
    },
    'credit-maintained': {
      subject:
        '{% if cashOnly %}Vos conditions de règlement{% else %}Maintien de votre limite de crédit de {{ amount }}{% endif %}',
      body: `Madame, Monsieur,

Nous avons réexaminé votre dossier. {% if cashOnly %}Vos conditions de règlement sont inchangées.{% else %}Votre limite de crédit est maintenue à {{ amount }}${groupFr}{% if until != "" %}, jusqu’au {{ until }}{% endif %}.{% endif %} ${termsFr}

{% unless cashOnly %}${meaningFr}

{% endunless %}${conditionsFr}${reasonsFr}${closingFr}`,
    },
    'credit-reduced': {
      subject: 'Nouvelle limite de crédit de {{ amount }} à compter du {{ from }}',
      body: `Madame, Monsieur,

Après réexamen de votre dossier, votre limite de crédit est ramenée{% if previousAmount != "" %} de {{ previousAmount }}{% endif %} à {{ amount }}${groupFr}, à compter du {{ from }}{% if until != "" %} et jusqu’au {{ until }}{% endif %}. ${termsFr} Les factures déjà émises restent payables à leur échéance.

{% unless cashOnly %}${meaningFr}

{% endunless %}${conditionsFr}${reasonsFr}${closingFr}`,
    },
    'credit-withdrawn': {
      subject: 'Retrait de votre limite de crédit à compter du {{ from }}',
      body: `Madame, Monsieur,

Après réexamen de votre dossier, nous ne sommes plus en mesure de vous accorder de délai de paiement. Votre limite de crédit{% if previousAmount != "" %} de {{ previousAmount }}{% endif %} est retirée à compter du {{ from }}. Toute nouvelle commande est réglée avant livraison. Les factures déjà émises restent payables à leur échéance.

${conditionsFr}${reasonsFr}${closingFr}`,
    },
    'credit-refused': {
      subject: 'Votre demande de crédit',
      body: `Madame, Monsieur,

Nous avons examiné votre dossier avec attention. En l’état, nous ne pouvons pas {% if previousAmount != "" %}relever votre limite de crédit, qui reste fixée à {{ previousAmount }}{% else %}vous accorder de limite de crédit : vos commandes sont réglées avant livraison{% endif %}.

${reasonsFr}${closingFr}`,
    },
  },
  en: {
    'credit-granted': {
      subject:
        '{% if previousAmount != "" %}Your credit limit is raised to {{ amount }}{% else %}A credit limit of {{ amount }}{% endif %}',
      body: `Dear Sir or Madam,

Having examined your file, we are pleased to grant you a credit limit of {{ amount }}${groupEn}{% if previousAmount != "" %}, instead of {{ previousAmount }} until now{% endif %}. It applies from {{ from }}{% if until != "" %} until {{ until }}{% endif %}. Our invoices are payable {{ terms }}.

${meaningEn}

${conditionsEn}${reasonsEn}${closingEn}`,
    },
    'credit-maintained': {
      subject:
        '{% if cashOnly %}Your payment terms{% else %}Your credit limit of {{ amount }} is maintained{% endif %}',
      body: `Dear Sir or Madam,

We have reviewed your file. {% if cashOnly %}Your payment terms are unchanged.{% else %}Your credit limit is maintained at {{ amount }}${groupEn}{% if until != "" %}, until {{ until }}{% endif %}.{% endif %} ${termsEn}

{% unless cashOnly %}${meaningEn}

{% endunless %}${conditionsEn}${reasonsEn}${closingEn}`,
    },
    'credit-reduced': {
      subject: 'A credit limit of {{ amount }} from {{ from }}',
      body: `Dear Sir or Madam,

Having reviewed your file, we are reducing your credit limit{% if previousAmount != "" %} from {{ previousAmount }}{% endif %} to {{ amount }}${groupEn}, from {{ from }}{% if until != "" %} until {{ until }}{% endif %}. ${termsEn} Invoices already issued remain payable on their due dates.

{% unless cashOnly %}${meaningEn}

{% endunless %}${conditionsEn}${reasonsEn}${closingEn}`,
    },
    'credit-withdrawn': {
      subject: 'Withdrawal of your credit limit from {{ from }}',
      body: `Dear Sir or Madam,

Having reviewed your file, we are no longer able to grant you payment terms. Your credit limit{% if previousAmount != "" %} of {{ previousAmount }}{% endif %} is withdrawn from {{ from }}. Any new order is paid before delivery. Invoices already issued remain payable on their due dates.

${conditionsEn}${reasonsEn}${closingEn}`,
    },
    'credit-refused': {
      subject: 'Your request for credit',
      body: `Dear Sir or Madam,

We have examined your file with care. As things stand, we cannot {% if previousAmount != "" %}raise your credit limit, which remains {{ previousAmount }}{% else %}grant you a credit limit: your orders are paid before delivery{% endif %}.

${reasonsEn}${closingEn}`,
    },
  },
}
