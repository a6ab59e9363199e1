import type { ReminderWordings } from './wordings.ts'

const earlier = (one: string, several: string): string =>
  `{% if previousLetters.size == 1 %}${one.replace('…', 'du {{ previousLetters[0].date }}')}{% elsif previousLetters.size > 1 %}${several.replace('…', '{% for letter in previousLetters %}{% if forloop.first %}du {% elsif forloop.last %} et du {% else %}, du {% endif %}{{ letter.date }}{% endfor %}')}{% endif %}`
const charges = `{% if claimsInterest %}Les pénalités de retard{% if interestLaw != "" %} ({{ interestLaw }}){% endif %}, exigibles de plein droit, s’élèvent à ce jour à {{ interest }} et continuent de courir jusqu’au complet paiement. {% endif %}{% if claimsIndemnity %}L’indemnité forfaitaire pour frais de recouvrement, de {{ fixedSum }}{% if indemnityLaw != "" %} ({{ indemnityLaw }}){% endif %}, représente {{ indemnities }}. {% endif %}{% if claimsFees %}Nos frais de relance sont de {{ fees }}. {% endif %}{% if claimsEarlier %}S’y ajoutent {{ earlierCharges }} de frais et pénalités déjà réclamés. {% endif %}`
const closing = 'Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.'

export const remindersFr: ReminderWordings = {
  notice: {
    subject:
      'Avis d’échéance : {% if invoiceCount == 1 %}facture {{ invoices }}, à régler le {{ oldestDue }}{% else %}{{ invoiceCount }} factures à régler à partir du {{ oldestDue }}{% endif %}',
    body: `Madame, Monsieur,

{% if invoiceCount == 1 %}La facture ci-dessous arrive à échéance le {{ oldestDue }}{% else %}Les factures ci-dessous arrivent prochainement à échéance, la première le {{ oldestDue }}{% endif %}, pour un total de {{ total }}.

Pourriez-vous nous confirmer {% if invoiceCount == 1 %}qu’elle est validée dans vos services et que rien ne s’oppose à son règlement à cette date{% else %}qu’elles sont validées dans vos services et que rien ne s’oppose à leur règlement aux dates prévues{% endif %} ? S’il vous manque un document, ou si une livraison appelle une remarque de votre part, dites-le-nous dès maintenant : nous ferons le nécessaire avant l’échéance.

Si votre règlement est déjà programmé, cet avis n’appelle pas de réponse.

${closing}`,
  },
  courtesy: {
    subject:
      'Bonne réception de {% if invoiceCount == 1 %}notre facture {{ invoices }}{% else %}nos {{ invoiceCount }} factures{% endif %}',
    body: `Madame, Monsieur,

Sauf erreur ou omission de notre part, nous n’avons pas encore reçu le règlement {% if invoiceCount == 1 %}de la facture ci-dessous, échue le {{ oldestDue }}{% else %}des factures ci-dessous, dont la plus ancienne est échue le {{ oldestDue }}{% endif %}, pour un total de {{ total }}.

Pourriez-vous nous confirmer que {% if invoiceCount == 1 %}cette facture vous est bien parvenue, qu’elle est validée{% else %}ces factures vous sont bien parvenues, qu’elles sont validées{% endif %} dans vos services et nous indiquer la date de règlement prévue ? Si un élément vous manque, bon de livraison ou duplicata, nous vous l’adresserons aussitôt.

Si votre règlement est parti entre-temps, nous vous remercions de ne pas tenir compte de ce message.

${closing}`,
  },
  reminder: {
    subject:
      'Relance pour {% if invoiceCount == 1 %}la facture {{ invoices }}, échue le {{ oldestDue }}{% else %}{{ invoiceCount }} factures échues{% endif %}',
    body: `Madame, Monsieur,

{% if previousLetters.size > 0 %}Malgré notre précédent message{% else %}Sauf erreur ou omission de notre part{% endif %}, {% if invoiceCount == 1 %}la facture ci-dessous, échue le {{ oldestDue }}, reste impayée{% else %}les factures ci-dessous, dont la plus ancienne est échue le {{ oldestDue }}, restent impayées{% endif %} à ce jour, pour un total de {{ total }}.

Nous vous remercions de procéder à {% if invoiceCount == 1 %}son{% else %}leur{% endif %} règlement {% if deadline != "" %}au plus tard le {{ deadline }}{% else %}par retour{% endif %}, ou de nous communiquer la date à laquelle il interviendra. Si une difficulté ou une contestation s’y oppose, merci de nous en préciser le motif par écrit afin que nous puissions la traiter sans délai.

Si votre règlement nous est parvenu entre-temps, veuillez considérer cette relance comme sans objet.

${closing}`,
  },
  firm: {
    subject:
      'Dernière relance avant mise en demeure, {{ total }} à régler{% if deadline != "" %} au plus tard le {{ deadline }}{% endif %}',
    body: `Madame, Monsieur,

${earlier('Notre courrier … est resté sans effet. ', 'Nos courriers … sont restés sans effet. ')}{% if invoiceCount == 1 %}La facture ci-dessous demeure impayée{% else %}Les {{ invoiceCount }} factures ci-dessous demeurent impayées{% endif %} : vous restez nous devoir {{ principal }} en principal.

{% if claimsInterest or claimsIndemnity or claimsFees or claimsEarlier %}${charges}La somme à régler s’élève donc à {{ total }}.

{% endif %}{% if deadline != "" %}Nous vous demandons de régler cette somme au plus tard le {{ deadline }}. {% endif %}À défaut, nous suspendrons nos livraisons et nos délais de paiement, et nous vous adresserons une mise en demeure. Si vous contestez tout ou partie de cette somme, merci de nous en indiquer le motif par écrit dans le même délai.

Si votre règlement nous est parvenu entre-temps, veuillez ne pas tenir compte de ce courrier.

${closing}`,
  },
  'follow-up': {
    subject: 'Rappel : {{ total }} à régler{% if deadline != "" %} au plus tard le {{ deadline }}{% endif %}',
    body: `Madame, Monsieur,

{% if previousLetters.size > 0 %}Nous n’avons reçu ni règlement ni réponse depuis notre courrier du {{ previousLetters.last.date }}. {% endif %}{% if invoiceCount == 1 %}La facture ci-dessous reste due{% else %}Les {{ invoiceCount }} factures ci-dessous restent dues{% endif %}, pour {{ principal }} en principal.

{% if claimsInterest or claimsIndemnity or claimsFees or claimsEarlier %}${charges}La somme à régler s’élève donc à {{ total }}.

{% endif %}Nous vous demandons de nous régler {% if deadline != "" %}au plus tard le {{ deadline }}{% else %}sans délai{% endif %}, ou de nous proposer dans ce délai une date de règlement ferme. Si vous contestez tout ou partie de cette somme, merci de nous en indiquer le motif par écrit.

Si votre règlement nous est parvenu entre-temps, veuillez ne pas tenir compte de ce courrier.

${closing}`,
  },
  formal: {
    subject: 'Mise en demeure de payer la somme de {{ total }}',
    body: `Madame, Monsieur,

Vous restez nous devoir, au titre {% if invoiceCount == 1 %}de la facture détaillée{% else %}des {{ invoiceCount }} factures détaillées{% endif %} ci-dessous, la somme de {{ principal }} en principal, {% if invoiceCount == 1 %}exigible depuis le {{ oldestDue }}{% else %}dont la plus ancienne échéance remonte au {{ oldestDue }}{% endif %}.${earlier(' Notre courrier … est demeuré sans effet.', ' Nos courriers … sont demeurés sans effet.')}

{% if claimsInterest or claimsIndemnity or claimsFees or claimsEarlier %}${charges}La somme due s’élève ainsi à {{ total }}.

{% endif %}En conséquence, nous vous mettons en demeure{% if noticeLaw != "" %} ({{ noticeLaw }}){% endif %} de nous payer la somme de {{ total }}{% if deadline != "" %} au plus tard le {{ deadline }}{% else %} dès réception de la présente{% endif %}, par virement sur le compte indiqué ci-dessous.

À défaut de paiement dans ce délai, nous saisirons sans autre avis la juridiction compétente pour obtenir votre condamnation au paiement de cette somme, des intérêts moratoires{% if courtLaw != "" %} ({{ courtLaw }}){% endif %} et des frais de procédure. Nous nous réservons également de vous retirer tout délai de paiement, de suspendre nos livraisons et, le cas échéant, de mettre en œuvre notre réserve de propriété.

Nous demeurons disposés à un règlement amiable : si vous rencontrez une difficulté ou contestez tout ou partie de cette créance, faites-nous-en part par écrit dans le même délai, pièces à l’appui.

${closing}`,
  },
}
