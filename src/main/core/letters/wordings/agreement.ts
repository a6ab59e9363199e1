import type { LetterLanguage } from '../../kernel/contract.ts'
import type { WordingText } from './wordings.ts'

/**
 * The agreement on instalments. A line that begins with `#` is a heading; `{{ debts }}` and `{{ schedule }}` alone on a line
 * are the tables. Written as parties of a contract speak, without salutation.
 */
export const agreementWordings: Record<LetterLanguage, WordingText> = {
  fr: {
    subject: 'Accord d’échéancier sur {{ total }}',
    body: `Entre {{ company.name }}, créancier, et {{ customer.name }}, débiteur, il est convenu ce qui suit.

# 1. Reconnaissance de dette

Le débiteur reconnaît devoir au créancier, au {{ agreedOn }}, la somme de {{ total }} au titre {% if invoiceCount == 1 %}de la facture suivante{% else %}des factures suivantes{% endif %}, dont il ne conteste ni le principe ni le montant.

{{ debts }}

{% if french %}Signée, cette reconnaissance interrompt la prescription (article 2240 du Code civil) : un nouveau délai de même durée court à compter de sa date (article 2231).

{% endif %}# 2. Échéancier

Le débiteur règle cette somme en {% if instalmentCount == 1 %}une échéance, reçue{% else %}{{ instalmentCount }} échéances, chacune reçue{% endif %} par le créancier au plus tard au jour indiqué. Les règlements s’imputent sur les factures les plus anciennes.

{{ schedule }}

# 3. Défaut de paiement

{% if wholeDue %}À défaut de règlement intégral d’une seule échéance dans les {{ graceDays }} jours qui suivent son terme, le présent accord cesse de plein droit : la totalité du solde redevient immédiatement exigible, sans mise en demeure préalable.{% else %}L’échéance qui n’est pas réglée à son terme est seule exigible ; le créancier peut en poursuivre le recouvrement sans que les échéances à venir soient avancées.{% endif %}

# 4. Pénalités de retard et indemnité de recouvrement

{% if interestWaived %}Tant que l’échéancier est respecté, le créancier renonce aux pénalités de retard et à l’indemnité forfaitaire de recouvrement dues sur ces factures. S’il ne l’est pas, elles sont dues depuis l’échéance d’origine de chaque facture.{% else %}Le présent accord n’emporte pas renonciation aux pénalités de retard ni à l’indemnité forfaitaire de recouvrement, qui restent dues jusqu’au complet paiement.{% endif %}

# 5. Portée

Le présent accord n’emporte pas novation : les factures, les garanties et la réserve de propriété conservent tous leurs effets.`,
  },
  en: {
    subject: 'Instalment agreement on {{ total }}',
    body: `Between {{ company.name }}, the creditor, and {{ customer.name }}, the debtor, it is agreed as follows.

# 1. Acknowledgement of debt

The debtor acknowledges that on {{ agreedOn }} it owes the creditor the sum of {{ total }} for the following {% if invoiceCount == 1 %}invoice{% else %}invoices{% endif %}, of which it disputes neither the principle nor the amount.

{{ debts }}

{% if french %}Once signed, this acknowledgement interrupts limitation (article 2240 of the French Civil Code): a new period of the same length runs from its date (article 2231).

{% endif %}# 2. Schedule

The debtor pays this sum in {% if instalmentCount == 1 %}one instalment{% else %}{{ instalmentCount }} instalments, each{% endif %} received by the creditor no later than the day stated. Payments settle the oldest invoices first.

{{ schedule }}

# 3. Missed payment

{% if wholeDue %}If one instalment is not paid in full within {{ graceDays }} days after it falls due, this agreement ends by itself: the whole balance is due at once, without further notice.{% else %}An instalment that is not paid when it falls due is due by itself; the creditor may collect it, and later instalments are not brought forward.{% endif %}

# 4. Late-payment interest and recovery costs

{% if interestWaived %}As long as the schedule is kept, the creditor waives the late-payment interest and the fixed sum for recovery costs due on these invoices. If it is not, they are due from the original due date of each invoice.{% else %}This agreement is no waiver of late-payment interest or of the fixed sum for recovery costs, which remain due until full payment.{% endif %}

# 5. Scope

This agreement is no novation: the invoices, the securities and the retention of title keep their full effect.`,
  },
  de: {
    subject: 'Ratenzahlungsvereinbarung über {{ total }}',
    body: `Zwischen {{ company.name }} als Gläubiger und {{ customer.name }} als Schuldner wird Folgendes vereinbart.

# 1. Schuldanerkenntnis

Der Schuldner erkennt an, dem Gläubiger zum {{ agreedOn }} aus {% if invoiceCount == 1 %}der folgenden Rechnung{% else %}den folgenden Rechnungen{% endif %} den Betrag von {{ total }} zu schulden. Grund und Höhe der Forderung werden nicht bestritten.

{{ debts }}

{% if french %}Mit der Unterzeichnung unterbricht dieses Anerkenntnis die Verjährung (Artikel 2240 des französischen Code civil): Eine neue Frist gleicher Dauer beginnt mit seinem Datum (Artikel 2231).

{% endif %}# 2. Ratenplan

Der Schuldner zahlt diesen Betrag in {% if instalmentCount == 1 %}einer Rate, die{% else %}{{ instalmentCount }} Raten, die jeweils{% endif %} spätestens am angegebenen Tag beim Gläubiger eingehen. Zahlungen werden auf die ältesten Rechnungen angerechnet.

{{ schedule }}

# 3. Zahlungsverzug

{% if wholeDue %}Geht eine Rate nicht binnen {{ graceDays }} Tagen nach ihrer Fälligkeit vollständig ein, endet diese Vereinbarung von selbst: Der gesamte Restbetrag ist ohne weitere Mahnung sofort fällig.{% else %}Eine nicht gezahlte Rate ist nur für sich fällig; der Gläubiger kann sie beitreiben, spätere Raten werden nicht vorgezogen.{% endif %}

# 4. Verzugszinsen und Beitreibungskosten

{% if interestWaived %}Solange der Ratenplan eingehalten wird, verzichtet der Gläubiger auf die Verzugszinsen und die Pauschale für Beitreibungskosten dieser Rechnungen. Andernfalls sind sie ab der ursprünglichen Fälligkeit jeder Rechnung geschuldet.{% else %}Diese Vereinbarung ist kein Verzicht auf Verzugszinsen oder auf die Pauschale für Beitreibungskosten; sie bleiben bis zur vollständigen Zahlung geschuldet.{% endif %}

# 5. Umfang

Diese Vereinbarung ist keine Schuldumwandlung: Rechnungen, Sicherheiten und Eigentumsvorbehalt bleiben in vollem Umfang bestehen.`,
  },
  es: {
    subject: 'Acuerdo de pago aplazado de {{ total }}',
    body: `Entre {{ company.name }}, acreedor, y {{ customer.name }}, deudor, se acuerda lo siguiente.

# 1. Reconocimiento de deuda

El deudor reconoce adeudar al acreedor, a {{ agreedOn }}, la cantidad de {{ total }} por {% if invoiceCount == 1 %}la factura siguiente, cuya{% else %}las facturas siguientes, cuya{% endif %} existencia e importe no discute.

{{ debts }}

{% if french %}Una vez firmado, este reconocimiento interrumpe la prescripción (artículo 2240 del Código Civil francés): desde su fecha corre un nuevo plazo de igual duración (artículo 2231).

{% endif %}# 2. Calendario de pagos

El deudor paga esta cantidad en {% if instalmentCount == 1 %}un plazo{% else %}{{ instalmentCount }} plazos{% endif %}, que el acreedor debe recibir a más tardar el día indicado. Los pagos se aplican a las facturas más antiguas.

{{ schedule }}

# 3. Falta de pago

{% if wholeDue %}Si un solo plazo no se paga íntegramente en los {{ graceDays }} días siguientes a su vencimiento, este acuerdo queda sin efecto: la totalidad del saldo es exigible de inmediato, sin nuevo requerimiento.{% else %}El plazo que no se pague a su vencimiento es exigible por sí solo; el acreedor puede reclamarlo sin que se anticipen los plazos siguientes.{% endif %}

# 4. Intereses de demora y costes de cobro

{% if interestWaived %}Mientras se cumpla el calendario, el acreedor renuncia a los intereses de demora y a la indemnización fija por costes de cobro de estas facturas. Si no se cumple, se devengan desde el vencimiento original de cada factura.{% else %}Este acuerdo no supone renuncia a los intereses de demora ni a la indemnización fija por costes de cobro, que se adeudan hasta el pago completo.{% endif %}

# 5. Alcance

Este acuerdo no supone novación: las facturas, las garantías y la reserva de dominio conservan todos sus efectos.`,
  },
}
