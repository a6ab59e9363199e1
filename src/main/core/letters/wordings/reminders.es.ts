import type { ReminderWordings } from './wordings.ts'

const earlier = (one: string, several: string): string =>
  `{% if previousLetters.size == 1 %}${one.replace('…', 'del {{ previousLetters[0].date }}')}{% elsif previousLetters.size > 1 %}${several.replace('…', '{% for letter in previousLetters %}{% if forloop.first %}del {% elsif forloop.last %} y del {% else %}, del {% endif %}{{ letter.date }}{% endfor %}')}{% endif %}`
const charges = `{% if claimsInterest %}A esa cantidad se suman los intereses de demora{% if interestLaw != "" %} ({{ interestLaw }}){% endif %}, que ascienden hasta hoy a {{ interest }} y siguen devengándose hasta el pago completo. {% endif %}{% if claimsIndemnity %}La indemnización por costes de cobro, de {{ fixedSum }}{% if indemnityLaw != "" %} ({{ indemnityLaw }}){% endif %}, asciende a {{ indemnities }}. {% endif %}{% if claimsFees %}Nuestros gastos de reclamación son de {{ fees }}. {% endif %}{% if claimsEarlier %}Los gastos e intereses reclamados anteriormente suman {{ earlierCharges }}. {% endif %}`
const settled = 'Si ya han realizado el pago, les rogamos que no tengan en cuenta este escrito.'
const closing = 'Atentamente,'

export const remindersEs: ReminderWordings = {
  notice: {
    subject:
      'Aviso de vencimiento: {% if invoiceCount == 1 %}factura {{ invoices }}, que vence el {{ oldestDue }}{% else %}{{ invoiceCount }} facturas que vencen a partir del {{ oldestDue }}{% endif %}',
    body: `Estimados señores:

{% if invoiceCount == 1 %}La factura que figura a continuación vence el {{ oldestDue }}{% else %}Las facturas que figuran a continuación vencen próximamente, la primera el {{ oldestDue }}{% endif %}, por un importe total de {{ total }}.

Les agradeceríamos que nos confirmaran que {% if invoiceCount == 1 %}está aprobada y que nada impide su pago en esa fecha{% else %}están aprobadas y que nada impide su pago en las fechas previstas{% endif %}. Si les falta algún documento o tienen alguna observación sobre una entrega, les rogamos que nos lo indiquen ya: lo resolveremos antes del vencimiento.

Si el pago ya está programado, no es necesario que respondan.

${closing}`,
  },
  courtesy: {
    subject:
      'Recordatorio de pago: {% if invoiceCount == 1 %}factura {{ invoices }}{% else %}{{ invoiceCount }} facturas pendientes{% endif %}',
    body: `Estimados señores:

Salvo error u omisión por nuestra parte, todavía no hemos recibido el pago de {% if invoiceCount == 1 %}la factura que figura a continuación, vencida el {{ oldestDue }}{% else %}las facturas que figuran a continuación, la más antigua vencida el {{ oldestDue }}{% endif %}, por un importe total de {{ total }}.

Les agradeceríamos que nos confirmaran que {% if invoiceCount == 1 %}la han recibido y que está aprobada{% else %}las han recibido y que están aprobadas{% endif %}, y que nos indicaran la fecha prevista de pago. Si les falta algún documento, como un albarán o una copia de la factura, se lo enviaremos de inmediato.

${settled}

${closing}`,
  },
  reminder: {
    subject:
      'Aviso de pago pendiente: {% if invoiceCount == 1 %}factura {{ invoices }}, vencida el {{ oldestDue }}{% else %}{{ invoiceCount }} facturas vencidas{% endif %}',
    body: `Estimados señores:

{% if previousLetters.size > 0 %}A pesar de nuestro escrito anterior{% else %}Salvo error u omisión por nuestra parte{% endif %}, {% if invoiceCount == 1 %}la factura que figura a continuación, vencida el {{ oldestDue }}, sigue pendiente de pago{% else %}las facturas que figuran a continuación, la más antigua vencida el {{ oldestDue }}, siguen pendientes de pago{% endif %}, por un importe total de {{ total }}.

Les rogamos que efectúen el pago {% if deadline != "" %}a más tardar el {{ deadline }}{% else %}a la mayor brevedad{% endif %} o que nos comuniquen la fecha en que lo harán. Si existe alguna dificultad o disconformidad, les rogamos que nos indiquen el motivo por escrito para que podamos resolverla sin demora.

${settled}

${closing}`,
  },
  firm: {
    subject:
      'Último aviso antes del requerimiento de pago: {{ total }}{% if deadline != "" %}, a más tardar el {{ deadline }}{% endif %}',
    body: `Estimados señores:

${earlier('Nuestro escrito … no ha surtido efecto. ', 'Nuestros escritos … no han surtido efecto. ')}{% if invoiceCount == 1 %}La factura que figura a continuación sigue impagada{% else %}Las {{ invoiceCount }} facturas que figuran a continuación siguen impagadas{% endif %}: nos adeudan {{ principal }} de principal.

{% if claimsInterest or claimsIndemnity or claimsFees or claimsEarlier %}${charges}El importe que deben abonar es, por tanto, de {{ total }}.

{% endif %}{% if deadline != "" %}Les pedimos que abonen esta cantidad a más tardar el {{ deadline }}. {% endif %}En caso contrario, suspenderemos el suministro y los plazos de pago concedidos, y les dirigiremos un requerimiento de pago. Si no están conformes con todo o parte de este importe, les rogamos que nos indiquen el motivo por escrito en el mismo plazo.

${settled}

${closing}`,
  },
  'follow-up': {
    subject:
      'Nuevo aviso: {{ total }} pendientes de pago{% if deadline != "" %}, a más tardar el {{ deadline }}{% endif %}',
    body: `Estimados señores:

{% if previousLetters.size > 0 %}Desde nuestro escrito del {{ previousLetters.last.date }} no hemos recibido ni el pago ni una respuesta. {% endif %}{% if invoiceCount == 1 %}La factura que figura a continuación sigue pendiente{% else %}Las {{ invoiceCount }} facturas que figuran a continuación siguen pendientes{% endif %}, por {{ principal }} de principal.

{% if claimsInterest or claimsIndemnity or claimsFees or claimsEarlier %}${charges}El importe que deben abonar es, por tanto, de {{ total }}.

{% endif %}Les pedimos que efectúen el pago {% if deadline != "" %}a más tardar el {{ deadline }}{% else %}sin demora{% endif %} o que nos propongan en ese plazo una fecha de pago en firme. Si no están conformes con todo o parte de este importe, les rogamos que nos indiquen el motivo por escrito.

${settled}

${closing}`,
  },
  formal: {
    subject: 'Requerimiento de pago de {{ total }}',
    body: `Estimados señores:

Nos adeudan, por {% if invoiceCount == 1 %}la factura que se detalla{% else %}las {{ invoiceCount }} facturas que se detallan{% endif %} a continuación, la cantidad de {{ principal }} de principal, {% if invoiceCount == 1 %}exigible desde el {{ oldestDue }}{% else %}cuyo vencimiento más antiguo es el {{ oldestDue }}{% endif %}.${earlier(' Nuestro escrito … no ha surtido efecto.', ' Nuestros escritos … no han surtido efecto.')}

{% if claimsInterest or claimsIndemnity or claimsFees or claimsEarlier %}${charges}El total adeudado asciende así a {{ total }}.

{% endif %}En consecuencia, les requerimos formalmente{% if noticeLaw != "" %} ({{ noticeLaw }}){% endif %} el pago de {{ total }}{% if deadline != "" %} a más tardar el {{ deadline }}{% else %} a la recepción de este escrito{% endif %}, mediante transferencia a la cuenta indicada más abajo.

De no recibir el pago en ese plazo, ejercitaremos sin más aviso las acciones judiciales que correspondan{% if regime == "ES" %}, incluido el proceso monitorio (artículos 812 a 818 de la Ley de Enjuiciamiento Civil){% endif %}, para reclamar esta cantidad, los intereses moratorios{% if courtLaw != "" %} ({{ courtLaw }}){% endif %} y las costas. Nos reservamos asimismo el derecho a retirar los plazos de pago, a suspender el suministro y, en su caso, a hacer valer nuestra reserva de dominio.

Seguimos abiertos a una solución amistosa: si atraviesan alguna dificultad o no están conformes con todo o parte de la deuda, les rogamos que nos lo comuniquen por escrito en el mismo plazo, con los documentos que lo justifiquen.

${closing}`,
  },
}
