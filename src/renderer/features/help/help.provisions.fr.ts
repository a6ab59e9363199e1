import type { HelpTexts } from './help.topics.ts'

export const provisionTopicsFr: Pick<HelpTexts, 'provisions'> = {
  provisions: {
    title: 'Dépréciation des créances',
    lead: 'Ce qui risque de ne pas rentrer\u202f: par âge d’après votre propre historique, ou créance par créance, puis l’écriture de clôture.',
    sections: [
      {
        title: 'La matrice par âge (IFRS 9, approche simplifiée)',
        text: 'Les taux viennent de vos factures passées\u202f: de ce qui a été facturé, combien restait impayé à l’échéance, à 30, 60 et 90 jours, et combien a été perdu. Le taux d’une tranche est la perte rapportée à ce qui était arrivé jusque-là. Un règlement compte à son propre jour, un impayé rejeté n’a pas été payé, un passage en perte est une perte.',
        points: [
          '«\u202fPerdue après\u202f»\u202f: «\u202fAuto\u202f» prend le délai le plus long, parmi 365, 180 et 90 jours, dont l’historique donne les taux\u202f; la tranche de plus de 90 jours reçoit alors le taux de ce qui est vraiment resté impayé. 90 jours est la présomption d’IFRS 9\u202f: tout ce qui est plus vieux est compté perdu. Le délai retenu est gardé et imprimé avec la clôture.',
          'Par segment, un segment qui a trop peu d’historique prend les taux de tous les clients et le dit.',
          'Moins de trente factures ou de trois mois d’échéances\u202f: la matrice n’est pas calculable\u202f; donnez les taux à la main, avec le motif.',
          'L’ajustement en % tient compte de l’avenir\u202f; son motif est gardé avec la clôture.',
        ],
      },
      {
        title: 'Ce que la base retire',
        text: 'Du TTC ouvert, celui de la balance âgée, sont retirés ce qui est traité au cas par cas, les avoirs et acomptes du même client (les plus vieilles créances d’abord), la TVA et la part assurée. La TVA est celle de la facture électronique ou du passage en perte, sinon le taux indiqué\u202f; les clients à l’étranger n’en portent pas. La part assurée suit la quotité et le plafond de la couverture\u202f; une créance déclarée trop tard n’est plus couverte.',
      },
      {
        title: 'Au cas par cas (plan comptable général)',
        text: 'Le logiciel propose\u202f; une personne décide.',
        steps: [
          'Parcourez «\u202fÀ décider\u202f»\u202f: procédure collective, contentieux, mise en demeure sans effet, litige, grand retard, compte 416.',
          'Cochez (Espace), puis décidez douteuses avec une probabilité, un motif et une pièce, ou jugez saines avec le motif.',
          'La dépréciation est la base hors taxes multipliée par la probabilité. Chaque décision reste dans l’historique.',
        ],
      },
      {
        title: 'Clôturer',
        text: 'Une clôture garde la matrice, les cas et les écritures tels qu’ils sont ce jour-là. La suivante n’enregistre que les écarts\u202f: 416/411 TTC, 68174/491 en hausse, 491/78174 en baisse. Ce qui a été passé en perte depuis quitte 416 par son écriture propre. Seule la dernière clôture peut être retirée, avec un motif. Pour le comptable\u202f: liste, matrice et écritures en PDF, XLSX ou CSV, et lignes au format FEC.',
      },
      {
        title: 'La TVA',
        text: 'Une dépréciation ne donne droit à rien\u202f: la TVA se récupère quand la perte est définitive, après l’avis au client (CGI, article 272). Sous les clôtures, les passages en perte qui l’attendent, avec l’avis à un clic.',
      },
    ],
  },
}
