"""The three lists of the content that ships, on cases that can be read."""

import pytest

from composer.inventory import MaterialStandard, material_standard
from composer.inventory.model import Mode, Origin, ReuseRow, SupplyRow, Use, Verdict
from composer.model.theme import Library


@pytest.fixture(scope="module")
def standard(library: Library) -> MaterialStandard:
    return material_standard(library)


def reuse(standard: MaterialStandard, mode: Mode, material: str, theme: str | None = None) -> ReuseRow:
    (row,) = [
        row
        for row in standard.reuses
        if (row.mode, row.material, row.theme and row.theme.id) == (mode, material, theme)
    ]
    return row


def supply(standard: MaterialStandard, material: str) -> SupplyRow:
    (row,) = [row for row in standard.supplies if row.material == material]
    return row


def items(standard: MaterialStandard, ids: tuple[str, ...]) -> set[str]:
    return {standard.by_id[one].item.id for one in ids}


def test_the_business_licence_is_fetched_from_the_market_office_and_its_system(standard: MaterialStandard) -> None:
    row = reuse(standard, Mode.FETCHED, "business-licence")
    assert (row.givers, row.system) == (("市场监督管理局",), "国家企业信用信息公示系统")
    assert {"seal-engraving-record", "food-business-licensing", "fire-safety-inspection"} <= items(
        standard, row.demands
    )
    assert not row.certain


def test_a_new_company_passes_its_licence_on_to_the_offices_after(standard: MaterialStandard) -> None:
    row = reuse(standard, Mode.PASSED, "business-licence", "open-company")
    assert row.givers == ("公司设立登记注册",)
    assert items(standard, row.demands) == {
        "seal-engraving-record", "taxpayer-onboarding", "social-insurance-registration",
        "housing-fund-registration", "bank-account-opening",
    }  # fmt: skip


def test_one_letter_of_authorisation_serves_three_items_of_a_restaurant(standard: MaterialStandard) -> None:
    row = reuse(standard, Mode.REUSED, "letter-of-authorisation", "open-restaurant")
    assert len(items(standard, row.demands)) == 3  # the registrar wants a letter of its own


def test_a_policy_that_fetches_bills_from_hospitals_counts_in_its_theme(standard: MaterialStandard) -> None:
    row = reuse(standard, Mode.FETCHED, "hospital-receipt", "newborn")
    assert row.givers == ("卫生健康委员会",)
    assert "住院票据和病历由医院直接传给医保" in row.facts[0].text


def test_each_material_says_who_issues_it_and_who_wants_it(standard: MaterialStandard) -> None:
    licence = supply(standard, "business-licence")
    assert (licence.origin, licence.use) == (Origin.ITEM, Use.DEMANDED)
    assert {one.id for one in licence.issuers} == {"company-registration", "sole-trader-registration"}
    assert licence.items == len(licence.demands) == max(len(row.demands) for row in standard.supplies)
    assert supply(standard, "household-register@father").origin is Origin.ISSUER
    assert supply(standard, "food-business-application").origin is Origin.FORM
    assert supply(standard, "articles-of-association").origin is Origin.OWN
    assert supply(standard, "grandparent-kinship-proof").origin is Origin.NOBODY


def test_a_wanted_result_is_told_from_one_that_nobody_uses(standard: MaterialStandard) -> None:
    assert supply(standard, "food-business-licence").use is Use.WANTED
    assert supply(standard, "contract-seal").use is Use.UNUSED


@pytest.mark.parametrize(
    ("material", "item", "verdict"),
    [
        ("name-preapproval-notice", "company-registration", Verdict.CANCEL),
        ("fire-safety-other-documents", "fire-safety-inspection", Verdict.CANCEL),
        ("business-licence", "seal-engraving-record", Verdict.SHARE),
        ("drainage-quality-report", "drainage-permit", Verdict.PLEDGE),
        ("articles-of-association", "company-registration", Verdict.KEEP),
        ("grandparent-kinship-proof", "birth-registration", Verdict.VERIFY),
    ],
)
def test_the_rules_propose(standard: MaterialStandard, material: str, item: str, verdict: Verdict) -> None:
    found = [(row.verdict, standard.by_id[row.demand]) for row in standard.reviews]
    assert [one for one, demand in found if (demand.material, demand.item.id) == (material, item)] == [verdict]


def test_every_source_that_a_fact_names_is_known(standard: MaterialStandard, library: Library) -> None:
    facts = [fact for row in standard.reuses for fact in row.facts]
    facts += [fact for row in standard.reviews for test in (row.basis, row.sharing, row.pledge) for fact in test.facts]
    facts += [fact for row in standard.reviews for fact in (*row.needless, *row.against)]
    assert {fact.source for fact in facts} <= {None, *library.catalogue.sources}
