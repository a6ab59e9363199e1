import type { ReminderWordings } from './wordings.ts'

const earlier = (one: string, several: string): string =>
  `{% if previousLetters.size == 1 %}${one.replace('…', 'vom {{ previousLetters[0].date }}')}{% elsif previousLetters.size > 1 %}${several.replace('…', '{% for letter in previousLetters %}{% if forloop.first %}vom {% elsif forloop.last %} und vom {% else %}, vom {% endif %}{{ letter.date }}{% endfor %}')}{% endif %}`
const charges = `{% if claimsInterest %}Hinzu kommen Verzugszinsen{% if interestLaw != "" %} ({{ interestLaw }}){% endif %} in Höhe von derzeit {{ interest }}; sie laufen bis zur vollständigen Zahlung weiter. {% endif %}{% if claimsIndemnity %}Die Pauschale für Beitreibungskosten von {{ fixedSum }}{% if indemnityLaw != "" %} ({{ indemnityLaw }}){% endif %} beträgt {{ indemnities }}. {% endif %}{% if claimsFees %}Unsere Mahnkosten belaufen sich auf {{ fees }}. {% endif %}{% if claimsEarlier %}Früher geforderte Nebenforderungen betragen {{ earlierCharges }}. {% endif %}`
const settled = 'Sollte die Zahlung bereits erfolgt sein, betrachten Sie dieses Schreiben bitte als gegenstandslos.'
const closing = 'Mit freundlichen Grüßen'

// The first word after the salutation is written small.
export const remindersDe: ReminderWordings = {
  notice: {
    subject:
      'Hinweis zur Fälligkeit: {% if invoiceCount == 1 %}Rechnung {{ invoices }}, fällig am {{ oldestDue }}{% else %}{{ invoiceCount }} Rechnungen, fällig ab dem {{ oldestDue }}{% endif %}',
    body: `Sehr geehrte Damen und Herren,

{% if invoiceCount == 1 %}die unten aufgeführte Rechnung über {{ total }} wird am {{ oldestDue }} fällig.{% else %}die unten aufgeführten Rechnungen über insgesamt {{ total }} werden in Kürze fällig, die erste am {{ oldestDue }}.{% endif %}

Bitte bestätigen Sie uns kurz, dass {% if invoiceCount == 1 %}sie freigegeben ist und der Zahlung zu diesem Termin nichts entgegensteht{% else %}sie freigegeben sind und der Zahlung zu diesen Terminen nichts entgegensteht{% endif %}. Sollte Ihnen ein Beleg fehlen oder sollten Sie eine Lieferung beanstanden, sagen Sie es uns bitte schon jetzt: Wir kümmern uns noch vor der Fälligkeit darum.

Falls Sie die Zahlung bereits vorgemerkt haben, brauchen Sie nicht zu antworten.

${closing}`,
  },
  courtesy: {
    subject:
      'Zahlungserinnerung: {% if invoiceCount == 1 %}Rechnung {{ invoices }}{% else %}{{ invoiceCount }} offene Rechnungen{% endif %}',
    body: `Sehr geehrte Damen und Herren,

vielleicht ist es Ihrer Aufmerksamkeit entgangen: {% if invoiceCount == 1 %}Die unten aufgeführte Rechnung war am {{ oldestDue }} fällig{% else %}Die unten aufgeführten Rechnungen sind fällig, die älteste seit dem {{ oldestDue }}{% endif %}, und wir konnten noch keinen Zahlungseingang feststellen. Offen sind {% if invoiceCount > 1 %}insgesamt {% endif %}{{ total }}.

Bitte bestätigen Sie uns, dass Ihnen {% if invoiceCount == 1 %}die Rechnung vorliegt und freigegeben ist{% else %}die Rechnungen vorliegen und freigegeben sind{% endif %}, und nennen Sie uns den vorgesehenen Zahlungstermin. Sollte Ihnen ein Beleg fehlen, etwa ein Lieferschein oder eine Rechnungskopie, senden wir ihn Ihnen umgehend zu.

${settled}

${closing}`,
  },
  reminder: {
    subject:
      'Mahnung: {% if invoiceCount == 1 %}Rechnung {{ invoices }}, fällig seit {{ oldestDue }}{% else %}{{ invoiceCount }} fällige Rechnungen{% endif %}',
    body: `Sehr geehrte Damen und Herren,

{% if previousLetters.size > 0 %}trotz unseres letzten Schreibens{% else %}nach unseren Unterlagen{% endif %} {% if invoiceCount == 1 %}ist die unten aufgeführte Rechnung, fällig am {{ oldestDue }}, noch nicht bezahlt{% else %}sind die unten aufgeführten Rechnungen, deren älteste am {{ oldestDue }} fällig war, noch nicht bezahlt{% endif %}. Offen sind {% if invoiceCount > 1 %}insgesamt {% endif %}{{ total }}.

Bitte überweisen Sie den Betrag {% if deadline != "" %}bis zum {{ deadline }}{% else %}umgehend{% endif %} oder teilen Sie uns mit, wann wir mit der Zahlung rechnen können. Falls Sie Einwendungen haben, nennen Sie uns bitte schriftlich den Grund, damit wir die Angelegenheit rasch klären können.

${settled}

${closing}`,
  },
  firm: {
    subject: 'Dringende Mahnung: {{ total }}{% if deadline != "" %}, zahlbar bis zum {{ deadline }}{% endif %}',
    body: `Sehr geehrte Damen und Herren,

${earlier('unser Schreiben … blieb ohne Erfolg. ', 'unsere Schreiben … blieben ohne Erfolg. ')}{% if previousLetters.size > 0 %}Die{% else %}die{% endif %} unten {% if invoiceCount == 1 %}aufgeführte Rechnung ist weiterhin unbezahlt; Sie befinden sich damit seit dem {{ lateSince }} in Verzug{% else %}aufgeführten {{ invoiceCount }} Rechnungen sind weiterhin unbezahlt; Sie befinden sich damit in Verzug, mit der ältesten seit dem {{ lateSince }}{% endif %}. Die Hauptforderung beträgt {{ principal }}.

{% if claimsInterest or claimsIndemnity or claimsFees or claimsEarlier %}${charges}Zu zahlen sind damit {{ total }}.

{% endif %}{% if deadline != "" %}Wir fordern Sie auf, diesen Betrag bis spätestens {{ deadline }} zu überweisen. {% endif %}Andernfalls liefern wir nur noch gegen Vorkasse und stellen Ihnen eine letzte Mahnung mit Fristsetzung zu. Falls Sie die Forderung ganz oder teilweise bestreiten, teilen Sie uns den Grund bitte innerhalb derselben Frist schriftlich mit.

${settled}

${closing}`,
  },
  'follow-up': {
    subject: 'Weitere Mahnung: {{ total }}{% if deadline != "" %}, zahlbar bis zum {{ deadline }}{% endif %}',
    body: `Sehr geehrte Damen und Herren,

{% if previousLetters.size > 0 %}seit unserem Schreiben vom {{ previousLetters.last.date }} haben wir weder eine Zahlung noch eine Antwort erhalten. Die{% else %}die{% endif %} unten {% if invoiceCount == 1 %}aufgeführte Rechnung ist{% else %}aufgeführten {{ invoiceCount }} Rechnungen sind{% endif %} nach wie vor offen. Die Hauptforderung beträgt {{ principal }}.

{% if claimsInterest or claimsIndemnity or claimsFees or claimsEarlier %}${charges}Zu zahlen sind damit {{ total }}.

{% endif %}Bitte zahlen Sie {% if deadline != "" %}bis spätestens {{ deadline }}{% else %}unverzüglich{% endif %} oder nennen Sie uns innerhalb dieser Frist einen verbindlichen Zahlungstermin. Falls Sie die Forderung ganz oder teilweise bestreiten, teilen Sie uns den Grund bitte schriftlich mit.

${settled}

${closing}`,
  },
  formal: {
    subject: 'Letzte Mahnung mit Fristsetzung: {{ total }}',
    body: `Sehr geehrte Damen und Herren,

aus {% if invoiceCount == 1 %}der unten aufgeführten Rechnung{% else %}den unten aufgeführten {{ invoiceCount }} Rechnungen{% endif %} schulden Sie uns {{ principal }} (Hauptforderung){% if invoiceCount == 1 %}, fällig seit dem {{ oldestDue }}{% else %}; die älteste Fälligkeit war der {{ oldestDue }}{% endif %}. Sie befinden sich mit der Zahlung in Verzug.${earlier(' Unser Schreiben … blieb ohne Erfolg.', ' Unsere Schreiben … blieben ohne Erfolg.')}

{% if claimsInterest or claimsIndemnity or claimsFees or claimsEarlier %}${charges}Die Gesamtforderung beträgt somit {{ total }}.

{% endif %}Wir fordern Sie hiermit letztmalig{% if noticeLaw != "" %} ({{ noticeLaw }}){% endif %} auf, den Betrag von {{ total }} {% if deadline != "" %}bis spätestens {{ deadline }}{% else %}unverzüglich nach Erhalt dieses Schreibens{% endif %} auf das unten angegebene Konto zu überweisen.

Geht die Zahlung nicht fristgerecht ein, werden wir ohne weitere Ankündigung {% if regime == "DE" %}einen gerichtlichen Mahnbescheid beantragen, ein Inkassounternehmen beauftragen oder Klage erheben{% else %}das zuständige Gericht anrufen{% endif %}. Die Verzugszinsen{% if courtLaw != "" %} ({{ courtLaw }}){% endif %} und die Kosten des Verfahrens gehen dann zu Ihren Lasten. Wir behalten uns außerdem vor, Ihnen keine Zahlungsziele mehr einzuräumen, Lieferungen auszusetzen und gegebenenfalls unseren Eigentumsvorbehalt geltend zu machen.

Zu einer gütlichen Einigung sind wir weiterhin bereit: Sollten Sie in Schwierigkeiten sein oder die Forderung ganz oder teilweise bestreiten, teilen Sie uns dies bitte innerhalb derselben Frist schriftlich mit und fügen Sie Ihre Belege bei.

${closing}`,
  },
}
