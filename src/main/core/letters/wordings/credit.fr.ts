import type { CreditWordings } from './wordings.ts'

const reasons = `{% if reasons.size > 0 %}Cette décision tient compte des éléments suivants :{% for reason in reasons %}
– {{ reason }}{% if forloop.last %}.{% else %} ;{% endif %}{% endfor %}

{% endif %}`
const conditions = `{% if conditions != "" %}Cette décision est assortie des conditions suivantes :
{{ conditions }}

{% endif %}`
const group = '{% if group != "" %}, commune aux sociétés du groupe {{ group }}{% endif %}'
const terms =
  '{% if cashOnly %}Vos commandes sont réglées comptant, avant livraison.{% else %}Nos factures sont payables {{ terms }}.{% endif %}'
const meaning =
  'Cette limite s’entend de la totalité de vos factures non réglées et de vos commandes en cours. Au-delà, nos livraisons supposent un règlement préalable.'
const closing = `{% if nextReview != "" %}Votre dossier sera réexaminé au plus tard le {{ nextReview }}, et plus tôt si vous nous communiquez des éléments nouveaux. {% endif %}Pour toute question, vous pouvez joindre {% if company.signatory != "" %}{{ company.signatory }}{% else %}notre service crédit{% endif %}{% if company.phone != "" %} au {{ company.phone }}{% endif %}{% if company.email != "" %}{% if company.phone != "" %} ou{% endif %} à l’adresse {{ company.email }}{% endif %} : les motifs de cette décision vous seront précisés à votre demande.

Si vous exercez à titre individuel, des données qui vous concernent ont été utilisées ; la décision a été prise par une personne, et non par un traitement automatisé. Vous pouvez demander à y accéder, les faire rectifier ou vous opposer à leur traitement (règlement (UE) 2016/679, articles 15, 16 et 21) en écrivant {% if company.email != "" %}à {{ company.email }}{% else %}à l’adresse ci-dessus{% endif %}.

Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.`

export const creditFr: CreditWordings = {
  'credit-granted': {
    subject:
      '{% if previousAmount != "" %}Relèvement de votre limite de crédit à {{ amount }}{% else %}Ouverture d’une limite de crédit de {{ amount }}{% endif %}',
    body: `Madame, Monsieur,

Après examen de votre dossier, nous avons le plaisir de vous accorder une limite de crédit de {{ amount }}${group}{% if previousAmount != "" %}, contre {{ previousAmount }} jusqu’à présent{% endif %}. Elle s’applique à compter du {{ from }}{% if until != "" %} et jusqu’au {{ until }}{% endif %}. Nos factures sont payables {{ terms }}.

${meaning}

${conditions}${reasons}${closing}`,
  },
  'credit-maintained': {
    subject:
      '{% if cashOnly %}Vos conditions de règlement{% else %}Maintien de votre limite de crédit de {{ amount }}{% endif %}',
    body: `Madame, Monsieur,

Nous avons réexaminé votre dossier. {% if cashOnly %}Vos conditions de règlement sont inchangées.{% else %}Votre limite de crédit est maintenue à {{ amount }}${group}{% if until != "" %}, jusqu’au {{ until }}{% endif %}.{% endif %} ${terms}

{% unless cashOnly %}${meaning}

{% endunless %}${conditions}${reasons}${closing}`,
  },
  'credit-reduced': {
    subject: 'Nouvelle limite de crédit de {{ amount }} à compter du {{ from }}',
    body: `Madame, Monsieur,

Après réexamen de votre dossier, votre limite de crédit est ramenée{% if previousAmount != "" %} de {{ previousAmount }}{% endif %} à {{ amount }}${group}, à compter du {{ from }}{% if until != "" %} et jusqu’au {{ until }}{% endif %}. ${terms} Les factures déjà émises restent payables à leur échéance.

{% unless cashOnly %}${meaning}

{% endunless %}${conditions}${reasons}${closing}`,
  },
  'credit-withdrawn': {
    subject: 'Retrait de votre limite de crédit à compter du {{ from }}',
    body: `Madame, Monsieur,

Après réexamen de votre dossier, nous ne sommes plus en mesure de vous accorder de délai de paiement. Votre limite de crédit{% if previousAmount != "" %} de {{ previousAmount }}{% endif %} est retirée à compter du {{ from }}. Toute nouvelle commande est réglée avant livraison. Les factures déjà émises restent payables à leur échéance.

${conditions}${reasons}${closing}`,
  },
  'credit-refused': {
    subject: 'Votre demande de crédit',
    body: `Madame, Monsieur,

Nous avons examiné votre dossier avec attention. En l’état, nous ne pouvons pas {% if previousAmount != "" %}relever votre limite de crédit, qui reste fixée à {{ previousAmount }}{% else %}vous accorder de limite de crédit : vos commandes sont réglées avant livraison{% endif %}.

${reasons}${closing}`,
  },
}
