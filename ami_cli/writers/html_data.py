"""What search engines read: the call as a schema.org demand for a service."""

import json
from typing import Any

from ami_cli.models.content import Notice


def script(notice: Notice) -> str:
    """Return the JSON-LD of the page; nothing in it can end the script."""
    data = json.dumps(_demand(notice), ensure_ascii=False, indent=1)
    safe = data.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return f'<script type="application/ld+json">\n{safe}\n</script>\n'


def _demand(notice: Notice) -> dict[str, Any]:
    facts = notice.summary
    organisation = {"@type": "NGO", "name": notice.organisation} | ({"url": facts.website} if facts.website else {})
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Demand",
        "identifier": facts.id,
        "name": notice.title,
        "description": facts.text,
        "inLanguage": list(notice.languages),
        "seeker": organisation,
        "itemOffered": {"@type": "Service", "name": notice.title, "serviceType": notice.subject},
    }
    if facts.closing is not None:
        found["availabilityEnds"] = facts.closing.at.isoformat()
    if facts.amount is not None:
        found["priceSpecification"] = {
            "@type": "PriceSpecification",
            "maxPrice": str(facts.amount),
            "priceCurrency": facts.currency,
        }
    if facts.countries:
        found["areaServed"] = list(facts.countries)
    return found
