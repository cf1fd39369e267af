"""Words that tell documents apart however alike the rest of their names is: 设立 and 变更, 报告书 and 报告表."""

import re
from collections.abc import Iterator

_GROUPS = (
    "国家级|省级|市级|县级|区级|乡级|镇级|村级",
    "停发|续发|恢复|停止|暂停|撤回|撤销",
    "设立|新办|开办|变更|注销|延续|补办|补发|换发|换领|首次|续期|终止|转让|迁入|迁出|转入|转出|增加|减少",
    "报告书|报告表|登记表|登记书|备案表|审批表|承诺书|申请书|通知书|决定书|合同|清单|名单|照片|方案|制度",
    "生产|经营|销售|批发|零售|使用|运输|储存|进口|出口|加工|施工|设计|监理|勘察",
    "出生|死亡|结婚|离婚|收养|生育|退休|失业|就业|入学|毕业",
    "法定代表人|负责人|股东|董事|监事|经理|经办人|代理人|委托人|申请人|父亲|母亲|配偶|子女|监护人",
    "甲级|乙级|丙级|一级|二级|三级|四级|五级|初级|中级|高级|特级",
    "1类|2类|3类|1寸|2寸",
    "第1|第2|第3",
    "正本|副本",
    "营业执照|许可证|资格证|职业资格|登记证|备案证|身份证|合格证",
    "个人|单位|企业|家庭",
    "房屋|土地|林权|车辆|船舶|设备",
    "男|女",
    "境外|境内|香港|澳门|台湾|外国",
    "新|旧|原",
    "医师|护士|药师|教师|律师|导游|建造师|会计",
    "幼儿园|小学|初中|高中|大学|学校",
    "养老|医疗|失业|工伤|生育",
    "食品|药品|医疗器械|化妆品|农药|兽药|种子|饲料|烟草|烟花爆竹|危险化学品",
    "立项|选址|规划|环评|环境影响|消防|节能|施工图|竣工|验收",
)
_PATTERNS = tuple(re.compile(f"(?:{words})") for words in _GROUPS)
OPPOSED = 0.15
"""What is left of the likeness of two names that say different words of one group."""
ADDED = 0.6
"""What is left where only one of them says a word of a group."""


def contrasts(one: str, other: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The words of each group that only one, and that only the other, of two wordings says."""
    for pattern in _PATTERNS:
        here, there = frozenset(pattern.findall(one)), frozenset(pattern.findall(other))
        if here != there:
            yield here - there, there - here


def contrasts_told(one: str, other: str) -> list[str]:
    """The same for a person who looks at the pair 甲, 乙; those that stand against each other first."""
    both = [(_and(here), _and(there)) for here, there in contrasts(one, other)]
    told = [f"甲有“{here}”，乙有“{there}”" for here, there in both if here and there]
    told += [f"只有甲有“{here}”" for here, there in both if not there]
    return told + [f"只有乙有“{there}”" for here, there in both if not here]


def _and(words: frozenset[str]) -> str:
    return "、".join(sorted(words))


def told_apart(one: str, other: str) -> float:
    """The share of their likeness that two wordings keep, from 1 (nothing tells them apart) down."""
    share = 1.0
    for here, there in contrasts(one, other):
        share *= OPPOSED if here and there else ADDED
    return max(share, 0.02)
