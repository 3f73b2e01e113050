"""The words of the selection's tables."""

from ami_cli.models.text import Words

SHORTLIST = Words(fr="Liste restreinte", en="Shortlist")
COMPARISON = Words(fr="Tableau comparatif", en="Comparison")
LONG_LIST = Words(fr="Toutes les candidatures", en="All applications")
APPLICATION = Words(fr="Candidature", en="Application")
CANDIDATE = Words(fr="Candidat", en="Candidate")
DECISION = Words(fr="Décision", en="Decision")
RANK = Words(fr="Rang", en="Rank")
SCORE = Words(fr="Note sur 100", en="Score out of 100")
REASONS = Words(fr="Motifs", en="Reasons")
CRITERION = Words(fr="Critère (poids)", en="Criterion (weight)")
MEAN = Words(fr="Moyenne", en="Mean")
MEDIAN = Words(fr="Médiane", en="Median")
SPREAD = Words(fr="Écart entre évaluateurs", en="Spread between evaluators")
ARRIVAL = Words(fr="Arrivée", en="Arrival")
VERDICT = Words(fr="Examen", en="Verdict")
FINDINGS = Words(fr="Constats", en="Findings")
VERIFIED = Words(fr="Vérifié par une personne", en="Verified by a person")
WAIVERS = Words(fr="Dérogations", en="Waivers")
EVALUATOR = Words(fr="Évaluateur", en="Evaluator")
MARK = Words(fr="Note", en="Mark")
COMMENT = Words(fr="Commentaire", en="Comment")
CONFLICT = Words(fr="conflit d’intérêts déclaré", en="declared conflict of interest")
ABSTENTION = Words(fr="abstention", en="abstention")
GENERAL = Words(fr="Appréciation générale", en="General comment")
WHERE = Words(fr="Où le voir", en="Where to see it")
SAID_BY = Words(fr="Qui", en="Who")
POINT = Words(fr="Point ou critère", en="Point or criterion")
COMMITTEE = Words(fr="Comité", en="Committee")
PROPOSALS = Words(fr="Avis des évaluateurs", en="Evaluators' proposals")
PROPOSED = {True: Words(fr="à retenir", en="retain"), False: Words(fr="à ne pas retenir", en="do not retain")}
PRICE = Words(fr="Prix", en="Price")
FINANCIAL = Words(fr="Note financière", en="Financial score")
TOTAL = Words(fr="Total", en="Total")
COLON = Words(fr=" : ", en=": ")
SEMICOLON = Words(fr=" ; ", en="; ")
OTHERS = Words(
    fr="{number} autres candidats ne tiennent pas sur cette page : voir la liste restreinte et les fiches.",
    en="{number} more candidates do not fit on this page: see the shortlist and the candidate sheets.",
)
