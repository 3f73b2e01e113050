"""The commands, in the order in which a call lives; each is the function of its module, loaded only when it is asked for.

The command `new-call` is the function `new_call` of `ami_cli/commands/new_call.py`.
"""

from typing import NamedTuple


class Pair(NamedTuple):
    """Words in both languages, without the cost of a model: this list is read at every start."""

    fr: str
    en: str

    def of(self, language: str) -> str:
        """Return the words in `language`: French for `fr`, English for any other."""
        return self.fr if language == "fr" else self.en


class Listed(NamedTuple):
    """One command: its name, and what it does in one line."""

    name: str
    fr: str
    en: str

    @property
    def function(self) -> str:
        """Return the name of its module and of its function."""
        return self.name.replace("-", "_")


class Group(NamedTuple):
    """Commands that belong together in the help."""

    title: Pair
    commands: tuple[Listed, ...]


GROUPS: tuple[Group, ...] = (
    Group(
        Pair("Commencer", "Start"),
        (
            Listed(
                "demo",
                "Crée un exemple complet et fait le travail dessus : le plus court chemin pour comprendre.",
                "Make a complete example and run the work on it: the shortest way to understand.",
            ),
            Listed(
                "init",
                "Crée un espace de travail vide : dossiers, organisation, modèles, .gitignore.",
                "Make an empty workspace: folders, organisation, templates, .gitignore.",
            ),
        ),
    ),
    Group(
        Pair("Écrire et publier l’appel", "Write and publish the call"),
        (
            Listed(
                "new-call",
                "Écrit un nouvel appel, commenté et valide ; pose les questions si besoin.",
                "Write a new call, commented and valid; ask the questions where needed.",
            ),
            Listed(
                "validate",
                "Dit les erreurs et les avertissements des appels, avec leur ligne.",
                "Say the errors and the warnings of calls, with their lines.",
            ),
            Listed(
                "show",
                "Montre les faits d’un appel : dates, pièces, limites, adresse.",
                "Show the facts of a call: dates, documents, limits, address.",
            ),
            Listed(
                "schema",
                "Donne le schéma JSON des appels, pour les éditeurs de texte.",
                "Give the JSON Schema of calls, for text editors.",
            ),
            Listed(
                "render",
                "Écrit l’avis de l’appel dans chaque format et chaque langue.",
                "Write the notice of the call in each format and language.",
            ),
        ),
    ),
    Group(
        Pair("Recevoir et vérifier les candidatures", "Receive and check applications"),
        (
            Listed(
                "ingest",
                "Range les messages reçus en dossiers de candidature, sans rien perdre.",
                "Sort the messages received into application folders, losing nothing.",
            ),
            Listed(
                "merge",
                "Réunit plusieurs dossiers qui sont une seule candidature.",
                "Put together several folders that are one application.",
            ),
            Listed(
                "split",
                "Sépare des plis qui sont une autre candidature.",
                "Separate deliveries that are another application.",
            ),
            Listed(
                "check",
                "Dit de chaque candidature si elle est complète, et pourquoi.",
                "Say of each application whether it is complete, and why.",
            ),
            Listed(
                "settle",
                "Montre les points qui attendent une personne, et note ce qu’elle a vu.",
                "Show the points that wait for a person, and note what they found.",
            ),
            Listed(
                "cure",
                "Ouvre ou clôt la période où les candidatures se complètent, la même pour tous.",
                "Open or close the period to complete applications, the same for all.",
            ),
            Listed(
                "inspect",
                "Dit ce que sont des fichiers : pages, langue, pièce, ce qui empêche de les lire.",
                "Say what files are: pages, language, kind, what keeps them from being read.",
            ),
        ),
    ),
    Group(
        Pair("Choisir et répondre", "Choose and answer"),
        (
            Listed(
                "grids",
                "Prépare une grille par évaluateur, en Excel ou en texte.",
                "Make a grid for each evaluator, for Excel or as text.",
            ),
            Listed(
                "shortlist",
                "Établit la liste restreinte à partir des motifs du comité et des grilles.",
                "Draw up the shortlist from the committee's grounds and the grids.",
            ),
            Listed(
                "decide",
                "Enregistre la décision du comité ; un changement s’ajoute, avec sa raison.",
                "Record the committee's decision; a change is added, with its reason.",
            ),
            Listed(
                "minutes",
                "Écrit le procès-verbal du comité, en Word et en PDF.",
                "Write the committee's minutes, as Word and PDF.",
            ),
            Listed(
                "letters",
                "Écrit les lettres aux candidats comme brouillons, ou les envoie, chacune une fois.",
                "Write the letters to applicants as drafts, or send them, each once.",
            ),
        ),
    ),
    Group(
        Pair("Comprendre", "Understand"),
        (
            Listed(
                "status",
                "Dit où en est chaque appel et quoi faire ensuite, en une commande.",
                "Say where each call stands and what to do next, in one command.",
            ),
            Listed(
                "doctor",
                "Dit ce qui est installé, ce que coûte ce qui manque, et comment l’installer.",
                "Say what is installed, what each missing piece costs, and how to install it.",
            ),
            Listed(
                "explain",
                "Explique une règle ou un avertissement : ce qu’il vérifie, pourquoi, que faire.",
                "Explain a rule or a warning: what it checks, why, what to do.",
            ),
        ),
    ),
)

COMMANDS: dict[str, Listed] = {command.name: command for group in GROUPS for command in group.commands}
