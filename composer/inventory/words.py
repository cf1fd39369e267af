"""What the name of a document says of its sort, after the language of materials and not after single entries."""

import re
from typing import Final

from composer.model.material import MaterialKind

_NOTE: Final = re.compile(r"[（(][^（）()]*[）)]")
_FORM: Final = re.compile(r"(?:申请(?:书|表格?|单|报告)?|登记表|申报表|备案表|报名表)$")
_LETTER: Final = re.compile(r"承诺|声明")
_PROOF: Final = re.compile(r"(?:证明(?:书|文件|材料)?|凭证(?:材料)?)$")
_GIVEN: Final = re.compile(
    r"(?:证|证书|执照|护照|许可|批文|批复|批准文件|通知书|裁定书?|判决书|裁判文书|鉴定书|检测报告|鉴定报告)$"
)


def is_form(kind: MaterialKind) -> bool:
    """Whether it is an application form: one that the catalogue knows field by field, or by its name."""
    return kind.form is not None or bool(_FORM.search(_bare(kind.name)))


def is_letter(kind: MaterialKind) -> bool:
    """Whether it is a promise or a statement of the applicant."""
    return bool(_LETTER.search(kind.name))


def is_proof(name: str) -> bool:
    """Whether it is a 证明: a paper on which somebody vouches for a fact."""
    return bool(_PROOF.search(_bare(name)))


def is_given(kind: MaterialKind) -> bool:
    """Whether somebody else has to give it to the applicant: a proof, a certificate, a decision, a report."""
    return is_proof(kind.name) or bool(_GIVEN.search(_bare(kind.name)))


def _bare(name: str) -> str:
    """`name` without what stands in brackets and the marks of a title."""
    return _NOTE.sub("", name).strip("《》“” ")
