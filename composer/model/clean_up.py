"""清理规定: rules of law that name proofs (证明) which applicants may no longer be asked for."""

from pydantic import Field

from composer.model.base import Id, Located, Text
from composer.model.item import LegalBasis


class CleanUp(Located):
    """What one rule names. `proofs`: names of proofs, in any wording that the catalogue knows.

    `issuers`: how the names of those end who must not be asked to issue them; without any, nobody may be asked.
    `instead`: how the fact is established without the proof.
    """

    id: Id
    name: Text
    basis: LegalBasis
    proofs: tuple[Text, ...] = Field(min_length=1)
    issuers: tuple[Text, ...] = ()
    instead: Text
