// Some 256 nouns each, eight bits a word: short, without accents, told over the telephone without being spelt, and none
// that could offend whoever receives them.
const french = `
abeille abricot acacia agneau aigle alpage amande ananas anorak arbre argile armoire arrosoir atelier aurore automne avion
avoine avril azur bague balai balcon ballon bambou banane banc barque basilic bassin bateau berceau berger beurre biche bidon
bijou biscuit bisou blouse bocal boisson bonbon bonnet botte bouchon bougie boulanger bouquet boussole bouton bretelle brioche
brique brosse brouette bulle buvette cabane cabine cacao cadeau cadre cahier caillou caisse calcul camion canal canard canoe
capuche caramel carotte cartable casque castor cerise chaise chalet chameau chanson chapeau charrette chat chemin cheval chien
chocolat cigale cigogne citron clairon clavier clochette cocon colibri colline colombe comptoir concert coquille corbeille
coton coucou coussin crayon croissant cuiller cuisine cygne dauphin dessert dimanche domino dragon dune eau encrier enfant
enveloppe escargot eventail faisan falaise fanfare farine fauteuil fenouil ferme feuille figue flamme flocon fontaine
fougasse fourmi fraise framboise fromage fusain galet galop garage gazelle gazon genou girafe gland glacier goutte grange
grenade griffe grillon guitare hamac haricot hermine herbe hibou hiver horloge houx huile iris ivoire jardin jasmin jonquille
jouet journal jupon kayak kiwi lagune laine lampe lapin lavande lavoir lecture lessive lierre lilas lion livre loupe lucarne
lundi lune lutin maison mandoline mangue manteau marbre marmite maroquin masque matin melon menthe merle meuble miel mimosa
miroir moineau montagne moulin mouton muguet musique myrtille nappe narcisse navire neige noisette nuage octobre oiseau olive
orange orchestre oreiller orge panier papillon parasol parfum passoire pastel patin perdrix perle phare piano pigeon
pinceau pinson piscine plume poire poivre pomme pont poterie prune radis raisin rameau ruban sable sapin tambour`

const english = `
acorn acre alley almond amber anchor anvil apple apron arch arrow aspen atlas attic autumn avocado axle badge bagel balcony
bamboo banjo barley barn basil basket beach beacon beagle beaver bench berry birch biscuit blanket blossom boat bonnet book
bottle boulder bracket branch bread brick bridge brook broom brush bucket bugle bundle butter cabin cactus camel candle canoe
canvas canyon carpet carrot castle cedar cello chair chalk cherry chess chestnut chimney cider cinema circle citrus clarinet
clay clover cloud coast cobalt cocoa coffee comet compass copper coral cotton cousin cradle crane crayon cricket crocus crystal
cupboard curtain cushion daisy dolphin domino donkey dragon drum eagle easel echo elbow elder ember engine falcon farm
feather fennel ferry fiddle field finch flannel flute forest fossil fountain fox frost galaxy garden garlic garnet gazelle
ginger giraffe glacier globe glove goose granite grape guitar hammock harbour harp harvest hazel heron hill honey horizon
hotel igloo indigo inkwell iris island ivory ivy jacket jasmine jigsaw juniper kayak kettle kiosk kitchen kite koala ladder
lagoon lantern larch lavender lemon lentil library lilac linen lion lobster locket lunar magnet mango maple marble meadow
melon mill mirror mitten monday moose morning mosaic muffin museum nectar needle nest nickel north nutmeg oak oasis
oat ocean olive onion orange orchard otter owl oyster paddle painter palm panda paper parade parrot peach peanut pearl pebble
pencil pepper piano picnic pigeon pillow pine planet plum pocket pollen pony poplar poppy porridge prairie puffin pumpkin
quartz quilt rabbit raisin raven ribbon river robin rocket saddle salmon sandal`

const listOf = (text: string): readonly string[] => [...new Set(text.trim().split(/\s+/))]

export const wordsOf = { fr: listOf(french), en: listOf(english) }
