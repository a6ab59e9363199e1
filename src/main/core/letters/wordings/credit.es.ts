import type { CreditWordings } from './wordings.ts'

const reasons = `{% if reasons.size > 0 %}Esta decisión tiene en cuenta lo siguiente:{% for reason in reasons %}
– {{ reason }}{% if forloop.last %}.{% else %};{% endif %}{% endfor %}

{% endif %}`
const conditions = `{% if conditions != "" %}Esta decisión está sujeta a las siguientes condiciones:
{{ conditions }}

{% endif %}`
const group = '{% if group != "" %}, común a las sociedades del grupo {{ group }}{% endif %}'
const terms =
  '{% if cashOnly %}Sus pedidos se pagan antes de la entrega.{% else %}Nuestras facturas se pagan {{ terms }}.{% endif %}'
const meaning =
  'Este límite comprende todas sus facturas pendientes y sus pedidos en curso. Por encima de él, la entrega requiere el pago previo.'
const closing = `{% if nextReview != "" %}Revisaremos su expediente a más tardar el {{ nextReview }}, y antes si nos facilitan nueva información. {% endif %}Para cualquier consulta pueden dirigirse a {% if company.signatory != "" %}{{ company.signatory }}{% else %}nuestro departamento de créditos{% endif %}{% if company.phone != "" %}, teléfono {{ company.phone }}{% endif %}{% if company.email != "" %}, correo {{ company.email }}{% endif %}: les explicaremos los motivos de esta decisión si lo desean.

Si ejercen su actividad como empresario individual, se han utilizado datos que les conciernen; la decisión la ha tomado una persona y no un tratamiento automatizado. Pueden solicitar el acceso a ellos, su rectificación u oponerse a su tratamiento (Reglamento (UE) 2016/679, artículos 15, 16 y 21) escribiendo a {% if company.email != "" %}{{ company.email }}{% else %}la dirección indicada arriba{% endif %}.

Atentamente,`

export const creditEs: CreditWordings = {
  'credit-granted': {
    subject:
      '{% if previousAmount != "" %}Ampliación de su límite de crédito a {{ amount }}{% else %}Límite de crédito de {{ amount }}{% endif %}',
    body: `Estimados señores:

Tras examinar su expediente, nos complace concederles un límite de crédito de {{ amount }}${group}{% if previousAmount != "" %}, frente a los {{ previousAmount }} anteriores{% endif %}. Se aplica a partir del {{ from }}{% if until != "" %} y hasta el {{ until }}{% endif %}. Nuestras facturas se pagan {{ terms }}.

${meaning}

${conditions}${reasons}${closing}`,
  },
  'credit-maintained': {
    subject:
      '{% if cashOnly %}Sus condiciones de pago{% else %}Mantenimiento de su límite de crédito de {{ amount }}{% endif %}',
    body: `Estimados señores:

Hemos revisado su expediente. {% if cashOnly %}Sus condiciones de pago no cambian.{% else %}Su límite de crédito se mantiene en {{ amount }}${group}{% if until != "" %}, hasta el {{ until }}{% endif %}.{% endif %} ${terms}

{% unless cashOnly %}${meaning}

{% endunless %}${conditions}${reasons}${closing}`,
  },
  'credit-reduced': {
    subject: 'Nuevo límite de crédito de {{ amount }} a partir del {{ from }}',
    body: `Estimados señores:

Tras revisar su expediente, reducimos su límite de crédito{% if previousAmount != "" %} de {{ previousAmount }}{% endif %} a {{ amount }}${group}, a partir del {{ from }}{% if until != "" %} y hasta el {{ until }}{% endif %}. ${terms} Las facturas ya emitidas siguen siendo pagaderas a su vencimiento.

{% unless cashOnly %}${meaning}

{% endunless %}${conditions}${reasons}${closing}`,
  },
  'credit-withdrawn': {
    subject: 'Retirada de su límite de crédito a partir del {{ from }}',
    body: `Estimados señores:

Tras revisar su expediente, ya no podemos concederles plazos de pago. Su límite de crédito{% if previousAmount != "" %} de {{ previousAmount }}{% endif %} queda retirado a partir del {{ from }}. Todo nuevo pedido se paga antes de la entrega. Las facturas ya emitidas siguen siendo pagaderas a su vencimiento.

${conditions}${reasons}${closing}`,
  },
  'credit-refused': {
    subject: 'Su solicitud de crédito',
    body: `Estimados señores:

Hemos examinado su expediente con atención. Por el momento, no podemos {% if previousAmount != "" %}ampliar su límite de crédito, que se mantiene en {{ previousAmount }}{% else %}concederles un límite de crédito: sus pedidos se pagan antes de la entrega{% endif %}.

${reasons}${closing}`,
  },
}
