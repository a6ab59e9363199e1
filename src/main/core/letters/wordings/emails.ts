import type { LetterLanguage } from '../../kernel/contract.ts'
import type { EmailWordings } from './wordings.ts'

const signature = (greeting: string): string => `${greeting}

{% if company.signatory != "" %}{{ company.signatory }}
{% endif %}{{ company.name }}{% if company.phone != "" %}
{{ company.phone }}{% endif %}`

/** How many copies of invoices are attached, and whether a statement is. */
const copies = (one: string, several: string, statement: string): string =>
  `{% if invoiceCopies == 1 %} ${one}{% elsif invoiceCopies > 1 %} ${several}{% endif %}{% if statementDay != "" %} ${statement}{% endif %}`

const fr = {
  copies: copies(
    'Une copie de la facture est jointe à ce message.',
    'Les copies de {{ invoiceCopies }} factures sont jointes à ce message.',
    'Le relevé de votre compte au {{ statementDay }} est joint également.',
  ),
  signature: signature('Cordialement,'),
}
const en = {
  copies: copies(
    'A copy of the invoice is attached to this message.',
    'Copies of {{ invoiceCopies }} invoices are attached to this message.',
    'The statement of your account as of {{ statementDay }} is attached as well.',
  ),
  signature: signature('Kind regards,'),
}
const de = {
  copies: copies(
    'Eine Kopie der Rechnung liegt dieser Nachricht bei.',
    'Die Kopien von {{ invoiceCopies }} Rechnungen liegen dieser Nachricht bei.',
    'Der Auszug Ihres Kontos zum {{ statementDay }} liegt ebenfalls bei.',
  ),
  signature: signature('Mit freundlichen Grüßen'),
}
const es = {
  copies: copies(
    'Adjuntamos una copia de la factura a este mensaje.',
    'Adjuntamos copias de {{ invoiceCopies }} facturas a este mensaje.',
    'Adjuntamos también el extracto de su cuenta a {{ statementDay }}.',
  ),
  signature: signature('Un cordial saludo,'),
}

/** The wordings of messages shipped with the program; users edit their own copy. */
export const emailWordings: Record<LetterLanguage, EmailWordings> = {
  fr: {
    'email-notice': {
      subject:
        '{{ company.name }} : {% if invoiceCount == 1 %}votre facture {{ invoices }} arrive à échéance le {{ oldestDue }}{% else %}{{ invoiceCount }} factures arrivent à échéance à partir du {{ oldestDue }}{% endif %}',
      body: `Madame, Monsieur,

Vous trouverez ci-joint notre avis d’échéance du {{ today }}, référence {{ reference }}, pour {% if invoiceCount == 1 %}la facture {{ invoices }}, à régler le {{ oldestDue }}{% else %}{{ invoiceCount }} factures à régler à partir du {{ oldestDue }}{% endif %}, soit {{ total }}.${fr.copies}

S’il vous manque un document ou si une livraison appelle une remarque, répondez simplement à ce message : nous ferons le nécessaire avant l’échéance.

${fr.signature}`,
    },
    'email-reminder': {
      subject:
        '{{ company.name }} : {% if invoiceCount == 1 %}facture {{ invoices }} échue le {{ oldestDue }}{% else %}{{ invoiceCount }} factures échues{% endif %}, {{ total }} à régler',
      body: `Madame, Monsieur,

Vous trouverez ci-joint notre lettre du {{ today }}, référence {{ reference }}, au sujet de {% if invoiceCount == 1 %}la facture {{ invoices }}, échue le {{ oldestDue }}{% else %}{{ invoiceCount }} factures échues, dont elle donne le relevé{% endif %}.${fr.copies}

La somme à régler s’élève à {{ total }}{% if deadline != "" %}, au plus tard le {{ deadline }}{% endif %}. Le compte à créditer et la référence à rappeler figurent sur la lettre.

Si une difficulté ou une contestation s’oppose au règlement, répondez simplement à ce message : nous la traiterons sans délai. Si votre règlement est parti entre-temps, veuillez ne pas tenir compte de cet envoi.

${fr.signature}`,
    },
    'email-formal': {
      subject: '{{ company.name }} : mise en demeure de payer la somme de {{ total }}, référence {{ reference }}',
      body: `Madame, Monsieur,

Vous trouverez ci-joint notre mise en demeure du {{ today }}, référence {{ reference }}, portant sur {% if invoiceCount == 1 %}la facture {{ invoices }}{% else %}{{ invoiceCount }} factures{% endif %} : {{ total }} à régler{% if deadline != "" %} au plus tard le {{ deadline }}{% else %} dès réception{% endif %}.${fr.copies}

Si vous rencontrez une difficulté ou contestez tout ou partie de cette somme, faites-nous-en part par écrit dans le même délai, en répondant à ce message.

${fr.signature}`,
    },
  },
  en: {
    'email-notice': {
      subject:
        '{{ company.name }}: {% if invoiceCount == 1 %}your invoice {{ invoices }} falls due on {{ oldestDue }}{% else %}{{ invoiceCount }} invoices fall due from {{ oldestDue }}{% endif %}',
      body: `Dear Sir or Madam,

Please find attached our notice of {{ today }}, reference {{ reference }}, about {% if invoiceCount == 1 %}invoice {{ invoices }}, payable on {{ oldestDue }}{% else %}{{ invoiceCount }} invoices, payable from {{ oldestDue }}{% endif %}, for {{ total }}.${en.copies}

If you are missing a document or have a remark about a delivery, simply reply to this message: we will see to it before the due date.

${en.signature}`,
    },
    'email-reminder': {
      subject:
        '{{ company.name }}: {% if invoiceCount == 1 %}invoice {{ invoices }} due on {{ oldestDue }}{% else %}{{ invoiceCount }} overdue invoices{% endif %}, {{ total }} to be paid',
      body: `Dear Sir or Madam,

Please find attached our letter of {{ today }}, reference {{ reference }}, about {% if invoiceCount == 1 %}invoice {{ invoices }}, which fell due on {{ oldestDue }}{% else %}{{ invoiceCount }} overdue invoices, listed in it{% endif %}.${en.copies}

The amount to be paid is {{ total }}{% if deadline != "" %}, by {{ deadline }} at the latest{% endif %}. The account to credit and the reference to quote are in the letter.

If a difficulty or a dispute stands in the way of payment, simply reply to this message: we will deal with it without delay. If you have paid in the meantime, please disregard it.

${en.signature}`,
    },
    'email-formal': {
      subject: '{{ company.name }}: formal notice to pay the sum of {{ total }}, reference {{ reference }}',
      body: `Dear Sir or Madam,

Please find attached our formal notice of {{ today }}, reference {{ reference }}, concerning {% if invoiceCount == 1 %}invoice {{ invoices }}{% else %}{{ invoiceCount }} invoices{% endif %}: {{ total }} to be paid{% if deadline != "" %} by {{ deadline }} at the latest{% else %} on receipt{% endif %}.${en.copies}

If you face a difficulty or dispute all or part of this amount, please tell us in writing within the same time by replying to this message.

${en.signature}`,
    },
  },
  de: {
    'email-notice': {
      subject:
        '{{ company.name }}: {% if invoiceCount == 1 %}Ihre Rechnung {{ invoices }} wird am {{ oldestDue }} fällig{% else %}{{ invoiceCount }} Rechnungen werden ab dem {{ oldestDue }} fällig{% endif %}',
      body: `Sehr geehrte Damen und Herren,

anbei erhalten Sie unseren Hinweis vom {{ today }}, Zeichen {{ reference }}, zur Fälligkeit {% if invoiceCount == 1 %}der Rechnung {{ invoices }} am {{ oldestDue }}{% else %}von {{ invoiceCount }} Rechnungen ab dem {{ oldestDue }}{% endif %} über {% if invoiceCount > 1 %}insgesamt {% endif %}{{ total }}.${de.copies}

Sollte Ihnen ein Beleg fehlen oder sollten Sie eine Lieferung beanstanden, antworten Sie einfach auf diese Nachricht: Wir kümmern uns noch vor der Fälligkeit darum.

${de.signature}`,
    },
    'email-reminder': {
      subject:
        '{{ company.name }}: {% if invoiceCount == 1 %}Rechnung {{ invoices }}, fällig seit {{ oldestDue }}{% else %}{{ invoiceCount }} fällige Rechnungen{% endif %}, offener Betrag {{ total }}',
      body: `Sehr geehrte Damen und Herren,

anbei erhalten Sie unser Schreiben vom {{ today }}, Zeichen {{ reference }}, {% if invoiceCount == 1 %}zur Rechnung {{ invoices }}, fällig am {{ oldestDue }}{% else %}zu {{ invoiceCount }} fälligen Rechnungen, die darin aufgeführt sind{% endif %}.${de.copies}

Der zu zahlende Betrag beläuft sich auf {{ total }}{% if deadline != "" %}, zahlbar bis spätestens {{ deadline }}{% endif %}. Bankverbindung und Verwendungszweck finden Sie im Schreiben.

Sollte der Zahlung etwas entgegenstehen, antworten Sie einfach auf diese Nachricht: Wir klären die Angelegenheit umgehend. Falls Sie inzwischen gezahlt haben, betrachten Sie diese Nachricht bitte als gegenstandslos.

${de.signature}`,
    },
    'email-formal': {
      subject: '{{ company.name }}: letzte Mahnung mit Fristsetzung über {{ total }}, Zeichen {{ reference }}',
      body: `Sehr geehrte Damen und Herren,

anbei erhalten Sie unsere letzte Mahnung vom {{ today }}, Zeichen {{ reference }}, {% if invoiceCount == 1 %}zur Rechnung {{ invoices }}{% else %}zu {{ invoiceCount }} Rechnungen{% endif %}: Zu zahlen sind {{ total }}{% if deadline != "" %} bis spätestens {{ deadline }}{% else %} unverzüglich nach Erhalt{% endif %}.${de.copies}

Sollten Sie in Schwierigkeiten sein oder die Forderung ganz oder teilweise bestreiten, teilen Sie uns dies bitte innerhalb derselben Frist schriftlich mit, indem Sie auf diese Nachricht antworten.

${de.signature}`,
    },
  },
  es: {
    'email-notice': {
      subject:
        '{{ company.name }}: {% if invoiceCount == 1 %}su factura {{ invoices }} vence el {{ oldestDue }}{% else %}{{ invoiceCount }} facturas vencen a partir del {{ oldestDue }}{% endif %}',
      body: `Estimados señores:

Adjuntamos nuestro aviso del {{ today }}, referencia {{ reference }}, relativo {% if invoiceCount == 1 %}a la factura {{ invoices }}, que vence el {{ oldestDue }}{% else %}a {{ invoiceCount }} facturas que vencen a partir del {{ oldestDue }}{% endif %}, por {{ total }}.${es.copies}

Si les falta algún documento o tienen alguna observación sobre una entrega, basta con que respondan a este mensaje: lo resolveremos antes del vencimiento.

${es.signature}`,
    },
    'email-reminder': {
      subject:
        '{{ company.name }}: {% if invoiceCount == 1 %}factura {{ invoices }} vencida el {{ oldestDue }}{% else %}{{ invoiceCount }} facturas vencidas{% endif %}, {{ total }} pendientes',
      body: `Estimados señores:

Adjuntamos nuestro escrito del {{ today }}, referencia {{ reference }}, relativo {% if invoiceCount == 1 %}a la factura {{ invoices }}, vencida el {{ oldestDue }}{% else %}a {{ invoiceCount }} facturas vencidas, que en él se relacionan{% endif %}.${es.copies}

El importe que deben abonar es de {{ total }}{% if deadline != "" %}, a más tardar el {{ deadline }}{% endif %}. La cuenta y la referencia del pago figuran en el escrito.

Si existe alguna dificultad o disconformidad, basta con que respondan a este mensaje: la resolveremos sin demora. Si ya han realizado el pago, les rogamos que no tengan en cuenta este envío.

${es.signature}`,
    },
    'email-formal': {
      subject: '{{ company.name }}: requerimiento de pago de {{ total }}, referencia {{ reference }}',
      body: `Estimados señores:

Adjuntamos nuestro requerimiento de pago del {{ today }}, referencia {{ reference }}, relativo {% if invoiceCount == 1 %}a la factura {{ invoices }}{% else %}a {{ invoiceCount }} facturas{% endif %}: {{ total }}, que deben abonar{% if deadline != "" %} a más tardar el {{ deadline }}{% else %} a la recepción{% endif %}.${es.copies}

Si atraviesan alguna dificultad o no están conformes con todo o parte de este importe, les rogamos que nos lo comuniquen por escrito en el mismo plazo, respondiendo a este mensaje.

${es.signature}`,
    },
  },
}
