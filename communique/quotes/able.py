"""Who can speak: a person, body, state, group, document or medium can; a trip, a deal or a date cannot.

the ministry said ...    Xi's trip emphasised how ...    the statement said ...
can                      cannot                          can
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.quotes.lexicon import BODIES, CITABLE, DOCUMENTS, MEDIA, words

if TYPE_CHECKING:
    from spacy.tokens import Token

PEOPLE = words("people person persons man men woman women child children boy girl mother father mum dad son daughter wife husband brother sister "
    "king queen prince princess pope president premier chancellor minister secretary chief head boss commander general colonel captain admiral "
    "crew team group groups coalition alliance bloc side sides parties family families relative relatives victim victims survivors member "
    "members student students staff ally allies community communities court courts judge jury company companies firm firms bank banks "
    "university church delegation delegations nation nations country countries state states leadership chair chairman public observers "
    "resident residents agent agents opponent opponents correspondent correspondents dissident dissidents patient patients parent parents "
    "client clients militant militants participants participant attendant consultant consultants assistant aide lieutenant sergeant "
    "commandant superintendent representative representatives executive executives detective detectives conservatives progressives "
    "democrats republicans expert experts critics critic colleague colleagues friend friends neighbour neighbours neighbor neighbors "
    "guest guests host monk bishop cardinal cleric clerics imam ayatollah sheikh emir sultan guard guards crowd crowds youth elite troops "
    "forces force regime junta opposition majority minority camp top number deputy envoy envoys attorney attorneys counsel prosecution "
    "defense defence diplomats staffers tribes tribe movement organisation organization organisations organizations institute institution "
    "think-tank foundation association federation committee panel watchdog regulator broadcaster monitor faction factions wing pair duo "
    "trio both two three four five several many most others another leaders leader mp mps pm fm source sources nominee nominees campaign "
    "campaigns architect individuals individual citizens citizen surrogates veterans veteran proponents advocates advocate delegates delegate "
    "enemies enemy candidates candidate unions network networks mogul chorus constituency regulars associates associate laureate magnate "
    "protestors lawmakers hawks doves economists pundits strategists oligarch tycoon guardsmen")  # fmt: skip
TEXTS = words("law bill treaty agreement accord pact text document poll survey study research figures statistics analysis review "
    "investigation inquiry website site page account headline editorial draft copy paper papers files records email emails "
    "e-mail indictment lawsuit complaint petition ruling verdict order motion proposal plan constitution charter roadmap "
    "posting caption journal book story memoir audit analyses submission cable footage clip video tape recording voice message manifesto dossier briefing bulletin update alert advisory warrant")  # fmt: skip
ACTORS = re.compile(r"(?:ers?|ors?|ists?|ians?|eers?|ees|crats?|logues?|arch|archs|analysts?)$")
THINGS = words("matter matters number numbers power powers order orders weather border borders center centre centers centres water waters "
    "summer winter offer offers answer answers error errors factor factors sector sectors corridor career chapter encounter encounters "
    "disaster character flavor flavour color colour labor labour behavior behaviour honor honour favor favour horror terror fighter "
    "rumor rumour rumours rumors quarter dinner manner danger hunger anger weather transfer tower river shower computer barrier barriers "
    "frontier layer fever gender gesture reminder remainder blunder murder disorder cover October September November December however "
    "another other latter former tensor door floor mirror vector interior exterior anchor harbor harbour tumor minor major chancer trigger "
    "stir over under never ever either neither rather whether slower faster higher lower better worse bigger smaller fees trees")  # fmt: skip
HUMBLE = words("officer officers fighter fighters leader other others former")


def can_speak(head: Token) -> bool:
    """Whether the noun at a source's head names somebody or something that words can come from."""
    word = head.lower_
    if head.ent_type_ in ("PER", "ORG", "NORP", "LOC") or head.pos_ in ("PROPN", "PRON", "NUM", "ADJ", "X"):
        return True
    if head.text[:1].isupper() and not head.is_sent_start:
        return True
    singular = word.removesuffix("s")
    if {word, singular} & (PEOPLE | CITABLE | DOCUMENTS | MEDIA | TEXTS | HUMBLE) or BODIES.search(word) is not None:
        return True
    return word not in THINGS and singular not in THINGS and ACTORS.search(word) is not None
