"""Where one is reached on the net: e-mail and web address. What people write, not all that the standards allow."""

import re
import unicodedata

from composer.values.formats.format import ValueFormat
from composer.values.patterns import found
from composer.values.tidying import REPLACED, UNSEEN, compact

_LOCAL = r"[A-Za-z0-9!#$%&'*+\/=?^_`\{\|\}~\-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?"
_EMAIL = rf"^(?=[^@]{{1,64}}@){_LOCAL}(?:\.{_LOCAL})*@(?:{_LABEL}\.)+(?=[A-Za-z]){_LABEL}$"
_HOST = rf"[^\s\/?#@:.{UNSEEN}{REPLACED}]+"
_URL = rf"^https?:\/\/(?:{_HOST}\.)+{_HOST}(?::[0-9]{{1,5}})?(?:[\/?#][^\s{UNSEEN}{REPLACED}]*)?$"


def tidy_email(text: str) -> str:
    """Full-width signs and blanks mended, `mailto:` off, the domain in small letters."""
    text = re.sub(r"^(?:mailto|邮箱|e-?mail):", "", compact(text).replace("。", "."), flags=re.I)
    local, at, domain = text.rpartition("@")
    return unicodedata.normalize("NFC", f"{local}{at}{domain.lower()}")


def fault_of_email(text: str) -> str | None:
    """One @, a name before it, a domain with a dot behind it."""
    if text.count("@") != 1:
        return "电子邮箱要有一个@，如 name@example.com，请重填"
    if len(text) > 254:
        return f"电子邮箱最多254个字符，这里有{len(text)}个，请核对后重填"
    if not text.isascii():
        return "电子邮箱只用英文字母、数字和符号，请重填"
    return None if found(_EMAIL, text) else f"“{text[:40]}”不像电子邮箱，应如 name@example.com，请核对后重填"


def tidy_url(text: str) -> str:
    """Blanks off; `http://` before an address that begins with its host."""
    text = compact(text).replace("。", ".")
    if re.match(r"https?:\/\/", text, re.I):
        scheme, rest = text.split("://", 1)
        return f"{scheme.lower()}://{rest}"
    return f"http://{text}" if re.match(r"(?:[\w-]+\.)+[a-z]{2,}(?:[:\/?#]|$)", text, re.I) else text


def fault_of_url(text: str) -> str | None:
    """http or https, a host with a dot."""
    if len(text) > 2000:
        return f"网址最多2000个字符，这里有{len(text)}个，请核对后重填"
    return None if found(_URL, text) else f"“{text[:40]}”不像网址，应如 https://www.example.com，请核对后重填"


FORMATS = (
    ValueFormat("email", "电子邮箱", _EMAIL, 254, "name@example.com", tidy_email, fault_of_email),
    ValueFormat("url", "网址", _URL, 2000, "https://www.example.com", tidy_url, fault_of_url),
)
