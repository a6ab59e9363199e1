import type { CreditWordings } from './wordings.ts'

const reasons = `{% if reasons.size > 0 %}Diese Entscheidung berücksichtigt:{% for reason in reasons %}
– {{ reason }}{% if forloop.last %}.{% else %};{% endif %}{% endfor %}

{% endif %}`
const conditions = `{% if conditions != "" %}Für diese Entscheidung gelten folgende Bedingungen:
{{ conditions }}

{% endif %}`
const group = '{% if group != "" %}, gemeinsam für die Unternehmen der Gruppe {{ group }},{% endif %}'
const terms =
  '{% if cashOnly %}Ihre Bestellungen sind vor Lieferung zu bezahlen.{% else %}Unsere Rechnungen sind {{ terms }} zahlbar.{% endif %}'
const meaning =
  'Das Kreditlimit umfasst alle Ihre unbezahlten Rechnungen und laufenden Bestellungen. Darüber hinaus liefern wir gegen Vorauszahlung.'
const closing = `{% if nextReview != "" %}Wir prüfen Ihre Unterlagen spätestens am {{ nextReview }} erneut, und früher, wenn Sie uns neue Angaben zukommen lassen. {% endif %}Bei Fragen erreichen Sie {% if company.signatory != "" %}{{ company.signatory }}{% else %}unsere Kreditabteilung{% endif %}{% if company.phone != "" %} unter {{ company.phone }}{% endif %}{% if company.email != "" %}{% if company.phone != "" %} oder{% endif %} unter {{ company.email }}{% endif %}: Die Gründe dieser Entscheidung erläutern wir Ihnen gern auf Anfrage.

Falls Sie Einzelunternehmer sind, wurden Daten verwendet, die Sie betreffen; die Entscheidung hat eine Person getroffen, nicht ein automatisiertes Verfahren. Sie können Auskunft über diese Daten verlangen, sie berichtigen lassen oder ihrer Verarbeitung widersprechen (Verordnung (EU) 2016/679, Artikel 15, 16 und 21), indem Sie {% if company.email != "" %}an {{ company.email }}{% else %}an die oben genannte Anschrift{% endif %} schreiben.

Mit freundlichen Grüßen`

export const creditDe: CreditWordings = {
  'credit-granted': {
    subject:
      '{% if previousAmount != "" %}Erhöhung Ihres Kreditlimits auf {{ amount }}{% else %}Ihr Kreditlimit von {{ amount }}{% endif %}',
    body: `Sehr geehrte Damen und Herren,

nach Prüfung Ihrer Unterlagen freuen wir uns, Ihnen ein Kreditlimit von {{ amount }}${group} einzuräumen{% if previousAmount != "" %}; bisher waren es {{ previousAmount }}{% endif %}. Es gilt ab dem {{ from }}{% if until != "" %} und bis zum {{ until }}{% endif %}. Unsere Rechnungen sind {{ terms }} zahlbar.

${meaning}

${conditions}${reasons}${closing}`,
  },
  'credit-maintained': {
    subject:
      '{% if cashOnly %}Ihre Zahlungsbedingungen{% else %}Ihr Kreditlimit von {{ amount }} bleibt bestehen{% endif %}',
    body: `Sehr geehrte Damen und Herren,

wir haben Ihre Unterlagen erneut geprüft. {% if cashOnly %}Ihre Zahlungsbedingungen bleiben unverändert.{% else %}Ihr Kreditlimit von {{ amount }}${group} bleibt{% if until != "" %} bis zum {{ until }}{% endif %} bestehen.{% endif %} ${terms}

{% unless cashOnly %}${meaning}

{% endunless %}${conditions}${reasons}${closing}`,
  },
  'credit-reduced': {
    subject: 'Neues Kreditlimit von {{ amount }} ab dem {{ from }}',
    body: `Sehr geehrte Damen und Herren,

nach erneuter Prüfung Ihrer Unterlagen setzen wir Ihr Kreditlimit ab dem {{ from }}{% if until != "" %} und bis zum {{ until }}{% endif %}{% if previousAmount != "" %} von {{ previousAmount }}{% endif %} auf {{ amount }}${group} herab. ${terms} Bereits ausgestellte Rechnungen bleiben zu ihrer Fälligkeit zahlbar.

{% unless cashOnly %}${meaning}

{% endunless %}${conditions}${reasons}${closing}`,
  },
  'credit-withdrawn': {
    subject: 'Aufhebung Ihres Kreditlimits ab dem {{ from }}',
    body: `Sehr geehrte Damen und Herren,

nach erneuter Prüfung Ihrer Unterlagen können wir Ihnen kein Zahlungsziel mehr einräumen. Ihr Kreditlimit{% if previousAmount != "" %} von {{ previousAmount }}{% endif %} entfällt ab dem {{ from }}. Jede neue Bestellung ist vor Lieferung zu bezahlen. Bereits ausgestellte Rechnungen bleiben zu ihrer Fälligkeit zahlbar.

${conditions}${reasons}${closing}`,
  },
  'credit-refused': {
    subject: 'Ihre Kreditanfrage',
    body: `Sehr geehrte Damen und Herren,

wir haben Ihre Unterlagen sorgfältig geprüft. Derzeit können wir {% if previousAmount != "" %}Ihr Kreditlimit nicht erhöhen; es bleibt bei {{ previousAmount }}{% else %}Ihnen kein Kreditlimit einräumen: Ihre Bestellungen sind vor Lieferung zu bezahlen{% endif %}.

${reasons}${closing}`,
  },
}
