"""What names say, one by one: those that are one document, those that never are, and what becomes of each piece."""

from dataclasses import replace

import pytest

from composer.materials.identity import name_key
from composer.materials.names.parse import parse
from composer.materials.names.parsed import Document, Flag, Role
from tests.materials.names.lexica import shipped, without_kinds

ONE = [
    ["双方当事人2寸近期半身免冠合影照片3张", "双方当事人近期半身免冠二寸合影（3张）"],
    ["三级职业技能等级证书", "职业技能等级证书（三级）"],
    ["借款人个人征信报告", "借款人的个人信用报告"],
    ["户主同意落户证明", "户主出具的同意落户证明（签字）"],
    ["中国公民出入境证件申请表", "中国公民出入境证件申请表（贴照片）"],
    ["残疾人证", "残疾证（第二代）", "残疾人证（第三代）"],
    ["商品房预售合同", "商品房买卖合同（预售）"],
    ["城乡居民基本养老保险参保登记表", "城乡居民养老保险参保登记表"],
    ["居民身份证", "身份证", "身份證", "二代身份证", "1.居民身份证复印件1份", "身份证（正反面）", "① 居民身份证 ；"],
    ["法定代表人身份证", "法人身份证复印件", "企业法定代表人的居民身份证", "法定代表人（负责人）身份证原件"],
    ["营业执照", "营业执照副本", "《营业执照》", "營業執照", "有效的营业执照副本原件", "加盖公章的营业执照复印件"],
    ["户口簿", "户口本", "居民户口薄", "户口簿（首页及本人页）"],
    ["食品经营许可申请书", "食品经营许可证申请表", "《食品经营许可申请表》（原件1份）"],
    ["一寸照片", "1寸免冠照片2张", "近期一寸免冠彩色照片"],
    ["股东会计从业资格证书", "会计从业资格证书（股东）"],
    ["股东身份证", "股东：身份证", "股东：身份证（电子证照）"],
    ["台胞证", "台胞证（如有）（原件）", "台胞证（如有）（正反面复印件）"],
    ["父母双方身份证", "父母的身份证（原件及复印件）"],
    ["烟草专卖零售许可证延续申请表", "烟草专卖零售许可证申请表（延续）", "延续烟草专卖零售许可证申请表"],
    ["社会保险缴费证明", "近6个月内出具的社会保险缴费证明", "社会保险缴费证明（近三个月内开具）"],
    ["近6个月社会保险缴费证明", "最近六个月的社会保险缴费证明", "社会保险缴费证明（近半年）"],
    ["财务审计报告", "近一年财务审计报告"],
    ["近三年无犯罪记录证明", "无犯罪记录证明（近三年）"],
    ["祖父母或外祖父母户口簿", "祖父母（外祖父母）户口簿"],
    ["公租房申请表", "公共租赁住房申请表（一式两份）"],
    ["商标注册申请书", "商标注册申请书（加盖申请人章戳）"],
    ["体检报告", "近6个月体检报告"],
    ["股东身份证", "全体股东身份证", "各股东的身份证"],
    ["董事、监事和经理的任职文件", "董事、监事、经理的任职文件（原件）"],
    ["申请人及配偶身份证", "申请人及其配偶身份证", "申请人、配偶的身份证"],
    ["父母双方身份证", "父亲和母亲身份证"],
    ["行驶证", "机动车行驶证正、副页", "行驶证正副页复印件"],
    ["法定代表人或负责人身份证", "法定代表人/负责人身份证"],
    ["社会保障卡", "社保卡"],
    ["营业执照", "公司营业执照"],
    ["验资报告", "验资报告（会计师事务所出具）"],
    ["疾病诊断证明", "医疗机构出具的疾病诊断证明", "疾病诊断证明（县级以上医院）"],
    ["港澳居民来往内地通行证", "港澳居民来往内地通行证（回乡证）"],
    ["房屋租赁合同", "租赁合同（房屋）"],
    ["机动车行驶证", "行驶证（机动车）"],
    ["个人档案", "本人档案", "本人的档案"],
    ["3-6岁儿童名册", "３～６岁儿童名册", "3至6岁儿童名册", "3—6岁儿童名册", "1、3-6岁儿童名册"],
    ["10,000元以上缴款凭证", "10000元以上缴款凭证"],
    ["½产权证明", "1/2产权证明"],
    ["≤5万元承诺书", "≦5万元承诺书", "<=5万元承诺书"],
    ["公司章程", "<公司章程>", "3、〈公司章程〉"],
    ["Ⅱ类医疗器械备案凭证", "第二类医疗器械备案凭证", "二类医疗器械备案凭证", "2类医疗器械备案凭证"],
    ["Ⅲ类医疗器械备案凭证", "第三类医疗器械备案凭证"],
    ["一寸照片", "2、1寸照片", "一、1寸照片"],
    ["XX市户外广告设置申请表", "户外广告设置申请书（一式两份）"],
    ["公司登记（备案）申请书", "《公司登记（备案）申请书》原件1份，法定代表人签字，加盖公章"],
    ["授权委托书", "授权委托书1份，本人到场办理的不用交", "委托书（授权他人代办的，手写亦可）"],
    ["驾驶证", "机动车驾驶证，在检验有效期内", "驾驶证（准驾车型相符，有效期内）", "驾驶证（有效）"],
    ["营业执照", "营业执照复印件，收原件核对", "营业执照，复印件；加盖公章"],
    ["体检证明", "体检证明（县级以上医院出具，6个月内）"],
    ["企业名称预先核准通知书", "企业名称预先核准通知书（已失效的重新申报）"],
    ["烟草专卖零售许可证延续申请表", "烟草专卖零售许可证延续申请书（有效期届满30日前提出）"],
    ["公司章程（变更前）", "变更前的公司章程"],
    ["土地勘测定界报告", "土地勘测定界报告书"],
    ["营业执照正、副本", "营业执照（正本和副本）原件，注销时收回", "营业执照正副本（换证收回）"],
    ["死者身份证", "死亡人员身份证（交回注销）", "逝者身份证，交回注销"],
    ["火化证明", "火化证（殡仪馆开具）"],
    ["个体工商户营业执照", "个体户营业执照"],
    ["个体工商户经营者身份证", "个体户经营者身份证"],
    ["公司章程修正案", "章程修正案（涉及修改的提交，1份）"],
    ["修改后的公司章程", "修订后的章程"],
    ["修改前的公司章程", "修订前的公司章程", "公司章程（修订前）"],
    ["父母一方户口簿", "父母任一方的户口簿"],
    ["解除劳动合同证明", "劳动合同解除证明"],
]  # fmt: skip
"""Names of one line are one document."""

UNSEEN = [
    ["养殖用海施工方案", "3、《养殖用海施工方案》", "養殖用海施工方案（一式三份）", "养殖用海施工方案原件及复印件"],
    ["林木采伐许可证", "林木采伐许可证书", "有效的林木采伐许可证副本复印件", "加盖公章的《林木采伐许可证》"],
    ["船舶检验申请表", "船舶检验申请书", "船舶检验申请表格（原件1份）"],
    ["泊位转让协议书", "泊位转让合同"],
    ["设置趸船申请表", "趸船设置申请书"],
    ["趸船改造审查意见", "趸船改造审查意见书"],
    ["养殖险保单", "养殖保险单"],
    ["潜水检验员证", "潜水检验人员证书"],
    ["村委会或居委会的趸船证明", "村（居）委会的趸船证明"],
    ["趸船改造合同", "趸船改造合同文本"],
    ["趸船起诉状", "趸船起诉状（按被告人数提供副本）"],
    ["泊位登记备案表", "泊位备案登记表"],
    ["趸船注册、转移、注销登记/转入申请表", "《趸船注册、转移、注销登记／转入申请表》"],
    ["泊位维修资金交存凭证", "泊位维修资金缴存凭证"],
    ["趸船主管人员的函", "趸船主管人员的函（按人事管理权限出具）"],
    ["潜水员体格检查表", "潜水员体检表"],
    ["与所申请泊位事项有关的图册", "与申请泊位事项有关的图册"],
    ["解除或终止泊位合同证明", "解除或者终止泊位合同证明"],
    ["上年度趸船检验报告", "上一年度趸船检验报告"],
    ["2024年度趸船检验报告", "2024年趸船检验报告"],
    ["泊位变更登记申请书", "变更泊位登记申请书", "泊位登记变更申请表"],
    ["代开泊位发票申请表", "泊位发票代开申请书"],
    ["变更泊位的决议", "关于变更泊位的决议"],
    ["泊位议事规则", "泊位议事规则文本"],
    ["趸船检测报告", "具有资质的检测机构出具的趸船检测报告", "趸船检测报告（有资质的机构出具，1年内）"],
]
"""The same for kinds that no catalogue knows: the language of materials alone makes them one."""

APART = """
环境影响报告书 | 环境影响报告表
食品生产许可证 | 食品经营许可证
公司设立登记申请书 | 公司变更登记申请书
营业执照正本 | 营业执照副本
法定代表人身份证 | 股东身份证
法定代表人：身份证 | 股东：身份证
境外投资者：护照 | 护照
股东身份证 | 经办人身份证
身份证 | 申请人身份证
出生医学证明 | 死亡医学证明
预防接种证 | 儿童预防接种证
出生医学证明 | 出生医学证明（副页）
往来港澳通行证 | 往来港澳通行证（探亲签注）
用电申请表 | 居民用电申请表
供用电合同 | 居民供用电合同
照片 | 照片（现场）
军队机动车驾驶证 | 武警部队机动车驾驶证
职业技能等级证书 | 三级职业技能等级证书
三级职业技能等级证书 | 四级职业技能等级证书
户主同意落户证明 | 房主出具的同意落户证明
户主同意落户证明 | 村委会出具的同意落户证明
商品房买卖合同（现售） | 商品房买卖合同（预售）
法定代表人身份证明 | 法定代表人身份证明书
法定代表人身份证 | 法定代表人身份证明
一寸照片 | 二寸照片
国有土地使用证 | 集体土地使用证
房屋租赁合同 | 设备租赁合同
房产证 | 房产证明
租赁合同 | 经营场所租赁合同
广州市居住证 | 北京市居住证
公司章程 | 修改后的公司章程
公司章程 | 公司章程修正案
公安机关出具的情况证明 | 村委会出具的情况证明
船舶登记申请书（设立） | 船舶登记申请书（注销）
授权委托书 | 母亲签字的授权委托书
负责人登记表 | 登记表
第二类医疗器械备案表 | 第三类医疗器械备案表
测绘资质证书 | 测绘资质证书（乙级）
特种行业许可证 | 特种行业许可证（旅馆业）
船舶登记申请表（已经营运的） | 船舶登记申请表（新投入营运的）
人口信息查询登记表（广州市） | 人口信息查询登记表（深圳市）
食品经营许可证 | 原食品经营许可证
护照 | 损毁的护照
毕业证明 | 毕业证明书
派出所出具的亲属关系证明 | 公证处出具的亲属关系证明
亲属关系证明 | 境外机构出具的亲属关系证明
无犯罪记录证明 | 居住国出具的无犯罪记录证明
提交实习单位出具的同意勤工助学的函件 | 提交就读学校出具的同意勤工助学的函件
食品经营许可证 | 食品经营许可证（已注销）申请表
二级注册建筑师聘用企业变更申请表 | 变更申请表
普通高等学校毕业证书 | 高等学校毕业证书
农药经营许可证申请表 | 农药经营许可证申请表（限制使用农药）
法人股东身份证明 | 股东身份证明
受让方身份证 | 购房人身份证
直系亲属身份证 | 近亲属身份证
申请人身份证 | 申请人（直系亲属）身份证
申请人身份证 | 申请人（代理人）身份证
申请人身份证 | 申请人身份证（代理人）
身份证 | 身份证（股东的）
法定代理人身份证 | 法定代理人身份证（法人股东）
无犯罪记录证明 | 近三年无犯罪记录证明
工作证明 | 上级主管部门出具的工作证明
委托书 | 委托书（须公证）
护照 | 护照（须翻译）
备案表（格式一） | 备案表（格式二）
房屋租赁合同 | 房屋租赁合同（商业使用）
法定代表人身份证 | 拟任法定代表人身份证
法定代表人身份证 | 法定代表人或负责人身份证
继承人身份证 | 全体继承人身份证
股东身份证 | 其他股东身份证
用人单位营业执照 | 用工单位营业执照
近6个月银行流水 | 近3个月银行流水
社会保险缴费证明 | 近6个月社会保险缴费证明
财务审计报告 | 近三年财务审计报告
社会保险缴费证明 | 社会保险参保证明
个人银行流水 | 公司银行流水
个人完税证明 | 企业完税证明
个人承诺书 | 单位承诺书
授权委托书 | 个人授权委托书
诊断证明 | 三级医院出具的诊断证明
营业执照 | 营业执照（已注销）
公司章程 | 公司章程（股份有限公司）
房屋租赁合同 | 房屋租赁合同（非住宅）
应急预案 | 应急预案（核设施）
安全评价报告 | 安全评价报告（可燃气体）
车辆购置税申报表 | 车辆购置税申报表（免税）
毕业证书 | 毕业证书（应届生）
户口簿1-2页 | 户口簿1-3页
业主委员会备案证明 | 委员会备案证明
1.6MPa压力容器合格证 | 16MPa压力容器合格证
3-6岁儿童名册 | 36岁儿童名册
1-3层平面图 | 13层平面图
附件1-12登记表 | 附件11-2登记表
2024.1.11审计报告 | 2024.11.1审计报告
审计报告（2024.1-11） | 审计报告（2024.11-1）
＜5万元承诺书 | ＞5万元承诺书
≥18岁证明 | ≤18岁证明
-5℃合格证 | 5℃合格证
A+证书 | A证书
A+证书 | A-证书
½证明 | 12证明
1、2寸照片 | 12寸照片
十、一层平面图 | 十一层平面图
第一、二类医疗器械备案凭证 | 第三、二类医疗器械备案凭证
第一、二类医疗器械备案凭证 | 第二类医疗器械备案凭证
1、2类疫苗接种证 | 2类疫苗接种证
①号表 | ②号表
1:500地形图 | 1:1000地形图
一、三层平面图 | 二、三层平面图
不动产权证书 | 不动产权证书（含宅基地）
合同 | 未盖章的合同
合同 | 合同，未盖章
租赁合同（房屋） | 租赁合同（设备）
授权委托书 | 授权委托书，母亲签字
登记表，企业的提供 | 登记表，个人的提供
营业执照 | 营业执照，正本
结婚证 | 结婚证，离异的提供离婚证
体检证明 | 体检证明（境外医院出具，6个月内）
检测报告 | 检测报告（由具有甲级资质的机构出具）
公司章程（变更前） | 公司章程（变更后）
变更法定代表人的股东会决议 | 变更经营范围的股东会决议
2023年度审计报告 | 2024年度审计报告
卫生管理制度 | 公共场所卫生管理制度
开户许可证 | 基本存款账户开户许可证
代办人身份证 | 代理人身份证
代办人身份证 | 经办人身份证
父母一方户口簿 | 父母户口簿
修订后的公司章程 | 修订前的公司章程
火化证明 | 火化证明（境外殡仪馆开具）
土地使用证 | 土地使用证（收回）
土地使用证 | 土地使用证，收回
劳动合同解除证明 | 劳动合同终止证明
"""
"""Names that a character or a word parts."""


def keys(name: str) -> list[str | None]:
    return [one.key for one in parse(name, shipped()).documents]


def only(name: str) -> Document:
    (document,) = parse(name, shipped()).documents
    return document


@pytest.mark.parametrize("names", ONE, ids=lambda names: names[0])
def test_other_words_for_one_document_have_one_key(names: list[str]) -> None:
    found = {tuple(keys(name)) for name in names}
    assert len(found) == 1
    assert None not in found.pop()


@pytest.mark.parametrize("names", UNSEEN, ids=lambda names: names[0])
def test_kinds_that_no_catalogue_knows_group_by_their_parsed_form(names: list[str]) -> None:
    assert len({tuple(one.key for one in parse(name, without_kinds()).documents) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("申请人身份证和户口簿", "申请人户口簿及身份证复印件"),
        ("法定代表人及经办人身份证", "经办人、法定代表人的身份证"),
        ("离婚证或离婚判决书", "离婚判决书/离婚证"),
        ("趸船检验报告和泊位图", "泊位图、趸船检验报告"),
    ],
)
def test_the_order_in_which_several_documents_are_named_does_not_matter(one: str, other: str) -> None:
    for lexicon in (shipped(), without_kinds()):
        assert name_key(parse(one, lexicon)) == name_key(parse(other, lexicon))


@pytest.mark.parametrize("pair", APART.split("\n")[1:-1])
def test_names_that_a_word_parts_stay_apart(pair: str) -> None:
    for lexicon in (shipped(), without_kinds()):
        first, second = ([each.key for each in parse(name, lexicon).documents] for name in pair.split(" | "))
        assert first != second


@pytest.mark.parametrize(
    "name", ["其他有关材料", "法律、行政法规规定应当提交的其他材料", "需要提供的其他材料", "其他相关证明材料"]
)
def test_a_catch_all_is_flagged_and_never_one_with_another(name: str) -> None:
    parsed = parse(name, shipped())
    assert Flag.CATCH_ALL in parsed.flags
    assert keys(name) == [None]


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        ("授权委托书及代理人身份证复印件", [["letter-of-authorisation"], ["resident-id-card@agent"]]),
        ("申请人身份证、户口簿", [["resident-id-card@applicant"], ["household-register@applicant"]]),
        ("法定代表人、股东身份证", [["resident-id-card@legal-representative"], ["resident-id-card@shareholder"]]),
        ("房产证或租赁合同", [["house-ownership-certificate", "housing-lease"]]),
        ("户口簿、结婚证或者离婚证", [["household-register", "marriage-certificate", "divorce-certificate"]]),
        ("父母（或其他法定监护人）身份证", [["resident-id-card@parents", "resident-id-card@guardian"]]),
        ("法人身份证明及企业营业执照副本", [["identity-card@legal-representative"], ["business-licence"]]),
        ("学校出具的函件和核发的通行证", [["official-letter&学校"], ["~通行证"]]),
        ("经办人、押运人身份证", [["resident-id-card@handler"], ["resident-id-card@押运人"]]),
        ("押运人或者经办人的身份证", [["resident-id-card@押运人", "resident-id-card@handler"]]),
        ("经办人、押运人图册", [["~经办人押运人图册"]]),
        ("住所（经营场所托管证明函）", [["~住所经营场所托管证明函"]]),
        ("消防安全制度、灭火和应急疏散预案", [["fire-safety-rules"]]),
        ("《消防安全制度及说明》", [["~消防安全制度及说明"]]),
        ("1.身份证；2.户口簿；3.结婚证", [["resident-id-card"], ["household-register"], ["marriage-certificate"]]),
        ("①身份证复印件②户口簿", [["resident-id-card"], ["household-register"]]),
        ("一、身份证二、户口簿", [["resident-id-card"], ["household-register"]]),
        ("身份证和/或户口簿", [["resident-id-card", "household-register"]]),
        ("身份证\\户口簿", [["resident-id-card", "household-register"]]),
        ("身份证 户口簿", [["resident-id-card"], ["household-register"]]),
        ("户口簿或身份证（二选一）", [["household-register", "resident-id-card"]]),
        ("业主委员会备案证明", [["~业主委员会备案证明"]]),
        ("身份证 复印件", [["resident-id-card"]]),
        ("趸船图册 泊位名单", [["~趸船图册泊位名单"]]),
        ("<b>身份证</b><br/>户口簿&nbsp;复印件", [["resident-id-card"], ["household-register"]]),
        ("&lt;5万元承诺书", [["~<5万元承诺书"]]),
        ("<A类合格证>", []),
        ("10m<sup>2</sup>证", []),
    ],
)  # fmt: skip
def test_rows_of_several_documents_are_taken_apart(name: str, groups: list[list[str]]) -> None:
    assert [[one.key for one in group] for group in parse(name, shipped()).groups] == groups


def test_carrier_copies_part_region_validity_and_condition_are_read_not_compared() -> None:
    one = only("（二）菏泽市《出生医学证明首次签发登记表》原件及复印件各两份（近6个月内）（如有）")
    assert (one.carrier, one.copies, one.region) == ("原件和复印件", 2, "菏泽")
    assert (one.validity, one.condition) == ("近6个月内", "如有")
    assert only("营业执照正、副本").part == "正本和副本"


def test_who_issued_it_sets_only_unknown_documents_apart() -> None:
    assert only("验资机构出具的验资报告").key == only("验资报告").key
    assert only("村委会出具的情况证明").issuer == "村委会"


def test_a_label_before_a_name_is_no_part_of_it() -> None:
    one = only("委托他人办理：授权委托书")
    assert (one.key, one.condition) == ("letter-of-authorisation", "委托他人办理")


def test_what_is_said_after_a_comma_is_read_and_no_part_of_the_document() -> None:
    document = only("劳动合同原件1份，双方签字；委托办理的提供")
    assert (document.kind, document.carrier, document.copies) == ("labour-contract", "原件", 1)
    assert (document.notes, document.condition) == (("双方签字",), "委托办理的提供")
    trace = [(piece["text"], piece["role"]) for piece in parse("营业执照，加盖公章，验原件", shipped()).trace()]
    assert trace == [("营业执照", "种类"), ("，", "标点"), ("加盖公章", "说明"), ("，", "标点"), ("验原件", "说明")]


def test_an_old_or_damaged_document_is_of_its_kind_and_apart() -> None:
    assert (only("原《食品经营许可证》").kind, only("原《食品经营许可证》").qualifier) == (
        "food-business-licence",
        "原",
    )
    assert only("破损的结婚证").key == "marriage-certificate=损毁"


def test_a_condition_before_a_name_tells_whose_it_is() -> None:
    one = only("股东为企业的，提交营业执照复印件")
    assert (one.key, one.condition) == ("business-licence@shareholder", "股东为企业的")


@pytest.mark.parametrize(
    ("name", "flag"),
    [("", Flag.EMPTY), (" \t　", Flag.EMPTY), ("12-34", Flag.NUMBER), ("证" * 10_000, Flag.LONG),
     ("<b>身份证</b>", Flag.MARKUP),
     ("身份\x07证", Flag.CONTROL), ("申请表", Flag.GENERIC), ("如代办的授权委托书（如代办）", Flag.CONDITIONAL)],
)  # fmt: skip
def test_what_is_odd_about_a_name_is_flagged(name: str, flag: Flag) -> None:
    assert flag in parse(name, shipped()).flags


def test_the_trace_tells_what_became_of_each_piece() -> None:
    parsed = parse("③ 法定代表人的身份證影印本2份；", shipped())
    assert [(row["text"], row["role"]) for row in parsed.trace()] == [
        ("③", "编号"), (" ", "不可见字符"), ("法定代表人的", "持有人"), ("身份證", "种类"), ("影印本", "载体"),
        ("2份", "份数"), ("；", "标点"),
    ]  # fmt: skip
    assert parsed.spoken(Role.KIND) == ("身份證",)


def test_marks_of_a_web_page_are_flagged_and_left_out_and_the_rest_is_read() -> None:
    parsed = parse("<b>身份证</b>", shipped())
    assert Flag.MARKUP in parsed.flags
    assert [(row["text"], row["role"]) for row in parsed.trace()] == [
        ("<b>", "不可见字符"), ("身份证", "种类"), ("</b>", "不可见字符"),
    ]  # fmt: skip


def test_a_choice_of_holders_never_goes_without_saying_even_where_its_only_kind_is_unknown() -> None:
    name = "指定代表或者共同委托代理人授权委托书"
    known = shipped().kinds
    strange = replace(shipped(), kinds={wording: kind for wording, kind in known.items() if "共同委托" not in wording})
    keys = [[one.key for one in parse(said, strange).documents] for said in (name, "授权委托书")]
    assert keys == [["letter-of-authorisation@agent"], ["letter-of-authorisation"]]
