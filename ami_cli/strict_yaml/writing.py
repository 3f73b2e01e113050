"""Values written so that the strict reader gives them back, whatever characters they hold."""

import json
import re

_REFUSED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def scalar(value: object) -> str:
    """Return text, numbers, true/false, null, and lists of them, on one line of YAML.

    JSON's form is YAML's too, once the characters that the reader refuses unescaped are written as escapes.
    """
    return _REFUSED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
